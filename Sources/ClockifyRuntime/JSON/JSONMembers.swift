/// The member names that a type knows, in the order of its stored properties, prepared for fast comparison with JSON text.
///
///     static let members = JSONMembers("id name archived")
@_spi(Generated)
public struct JSONMembers: Sendable, ExpressibleByArrayLiteral {
    /// One name: its first eight bytes, and the index of the remaining ones.
    struct Entry: Sendable {
        let length: Int
        /// `true` if the name needs no escapes in JSON text.
        let isPlain: Bool
        let head: UInt64
        /// The index in `tails` at which the words after the first one begin.
        let tail: Int
    }

    let entries: [Entry]
    let tails: [UInt64]

    /// Creates a list from names that may contain any character.
    public init(arrayLiteral names: StaticString...) {
        self.init(names.map { $0.withUTF8Buffer(Array.init) })
    }

    /// Creates a list from names separated by white space. One string compiles faster than an array literal, and every type has a list.
    public init(_ names: StaticString) {
        self.init(names.withUTF8Buffer { $0.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map(Array.init) })
    }

    /// Prepares the names for comparison.
    private init(_ names: [[UInt8]]) {
        var entries: [Entry] = []
        var tails: [UInt64] = []
        entries.reserveCapacity(names.count)
        for name in names {
            let bytes = name.span
            entries.append(
                Entry(
                    length: bytes.count, isPlain: bytes.plainRun(from: 0).end == bytes.count,
                    head: bytes.word(at: 0, length: bytes.count), tail: tails.count))
            var index = Word.length
            while index < bytes.count {
                tails.append(bytes.word(at: index, length: bytes.count - index))
                index += Word.length
            }
        }
        self.entries = entries
        self.tails = tails
    }

    /// The names as they appear in JSON, without escapes.
    public var names: [String] {
        entries.map { entry in
            var bytes: [UInt8] = []
            for index in 0..<entry.length {
                let word = index < Word.length ? entry.head : tails[entry.tail + index / Word.length - 1]
                bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(8 * (index % Word.length))))
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    /// Returns the index of the member whose name is the `length` bytes at `start`. The search starts at `guess`.
    func index(of text: Span<UInt8>, from start: Int, length: Int, guess: Int) -> Int? {
        let head = text.word(at: start, length: length)
        for index in entries.indices where index >= guess {
            if matches(index, head, text, start, length) { return index }
        }
        for index in entries.indices where index < guess {
            if matches(index, head, text, start, length) { return index }
        }
        return nil
    }

    /// `true` if the text at `start` is the name of the member at `index`, followed by a quotation mark.
    @inline(__always)
    func isNext(_ index: Int, in text: Span<UInt8>, at start: Int) -> Bool {
        guard index < entries.count else { return false }
        let entry = entries[index]
        let end = start + entry.length
        return end < text.count && text[end] == UInt8(ascii: "\"") && entry.isPlain
            && matches(index, text.word(at: start, length: entry.length), text, start, entry.length)
    }

    @inline(__always)
    private func matches(_ index: Int, _ head: UInt64, _ text: Span<UInt8>, _ start: Int, _ length: Int) -> Bool {
        let entry = entries[index]
        guard entry.head == head, entry.length == length else { return false }
        return length <= Word.length || tailMatches(entry, text, start)
    }

    private func tailMatches(_ entry: Entry, _ text: Span<UInt8>, _ start: Int) -> Bool {
        var offset = Word.length
        var tail = entry.tail
        while offset < entry.length {
            if tails[tail] != text.word(at: start + offset, length: entry.length - offset) { return false }
            offset += Word.length
            tail += 1
        }
        return true
    }
}
