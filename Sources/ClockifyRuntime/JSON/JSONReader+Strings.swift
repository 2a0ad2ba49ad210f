extension JSONReader {
    /// Reads a string.
    @_spi(Generated)
    public mutating func readString() throws(JSONError) -> String {
        if let range = try readPlainString() {
            return bytes.span.string(in: range)
        }
        return String(decoding: try readEscapedString(), as: UTF8.self)
    }

    /// Reads a string without escapes and returns its range in the text, without the quotation marks.
    ///
    /// Returns `nil` and consumes nothing if the string has escapes.
    @inline(__always)
    mutating func readPlainString() throws(JSONError) -> Range<Int>? {
        let start = try startOfString()
        let (end, isASCII) = bytes.span.plainRun(from: start)
        guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else {
            if end < bytes.count, bytes[end] == UInt8(ascii: "\\") { return nil }
            throw unfinishedString(at: end)
        }
        if !isASCII { try checkUTF8(start..<end) }
        position = end + 1
        return start..<end
    }

    /// Reads a string that may have escapes, and returns its UTF-8 with the escapes decoded.
    mutating func readEscapedString() throws(JSONError) -> [UInt8] {
        var content: [UInt8] = []
        var start = try startOfString()
        while true {
            let (end, isASCII) = bytes.span.plainRun(from: start)
            if !isASCII { try checkUTF8(start..<end) }
            content.append(contentsOf: bytes[start..<end])
            guard end < bytes.count else { throw unfinishedString(at: end) }
            switch bytes[end] {
            case UInt8(ascii: "\""):
                position = end + 1
                return content
            case UInt8(ascii: "\\"):
                let (scalar, next) = try escape(at: end)
                content.append(contentsOf: String(Character(scalar)).utf8)
                start = next
            default:
                throw unfinishedString(at: end)
            }
        }
    }

    /// Checks a string and discards it.
    mutating func skipString() throws(JSONError) {
        var start = try startOfString()
        while true {
            let (end, isASCII) = bytes.span.plainRun(from: start)
            if !isASCII { try checkUTF8(start..<end) }
            guard end < bytes.count else { throw unfinishedString(at: end) }
            switch bytes[end] {
            case UInt8(ascii: "\""):
                position = end + 1
                return
            case UInt8(ascii: "\\"):
                start = try escape(at: end).next
            default:
                throw unfinishedString(at: end)
            }
        }
    }

    @inline(__always)
    private func startOfString() throws(JSONError) -> Int {
        let start = bytes.span.skippingWhitespace(from: position)
        guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") else {
            throw unexpected(at: start, expected: "a string")
        }
        return start + 1
    }

    private func checkUTF8(_ range: Range<Int>) throws(JSONError) {
        if let invalid = bytes.span.firstInvalidUTF8(in: range) {
            throw failure("invalid UTF-8", at: invalid)
        }
    }

    private func unfinishedString(at offset: Int) -> JSONError {
        offset < bytes.count
            ? failure("control character \(bytes[offset]) in a string", at: offset)
            : failure("the text ends within a string", at: offset)
    }

    /// Returns the character that the escape at `start` stands for, and the index after the escape.
    private func escape(at start: Int) throws(JSONError) -> (scalar: Unicode.Scalar, next: Int) {
        guard start + 1 < bytes.count else { throw unfinishedString(at: bytes.count) }
        let scalar: Unicode.Scalar
        switch bytes[start + 1] {
        case UInt8(ascii: "\""): scalar = "\""
        case UInt8(ascii: "\\"): scalar = "\\"
        case UInt8(ascii: "/"): scalar = "/"
        case UInt8(ascii: "b"): scalar = "\u{8}"
        case UInt8(ascii: "f"): scalar = "\u{C}"
        case UInt8(ascii: "n"): scalar = "\n"
        case UInt8(ascii: "r"): scalar = "\r"
        case UInt8(ascii: "t"): scalar = "\t"
        case UInt8(ascii: "u"): return try unicodeEscape(at: start)
        default: throw failure("unknown escape", at: start)
        }
        return (scalar, start + 2)
    }

    private func unicodeEscape(at start: Int) throws(JSONError) -> (scalar: Unicode.Scalar, next: Int) {
        let first = try hexadecimal(at: start + 2)
        if let scalar = Unicode.Scalar(first) { return (scalar, start + 6) }
        // A surrogate: it must be the first of a pair.
        guard first < 0xDC00, bytes.span.hasPrefix("\\u", at: start + 6) else {
            throw failure("surrogate without its other half", at: start)
        }
        let second = try hexadecimal(at: start + 8)
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
        else { throw failure("surrogate without its other half", at: start) }
        return (scalar, start + 12)
    }

    private func hexadecimal(at start: Int) throws(JSONError) -> UInt16 {
        var value: UInt16 = 0
        for index in start..<(start + 4) {
            guard index < bytes.count else { throw unfinishedString(at: bytes.count) }
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt16(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt16(byte - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt16(byte - UInt8(ascii: "A") + 10)
            default: throw failure("expected four hexadecimal digits", at: index)
            }
        }
        return value
    }
}
