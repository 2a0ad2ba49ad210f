import GeneratorSwiftAPI

/// Lines of source text, indented by four spaces a level.
struct SourceWriter {
    private(set) var text = ""
    private var level = 0

    mutating func line(_ content: String = "") {
        if !content.isEmpty {
            for _ in 0..<level { text += "    " }
            text += content
        }
        text += "\n"
    }

    /// A line that opens a block, its content, and the line that closes it.
    mutating func block(_ opening: String, closing: String = "}", _ content: (inout SourceWriter) -> Void) {
        line(opening)
        nested(content)
        line(closing)
    }

    /// Lines one level deeper.
    mutating func nested(_ content: (inout SourceWriter) -> Void) {
        level += 1
        content(&self)
        level -= 1
    }

    /// A documentation comment; long lines go on in the next, as deep as `hanging` says.
    mutating func documentation(_ lines: [String], indent: String = "", hanging: String = "") {
        for content in lines {
            guard !content.isEmpty else {
                line("///")
                continue
            }
            var prefix = "/// " + indent
            for part in Source.wrapped(Source.comment(content), width: 116 - 4 * level - prefix.count) {
                line(prefix + part)
                prefix = "/// " + hanging
            }
        }
    }

    mutating func deprecation(_ isDeprecated: Bool) {
        if isDeprecated { line("@available(*, deprecated, message: \"The documentation marks this as deprecated.\")") }
    }
}

/// Pieces of source text that mean what they say, whatever the spec says.
enum Source {
    /// A string literal.
    static func string(_ text: String) -> String {
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
    static func comment(_ text: String) -> String {
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
        var line = ""
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            // A line must not begin with a sign that Markdown would take for a list or a heading.
            let mayBreak = !line.isEmpty && word.first.map { $0.isLetter || $0.isNumber && word.last != "." } == true
            if mayBreak, line.utf8.count + 1 + word.utf8.count > width {
                lines.append(line)
                line = String(word)
            } else {
                line += lines.isEmpty && line.isEmpty ? word : " " + word
            }
        }
        return lines + [line]
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: false
        default: true
        }
    }

    static func literal(_ literal: Literal) -> String {
        switch literal {
        case .string(let text): string(text)
        case .integer(let value): String(value)
        case .number(let text): text
        case .bool(let value): String(value)
        case .member(let name): "." + Names.quoted(name)
        }
    }
}
