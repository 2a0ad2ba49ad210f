/// Lines of source text, indented by four spaces a level.
struct SourceWriter {
    /// The longest line, where its words can be broken at all.
    private static let width = 120

    private(set) var text = ""
    private var level = 0

    /// How many characters fit into a line at this level.
    private var room: Int { Self.width - 4 * level }

    mutating func line(_ content: String = "") {
        if !content.isEmpty {
            for _ in 0..<level { text += "    " }
            text += content
        }
        text += "\n"
    }

    /// A line that opens a block, its content, and the line that closes it.
    mutating func block(
        _ opening: String, closing: String = "}", indented: Bool = true, _ content: (inout SourceWriter) -> Void
    ) {
        line(opening)
        if indented { nested(content) } else { content(&self) }
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
            for part in Source.wrapped(Source.comment(content), width: room - prefix.count) {
                line(prefix + part)
                prefix = "/// " + hanging
            }
        }
    }

    mutating func deprecation(_ message: String?) {
        if let message { line("@available(*, deprecated, message: \(Source.string(message)))") }
    }

    /// `opening a, b, c closing` in one line when it fits, else an element a line.
    mutating func list(_ opening: String, _ elements: [String], closing: String) {
        guard !fits(opening, elements, closing) else { return }
        block(opening, closing: closing) { writer in
            for (index, element) in elements.enumerated() { writer.line(element + (index + 1 < elements.count ? "," : "")) }
        }
    }

    /// The head of a declaration; its body follows.
    mutating func signature(_ signature: Signature, access: String) {
        list("\(access) \(signature.opening)", signature.arguments, closing: signature.closing + " {")
    }

    /// The same as ``list(_:_:closing:)`` for elements that say little: as many in a line as fit.
    ///
    /// - Parameter endsWithComma: Whether a comma follows the last element too when there are several lines.
    mutating func fill(_ opening: String, _ elements: [String], closing: String, endsWithComma: Bool = false) {
        guard !fits(opening, elements, closing) else { return }
        block(opening, closing: closing) { writer in
            writer.fill(
                elements.enumerated().map { index, element in element + (index + 1 < elements.count || endsWithComma ? "," : "") })
        }
    }

    /// A literal of words that need no escaping, with white space between them: in one line when it fits, else in as few as do.
    mutating func words(_ opening: String, _ words: [String], closing: String) {
        guard !fits(opening, ["\"" + words.joined(separator: " ") + "\""], closing) else { return }
        line(opening)
        nested { writer in
            writer.line("\"\"\"")
            writer.fill(words)
            writer.line("\"\"\"" + closing)
        }
    }

    /// As many pieces in a line as fit.
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

    /// Writes one line when it is short enough.
    private mutating func fits(_ opening: String, _ elements: [String], _ closing: String) -> Bool {
        let oneLine = opening + elements.joined(separator: ", ") + closing
        guard oneLine.utf8.count <= room || elements.isEmpty else { return false }
        line(oneLine)
        return true
    }
}
