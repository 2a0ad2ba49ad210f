import GeneratorSwiftAPI

/// Pieces of source text that mean what they say, whatever the spec says.
package enum Source {
    /// A string literal.
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

    /// Text of one line of a comment: nothing that ends the line, turns the writing direction or hides.
    package static func comment(_ text: String) -> String {
        if isPlainASCII(text) { return text }
        var comment = ""
        for scalar in text.unicodeScalars {
            comment.unicodeScalars.append(isPlain(scalar) || scalar == "\t" ? scalar : "\u{FFFD}")
        }
        return comment
    }

    /// The words of a text in lines of at most `width` characters where the words allow it.
    ///
    /// Only single spaces are broken at, so that code and tables keep their form.
    static func wrapped(_ text: String, width: Int) -> [String] {
        guard text.utf8.count > width else { return [text] }
        var lines: [String] = []
        // What is in the line so far, and where its last word ends.
        var start = text.startIndex
        var end = text.startIndex
        for word in text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false).map(Substring.init) {
            // A line must not begin with a sign that Markdown would take for a list or a heading.
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

    /// Whether a text has something, no white space, and nothing that a literal would escape.
    static func isPlainWord(_ text: String) -> Bool {
        !text.isEmpty && isPlainASCII(text, inLiteral: true) && !text.utf8.contains(UInt8(ascii: " "))
    }

    /// Whether every character stands for itself; most texts are like that, and looking at bytes is quick.
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
        }
    }
}
