/// Keys and values in the order of the file. No key occurs twice.
package struct Mapping: Sendable {
    /// A key and its value.
    package struct Entry: Sendable {
        /// The key's text. For a key that is not a string, such as `200`, the text in the file.
        package let key: String
        /// The start of the key, which is where the entry begins.
        package let keyLocation: SourceLocation
        /// The value of the key. A key without a value has null.
        package var value: Node

        package init(key: String, keyLocation: SourceLocation, value: Node) {
            self.key = key
            self.keyLocation = keyLocation
            self.value = value
        }
    }

    /// The entries in the order of the file.
    package private(set) var entries: [Entry] = []

    /// The position of each key, filled when a linear search would be slower than hashing.
    private var positions: [String: Int] = [:]
    private static let longestSearch = 8

    package init() {}

    /// Returns the value of a key. Canonically equivalent keys are equal, as in Swift's `String`.
    package subscript(key: String) -> Node? {
        guard let position = position(of: key) else { return nil }
        return entries[position].value
    }

    /// Returns the entry of a key, whose own text may differ if it is canonically equivalent.
    package func entry(_ key: String) -> Entry? { position(of: key).map { entries[$0] } }

    package func position(of key: String) -> Int? {
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
    package mutating func append(_ entry: Entry) {
        entries.append(entry)
        if !positions.isEmpty {
            positions[entry.key] = entries.count - 1
        } else if entries.count > Self.longestSearch {
            for position in entries.indices { positions[entries[position].key] = position }
        }
    }

    /// Replaces the value of an entry in place.
    package mutating func withValue<Failure: Error>(
        at position: Int, _ change: (inout Node) throws(Failure) -> Void
    ) throws(Failure) {
        try change(&entries[position].value)
    }

    /// Removes the entries at positions. Takes time proportional to the number of entries, however many are removed.
    package mutating func remove(at removed: Set<Int>) {
        guard !removed.isEmpty else { return }
        // The number of entries removed before each position.
        var shifts: [Int] = []
        var kept: [Entry] = []
        kept.reserveCapacity(entries.count)
        for position in entries.indices {
            shifts.append(position - kept.count)
            if !removed.contains(position) { kept.append(entries[position]) } else { positions[entries[position].key] = nil }
        }
        entries = kept
        // In place, so that the keys are not hashed again.
        for index in positions.values.indices { positions.values[index] -= shifts[positions.values[index]] }
    }
}
