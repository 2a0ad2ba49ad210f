/// A file's bytes, checked to be text whose lines and columns libyaml counts in the same way as an editor.
struct SourceText {
    let file: String
    /// The bytes to parse, including the byte order mark.
    let bytes: [UInt8]
    /// The offset where the text begins, after the byte order mark if present.
    let contentStart: Int

    init(checking bytes: [UInt8], file: String, limits: YAMLLimits) throws(YAMLError) {
        let raw = SourceText(file: file, bytes: bytes, contentStart: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
        guard bytes.count <= limits.size else {
            throw YAMLError(
                raw.start,
                "the file has \(bytes.count) bytes and the limit is \(limits.size); split it into several files")
        }
        guard bytes.count > raw.contentStart else { throw raw.isEmptyError }
        try raw.checkEncoding()
        try raw.checkCharacters()
        self = try JSONText.prepared(raw) ?? raw
    }

    init(file: String, bytes: [UInt8], contentStart: Int) {
        self.file = file
        self.bytes = bytes
        self.contentStart = contentStart
    }

    var start: SourceLocation { SourceLocation(file: file, line: 1, column: 1) }

    var isEmptyError: YAMLError {
        YAMLError(start, "the file is empty, which has no meaning here; write the document or remove the file")
    }

    /// The location after the last character. Scans the file, so it is for errors only.
    var end: SourceLocation { location(ofByte: bytes.count) }

    /// Returns the location of a byte that begins a character. Scans the file, so it is for errors only.
    func location(ofByte offset: Int) -> SourceLocation {
        let bytes = bytes
        var location = start
        for position in contentStart..<offset {
            let byte = bytes[position]
            let isReturnAlone = byte == 0x0D && !(position + 1 < bytes.count && bytes[position + 1] == 0x0A)
            if byte == 0x0A || isReturnAlone {
                location.line += 1
                location.column = 1
            } else if byte & 0xC0 != 0x80 {
                location.column += 1
            }
        }
        return location
    }

    /// Returns the character at a location, or `nil` at or beyond the end of a line. Scans the file, so it is for errors only.
    func character(at location: SourceLocation) -> Unicode.Scalar? {
        var line = 1
        var column = 1
        let text = String(decoding: bytes[contentStart...], as: UTF8.self).unicodeScalars
        var previous: Unicode.Scalar = " "
        for scalar in text {
            if line == location.line, column == location.column { return scalar }
            if scalar == "\n" && previous != "\r" || scalar == "\r" {
                line += 1
                column = 1
            } else if scalar != "\n" {
                column += 1
            }
            if line > location.line { return nil }
            previous = scalar
        }
        return nil
    }

    private func checkEncoding() throws(YAMLError) {
        let head = Array(bytes.prefix(2))
        if head == [0xFE, 0xFF] || head == [0xFF, 0xFE] || head.count == 2 && (head[0] == 0) != (head[1] == 0) {
            throw YAMLError(start, "the file is UTF-16 or UTF-32, and only UTF-8 is read; save it as UTF-8")
        }
    }

    /// Rejects invalid UTF-8, and characters that YAML does not allow or that make lines ambiguous. libyaml also rejects
    /// most of them, but does not report where.
    private func checkCharacters() throws(YAMLError) {
        var hasDirective = false
        try checkDirective(at: contentStart, &hasDirective)
        let bytes = bytes  // retained once for the loop; reading the property would retain it for every byte
        let count = bytes.count
        var position = contentStart
        while position < count {
            let byte = bytes[position]
            if byte >= 0x20 && byte < 0x7F || byte == 0x09 {
                position += 1
            } else if byte == 0x0A || byte == 0x0D {
                position += 1
                if position < count, bytes[position] == 0x25 { try checkDirective(at: position, &hasDirective) }
            } else if byte < 0x80 {
                throw characterError(UInt32(byte), at: position)
            } else {
                position += try lengthOfCharacter(at: position)
            }
        }
    }

    /// Returns the number of bytes of the non-ASCII character that begins at a position.
    private func lengthOfCharacter(at position: Int) throws(YAMLError) -> Int {
        let bytes = bytes
        let lead = bytes[position]
        let length =
            switch lead {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 0
            }
        guard length > 0, position + length <= bytes.count else { throw utf8Error(at: position) }
        var value = UInt32(lead) & (0x7F >> UInt32(length))
        for next in position + 1..<position + length {
            guard bytes[next] & 0xC0 == 0x80 else { throw utf8Error(at: position) }
            value = value << 6 | UInt32(bytes[next] & 0x3F)
        }
        // An overlong encoding, half of a surrogate pair, or a value beyond Unicode.
        let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
        guard value >= smallest, Unicode.Scalar(value) != nil else { throw utf8Error(at: position) }
        switch value {
        case 0x80...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: throw characterError(value, at: position)
        default: return length
        }
    }

    private func utf8Error(at position: Int) -> YAMLError {
        let byte = String(bytes[position], radix: 16, uppercase: true)
        return YAMLError(
            location(ofByte: position),
            "the byte 0x\(byte) is not valid UTF-8 here, and only UTF-8 is read; save the file as UTF-8")
    }

    private func characterError(_ value: UInt32, at position: Int) -> YAMLError {
        let digits = String(value, radix: 16, uppercase: true)
        let name = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        let why =
            switch value {
            case 0x85, 0x2028, 0x2029: "ends a line in YAML 1.1 but not in YAML 1.2"
            case 0xFEFF: "is an invisible byte order mark, which belongs only at the beginning of a file"
            case 0xFFFE, 0xFFFF: "is not a character"
            default: "is a control character, which YAML does not allow"
            }
        return YAMLError(
            location(ofByte: position),
            "U+\(name) \(why); remove it, or write it as \"\\u\(name)\" in double quotes")
    }

    /// Accepts a single `%YAML 1.2`. Other directives change the meaning of the text below them, or only cost time.
    private func checkDirective(at position: Int, _ hasDirective: inout Bool) throws(YAMLError) {
        guard bytes[position] == 0x25 else { return }
        let directive = Array("%YAML 1.2".utf8)
        let end = position + directive.count
        let isKnown =
            bytes[position...].starts(with: directive)
            && (end == bytes.count || [0x0A, 0x0D, 0x20].contains(bytes[end]))
        guard isKnown, !hasDirective else {
            throw YAMLError(
                location(ofByte: position),
                "a line begins with `%`, which marks a directive, and the only one understood is a single `%YAML 1.2`; "
                    + "remove the line, or indent it if it is text")
        }
        hasDirective = true
    }
}
