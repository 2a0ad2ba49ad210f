/// Keys and values in the order of the file. No key occurs twice.
public struct Mapping: Sendable {
    /// A key and its value.
    public struct Entry: Sendable {
        /// The key's text. For a key that is not a string, such as `200`, the text in the file.
        public let key: String
        /// The start of the key, which is where the entry begins.
        public let keyLocation: SourceLocation
        /// The value of the key. A key without a value has null.
        public let value: Node
    }

    /// The entries in the order of the file.
    public private(set) var entries: [Entry] = []

    /// The position of each key, filled when a linear search would be slower than hashing.
    private var positions: [String: Int] = [:]
    private static let longestSearch = 8

    init() {}

    /// Returns the value of a key. Canonically equivalent keys are equal, as in Swift's `String`.
    public subscript(key: String) -> Node? {
        guard let position = position(of: key) else { return nil }
        return entries[position].value
    }

    func position(of key: String) -> Int? {
        if !positions.isEmpty { return positions[key] }
        var position = 0
        let count = entries.count
        while position < count {
            if entries[position].key == key { return position }
            position += 1
        }
        return nil
    }

    /// Adds an entry with a new key.
    mutating func append(_ entry: Entry) {
        entries.append(entry)
        if !positions.isEmpty {
            positions[entry.key] = entries.count - 1
        } else if entries.count > Self.longestSearch {
            for position in entries.indices { positions[entries[position].key] = position }
        }
    }
}
