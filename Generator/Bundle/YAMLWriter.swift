import GeneratorYAML

/// Writes YAML that YAML 1.1 and 1.2 parsers read the same way.
struct YAMLWriter {
    private var text = ""

    static func text(of value: DocumentValue) -> String {
        var writer = YAMLWriter()
        switch value {
        case .object(let members) where !members.isEmpty: writer.write(members, indent: 0)
        default: writer.text += writer.inline(value) + "\n"
        }
        return writer.text
    }

    private mutating func write(_ members: [DocumentValue.Member], indent: Int) {
        for member in members {
            text += spaces(indent) + Self.scalar(member.key) + ":"
            write(member.value, after: indent)
        }
    }

    /// Writes a value after a key or a dash at the given indentation.
    private mutating func write(_ value: DocumentValue, after indent: Int) {
        switch value {
        case .object(let members) where !members.isEmpty:
            text += "\n"
            write(members, indent: indent + 2)
        case .list(let elements) where !elements.isEmpty:
            text += "\n"
            for element in elements { writeElement(element, indent: indent + 2) }
        case .scalar(let scalar):
            if case .string(let string) = scalar, let block = block(string, indent: indent + 2) {
                text += " " + block
            } else {
                text += " \(inline(value))\n"
            }
        default: text += " \(inline(value))\n"
        }
    }

    private mutating func writeElement(_ element: DocumentValue, indent: Int) {
        text += spaces(indent) + "-"
        guard case .object(let members) = element, let first = members.first else { return write(element, after: indent) }
        // The first member follows the dash; the others are on the lines below.
        text += " " + Self.scalar(first.key) + ":"
        write(first.value, after: indent + 2)
        write(Array(members.dropFirst()), indent: indent + 2)
    }

    private func inline(_ value: DocumentValue) -> String {
        switch value {
        case .scalar(let scalar):
            switch scalar {
            case .null: "null"
            case .bool(let bool): bool ? "true" : "false"
            case .integer(let number): String(number)
            case .decimal(let text): Self.decimal(text)
            case .string(let text): Self.scalar(text)
            }
        case .list: "[]"
        case .object: "{}"
        }
    }

    /// Adds the exponent sign that YAML 1.1 requires.
    static func decimal(_ text: String) -> String {
        guard let exponent = text.firstIndex(of: "e"), let next = text[exponent...].dropFirst().first, next.isNumber else { return text }
        return text[...exponent] + "+" + text[text.index(after: exponent)...]
    }

    // MARK: Texts

    /// Returns multi-line text as a block scalar, or `nil` if YAML cannot represent it that way.
    private func block(_ string: String, indent: Int) -> String? {
        guard string.utf8.contains(UInt8(ascii: "\n")), let first = string.unicodeScalars.first, first != " ", first != "\n",
            string.unicodeScalars.allSatisfy({ $0 == "\n" || Self.isPrintable($0) })
        else { return nil }
        var lines = string.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.allSatisfy({ $0.last != " " || $0.contains { $0 != " " } }) else { return nil }
        let endings = lines.reversed().prefix { $0.isEmpty }.count
        // `|-` strips the final line break, `|` keeps one, and `|+` keeps all of them.
        let chomping = endings == 0 ? "-" : endings == 1 ? "" : "+"
        if endings > 0 { lines.removeLast() }
        return "|\(chomping)\n" + lines.map { $0.isEmpty ? "\n" : spaces(indent) + $0 + "\n" }.joined()
    }

    /// Returns single-line text: plain if every parser reads it as a string, otherwise quoted.
    static func scalar(_ text: String) -> String { isPlain(text) ? text : text.doubleQuoted }

    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.utf8.first, isLetter(first) || first == UInt8(ascii: "/"), text.utf8.last != UInt8(ascii: " ") else {
            return false
        }
        guard !["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(text.lowercased()) else { return false }
        return text.utf8.allSatisfy { byte in
            isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || " _-./(){}$".utf8.contains(byte)
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x1_0000...0x10_FFFF: true
        default: false
        }
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
