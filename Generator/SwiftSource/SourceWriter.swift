/// Writes lines of source text, indented by four spaces for each level.
struct SourceWriter {
    /// The maximum line length, for lines that can be broken.
    private static let width = 120

    private(set) var text = ""
    private var level = 0

    /// The number of characters that fit on a line at the current level.
    private var room: Int { Self.width - 4 * level }

    mutating func line(_ content: String = "") {
        if !content.isEmpty {
            for _ in 0..<level { text += "    " }
            text += content
        }
        text += "\n"
    }

    /// Writes the opening line of a block, its content, and the closing line.
    mutating func block(
        _ opening: String, closing: String = "}", indented: Bool = true, _ content: (inout SourceWriter) -> Void
    ) {
        line(opening)
        if indented { nested(content) } else { content(&self) }
        line(closing)
    }

    /// Writes lines that are indented one level deeper.
    mutating func nested(_ content: (inout SourceWriter) -> Void) {
        level += 1
        content(&self)
        level -= 1
    }

    /// Writes a documentation comment. Long lines are wrapped, and continuation lines are indented by `hanging`.
    mutating func documentation(_ lines: [String], indent: String = "", hanging: String = "") {
        for content in lines {
            guard !content.isEmpty else {
                line("///")
                continue
            }
            var prefix = "/// " + indent
            for part in Source.wrapped(Source.comment(content), width: room - prefix.count) {
                line(prefix + part)
                prefix = "/// " + hanging
            }
        }
    }

    /// Writes the documentation of parameters, each with its lines.
    mutating func parameterDocumentation(_ parameters: [(name: String, lines: [String])]) {
        guard !parameters.isEmpty else { return }
        line("///")
        line("/// - Parameters:")
        for parameter in parameters {
            let lines = parameter.lines.filter { !$0.isEmpty }
            documentation(["\(parameter.name): \(lines.first ?? "")"], indent: "  - ", hanging: "    ")
            documentation(Array(lines.dropFirst()), indent: "    ", hanging: "    ")
        }
    }

    mutating func deprecation(_ message: String?) {
        if let message { line("@available(*, deprecated, message: \(Source.string(message)))") }
    }

    /// Writes `opening a, b, c closing` on one line if it fits, or else one element per line.
    ///
    /// - Parameter endsWithComma: `true` to add a trailing comma if there are several lines.
    mutating func list(_ opening: String, _ elements: [String], closing: String, endsWithComma: Bool = false) {
        guard !fits(opening, elements, closing) else { return }
        block(opening, closing: closing) { writer in
            for (index, element) in elements.enumerated() {
                writer.line(element + (index + 1 < elements.count || endsWithComma ? "," : ""))
            }
        }
    }

    /// Writes an expression on one line if it fits, or else each argument on lines of its own.
    mutating func write(_ expression: CallExpression, closing: String = "") {
        let oneLine = expression.line + closing
        guard oneLine.utf8.count > room, !expression.arguments.isEmpty else { return line(oneLine) }
        block(expression.opening, closing: expression.closing + closing) { writer in
            for (index, argument) in expression.arguments.enumerated() {
                writer.write(argument, closing: index + 1 < expression.arguments.count ? "," : "")
            }
        }
    }

    /// Writes the signature of a declaration, up to the opening brace of its body.
    mutating func signature(_ signature: Signature, access: String) {
        list("\(access) \(signature.opening)", signature.arguments, closing: signature.closing + " {")
    }

    /// Like ``list(_:_:closing:)``, but puts as many elements on each line as fit.
    ///
    /// - Parameter endsWithComma: `true` to add a trailing comma if there are several lines.
    mutating func fill(_ opening: String, _ elements: [String], closing: String, endsWithComma: Bool = false) {
        guard !fits(opening, elements, closing) else { return }
        block(opening, closing: closing) { writer in
            writer.fill(
                elements.enumerated().map { index, element in element + (index + 1 < elements.count || endsWithComma ? "," : "") })
        }
    }

    /// Writes a string literal of words that need no escaping, separated by whitespace, on as few lines as possible.
    mutating func words(_ opening: String, _ words: [String], closing: String) {
        guard !fits(opening, ["\"" + words.joined(separator: " ") + "\""], closing) else { return }
        line(opening)
        nested { writer in
            writer.line("\"\"\"")
            writer.fill(words)
            writer.line("\"\"\"" + closing)
        }
    }

    /// Writes as many pieces on each line as fit.
    private mutating func fill(_ pieces: [String]) {
        var content = ""
        for piece in pieces {
            if !content.isEmpty, content.utf8.count + 1 + piece.utf8.count > room {
                line(content)
                content = piece
            } else {
                content += content.isEmpty ? piece : " " + piece
            }
        }
        line(content)
    }

    /// Writes everything on one line if it is short enough. Returns `true` if it wrote the line.
    mutating func fits(_ opening: String, _ elements: [String], _ closing: String) -> Bool {
        let oneLine = opening + elements.joined(separator: ", ") + closing
        guard oneLine.utf8.count <= room || elements.isEmpty else { return false }
        line(oneLine)
        return true
    }
}
