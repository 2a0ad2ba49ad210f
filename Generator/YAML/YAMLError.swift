/// Why a file is refused, and where.
public struct YAMLError: Error, Sendable, CustomStringConvertible {
    /// Where the file has to change.
    public let location: SourceLocation
    /// What is wrong, why, and what to do, on one line.
    public let message: String

    public init(_ location: SourceLocation, _ message: String) {
        self.location = location
        self.message = message
    }

    /// `file:line:column: error: message`, the form that compilers print and editors jump to.
    public var description: String { "\(location): error: \(message)" }
}

/// The text in quotes for a message: escaped, so that a message stays one line, and cut when long.
func quoted(_ text: String) -> String {
    let longest = 60
    let shown = text.unicodeScalars.prefix(longest + 1)
    if shown.count <= longest { return text.debugDescription }
    return String(String.UnicodeScalarView(shown.dropLast())).debugDescription + "…"
}
