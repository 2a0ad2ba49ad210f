/// Operations on eight bytes of text in one machine word. The first byte is the lowest.
enum Word {
    static let length = 8

    /// Returns a word whose lowest set bit lies in the first byte of `word` that ends plain string content: a quotation
    /// mark, a backslash or a control character. Returns zero if no byte does. (Bits above the lowest one may be wrong,
    /// because subtraction borrows.)
    @inline(__always)
    static func stops(in word: UInt64) -> UInt64 {
        let quotes = word ^ 0x2222_2222_2222_2222
        let backslashes = word ^ 0x5C5C_5C5C_5C5C_5C5C
        let isControl = (word &- 0x2020_2020_2020_2020) & ~word
        let isQuote = (quotes &- 0x0101_0101_0101_0101) & ~quotes
        let isBackslash = (backslashes &- 0x0101_0101_0101_0101) & ~backslashes
        return (isControl | isQuote | isBackslash) & highBits
    }

    // The JSON literals as words.
    static var null: UInt64 { 0x6C6C_756E }
    static var `true`: UInt64 { 0x6575_7274 }
    static var `false`: UInt64 { 0x65_736C_6166 }

    static var highBits: UInt64 { 0x8080_8080_8080_8080 }

    /// Returns a mask for the first `length` bytes.
    @inline(__always)
    static func mask(_ length: Int) -> UInt64 {
        length >= Self.length ? .max : (1 &<< UInt64(truncatingIfNeeded: length &* 8)) &- 1
    }
}

extension Span where Element == UInt8 {
    /// Returns the eight bytes at `index`. Traps if they are out of bounds.
    @inline(__always)
    func word(at index: Int) -> UInt64 {
        // The method is called unsafe because it reinterprets bytes. It checks bounds, and any eight bytes are a valid UInt64.
        UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
    }

    /// Returns the first `length` bytes at `index`, at most eight, padded with zeros. Also works near the end of the text.
    @inline(__always)
    func word(at index: Int, length: Int) -> UInt64 {
        if index <= count &- Word.length {
            return word(at: index) & Word.mask(length)
        }
        return shortWord(at: index, length: length)
    }

    private func shortWord(at index: Int, length: Int) -> UInt64 {
        var word: UInt64 = 0
        for offset in 0..<Swift.max(0, Swift.min(length, Word.length, count - index)) {
            word |= UInt64(self[index + offset]) << UInt64(8 * offset)
        }
        return word
    }

    /// Returns the end of the run of plain string content at `start`: the index of the first quotation mark, backslash or
    /// control character, or the end of the text.
    @inline(__always)
    func plainRun(from start: Int) -> (end: Int, isASCII: Bool) {
        var index = start
        var seen: UInt64 = 0
        while index <= count &- Word.length {
            let word = word(at: index)
            let stops = Word.stops(in: word)
            if stops != 0 {
                let length = stops.trailingZeroBitCount >> 3
                seen |= word & Word.mask(length)
                return (index + length, seen & Word.highBits == 0)
            }
            seen |= word
            index += Word.length
        }
        while index < count {
            let byte = self[index]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
            seen |= UInt64(byte)
            index += 1
        }
        return (index, seen & Word.highBits == 0)
    }

    /// Returns the string that the well-formed UTF-8 in `range` encodes.
    func string(in range: Range<Int>) -> String {
        // The pointer does not escape the call. A slice of the array would be just as safe, but its reference counting
        // takes a tenth of the time of reading a list.
        extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }

    /// Returns the first index at or after `start` that is not JSON white space.
    @inline(__always)
    func skippingWhitespace(from start: Int) -> Int {
        var index = start
        while index < count {
            switch self[index] {
            case 0x20, 0x0A, 0x0D, 0x09: index += 1
            default: return index
            }
        }
        return index
    }

    /// `true` if the bytes at `index` are those of `text`.
    func hasPrefix(_ text: StaticString, at index: Int) -> Bool {
        text.withUTF8Buffer { expected in
            guard expected.count <= count - index else { return false }
            for offset in expected.indices where self[index + offset] != expected[offset] { return false }
            return true
        }
    }
}
