import GeneratorSwiftAPI

/// An expression that may be a call, with what stands around it. Its arguments can be written on lines of their own.
struct CallExpression {
    /// The text up to the first argument, or the whole text.
    let opening: String
    let arguments: [CallExpression]
    let closing: String

    init(_ text: String) { self.init(opening: text, arguments: [], closing: "") }

    init(opening: String, arguments: [CallExpression], closing: String) {
        (self.opening, self.arguments, self.closing) = (opening, arguments, closing)
    }

    /// The expression on one line.
    var line: String { opening + arguments.map(\.line).joined(separator: ", ") + closing }

    /// Returns the expression with text before and after it.
    func between(_ prefix: String, _ suffix: String) -> CallExpression {
        guard !arguments.isEmpty else { return CallExpression(prefix + line + suffix) }
        return CallExpression(opening: prefix + opening, arguments: arguments, closing: closing + suffix)
    }

    /// Returns the expression as an argument.
    func labelled(_ label: String) -> CallExpression { between(Names.quotedCallLabel(label) + ": ", "") }
}
