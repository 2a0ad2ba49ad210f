package import GeneratorSwiftAPI

/// Converts text of a spec to safe source text.
package enum Source {
    /// Returns a string literal for the text.
    package static func string(_ text: String) -> String {
        if isPlainASCII(text, inLiteral: true) { return "\"" + text + "\"" }
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": literal += "\\\""
            case "\\": literal += "\\\\"
            case "\n": literal += "\\n"
            case "\r": literal += "\\r"
            case "\t": literal += "\\t"
            default:
                if isPlain(scalar) {
                    literal.unicodeScalars.append(scalar)
                } else {
                    literal += "\\u{" + String(scalar.value, radix: 16) + "}"
                }
            }
        }
        return literal + "\""
    }

    /// Returns the text for one line of a comment.
    ///
    /// Characters that end the line, change the writing direction or are invisible are replaced.
    package static func comment(_ text: String) -> String {
        if isPlainASCII(text) { return text }
        var comment = ""
        for scalar in text.unicodeScalars {
            comment.unicodeScalars.append(isPlain(scalar) || scalar == "\t" ? scalar : "\u{FFFD}")
        }
        return comment
    }

    /// Returns the text wrapped into lines of at most `width` characters where possible.
    ///
    /// Breaks only at single spaces, so that code and tables keep their layout.
    static func wrapped(_ text: String, width: Int) -> [String] {
        guard text.utf8.count > width else { return [text] }
        var lines: [String] = []
        // The start of the current line and the end of its last word.
        var start = text.startIndex
        var end = text.startIndex
        for word in text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false).map(Substring.init) {
            // A line must not begin with a character that Markdown would interpret as a list or a heading.
            if start < end, text.utf8.distance(from: start, to: word.endIndex) > width,
                word.first.map({ $0.isLetter || $0.isNumber && word.last != "." }) == true
            {
                lines.append(String(text[start..<end]))
                start = word.startIndex
            }
            end = word.endIndex
        }
        lines.append(String(text[start...]))
        return lines
    }

    /// Returns `true` if the text is not empty and contains no whitespace and nothing that a literal would escape.
    static func isPlainWord(_ text: String) -> Bool {
        !text.isEmpty && isPlainASCII(text, inLiteral: true) && !text.utf8.contains(UInt8(ascii: " "))
    }

    /// Returns `true` if no character needs escaping. This is true for most texts, and checking bytes is fast.
    private static func isPlainASCII(_ text: String, inLiteral: Bool = false) -> Bool {
        text.utf8.allSatisfy { byte in
            byte >= 0x20 && byte < 0x7F && !(inLiteral && (byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")))
        }
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value >= 0x20 && scalar.value < 0x7F }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: false
        default: true
        }
    }

    package static func literal(_ literal: Literal) -> String {
        switch literal {
        case .string(let text): string(text)
        case .integer(let value): String(value)
        case .number(let text): text
        case .bool(let value): String(value)
        case .member(let name): "." + Names.quoted(name)
        case .rawValue(let text): ".init(rawValue: \(text))"
        }
    }
}
