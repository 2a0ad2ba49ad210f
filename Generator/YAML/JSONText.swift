/// Adapts JSON files for libyaml, which rejects two things that JSON allows: characters beyond U+FFFF escaped as a
/// surrogate pair, and tabs before the first and after the last bracket.
///
/// Only files that consist entirely of JSON tokens are changed. There, double quotes always delimit strings in both JSON
/// and YAML, so the inside and the outside of strings are unambiguous. Lines and columns are preserved: a tab becomes one
/// space, and `\ud83d\ude00` becomes `\U0001f600`, with the two saved characters added as spaces after the closing quote.
struct JSONText {
    private let source: SourceText
    private var bytes: [UInt8]
    private var isChanged = false

    /// Returns the text to parse instead of the source, or `nil` if the source needs no changes.
    static func prepared(_ source: SourceText) throws(YAMLError) -> SourceText? {
        guard let first = source.bytes[source.contentStart...].first(where: { !isBlank($0) }),
            first == 0x7B || first == 0x5B
        else { return nil }
        var text = JSONText(source: source, bytes: source.bytes)
        guard try text.rewrite(), text.isChanged else { return nil }
        return SourceText(file: source.file, bytes: text.bytes, contentStart: source.contentStart)
    }

    private init(source: SourceText, bytes: [UInt8]) {
        self.source = source
        self.bytes = bytes
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    /// Rewrites the tokens. Returns `false` at the first token that is not JSON. The file is then YAML, and `bytes` is invalid.
    private mutating func rewrite() throws(YAMLError) -> Bool {
        // The previous token: the byte itself for a bracket, comma or colon, a quote for a string, a zero for a literal.
        var previous: UInt8 = 0
        var position = source.contentStart
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case 0x20, 0x0A, 0x0D:
                position += 1
            case 0x09:
                bytes[position] = 0x20
                isChanged = true
                position += 1
            case 0x22:  // a string
                guard Self.canPrecedeValue(previous), let end = try rewriteString(at: position) else { return false }
                position = end
                previous = byte
            case 0x3A:  // a colon
                guard previous == 0x22 else { return false }
                position += 1
                previous = byte
            case 0x7B, 0x7D, 0x5B, 0x5D, 0x2C:  // { } [ ] ,
                position += 1
                previous = byte
            default:
                guard Self.canPrecedeValue(previous), Self.isLiteral(byte) else { return false }
                while position < bytes.count, Self.isLiteral(bytes[position]) { position += 1 }
                previous = 0x30
            }
        }
        return true
    }

    /// Returns `true` if a value or key may follow the token: `{`, `[`, `,` or `:`.
    private static func canPrecedeValue(_ token: UInt8) -> Bool {
        token == 0x7B || token == 0x5B || token == 0x2C || token == 0x3A
    }

    /// Returns `true` if the byte can be part of a number, `true`, `false` or `null`. libyaml checks the rest.
    private static func isLiteral(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
        default: false
        }
    }

    /// Joins the surrogate pairs of the string that opens at a byte. Returns the end of the string, or `nil` if it is not
    /// valid JSON.
    private mutating func rewriteString(at opening: Int) throws(YAMLError) -> Int? {
        var reading = opening + 1
        var writing = reading
        while reading < bytes.count {
            let byte = bytes[reading]
            if byte < 0x20 { return nil }
            if byte == 0x22 {
                reading += 1
                if writing < reading - 1 { pad(from: writing, to: reading) }
                return reading
            }
            var length = 1
            if byte == 0x5C {
                guard let escape = try escape(at: reading) else { return nil }
                length = escape.length
                if let scalar = escape.scalar {
                    write(scalar, at: &writing)
                    reading += length
                    continue
                }
            }
            if writing == reading {
                writing += length
            } else {
                for offset in 0..<length { bytes[writing + offset] = bytes[reading + offset] }
                writing += length
            }
            reading += length
        }
        return nil
    }

    /// Returns the length of the escape at a backslash, and its scalar if it is a surrogate pair. Returns `nil` if it is not JSON.
    private func escape(at position: Int) throws(YAMLError) -> (length: Int, scalar: UInt32?)? {
        guard position + 1 < bytes.count else { return nil }
        switch bytes[position + 1] {
        case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: return (2, nil)  // " \ / b f n r t
        case 0x75: break
        default: return nil
        }
        guard let first = codeUnit(at: position) else { return nil }
        guard first & 0xF800 == 0xD800 else { return (6, nil) }
        guard first < 0xDC00, let second = codeUnit(at: position + 6), second & 0xFC00 == 0xDC00 else {
            // The location in the original source, because the bytes of this line may already have moved.
            throw YAMLError(
                source.location(ofByte: position),
                "this escape is half of a surrogate pair and stands for no character; write both halves, high then low, "
                    + "or the character itself")
        }
        return (12, 0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF))
    }

    /// Returns the value of `\u` and four hexadecimal digits.
    private func codeUnit(at position: Int) -> UInt32? {
        guard position + 6 <= bytes.count, bytes[position] == 0x5C, bytes[position + 1] == 0x75 else { return nil }
        var value: UInt32 = 0
        for byte in bytes[position + 2..<position + 6] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    private mutating func write(_ scalar: UInt32, at position: inout Int) {
        let digits = String(scalar, radix: 16)
        let escape = "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        for byte in escape.utf8 {
            bytes[position] = byte
            position += 1
        }
        isChanged = true
    }

    /// Closes a shortened string and pads it, so that the following text stays in its column.
    private mutating func pad(from closing: Int, to end: Int) {
        bytes[closing] = 0x22
        for position in closing + 1..<end { bytes[position] = 0x20 }
    }
}
