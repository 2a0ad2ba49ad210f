/// The reason why a file is rejected, with its location.
package struct YAMLError: Error, Sendable, CustomStringConvertible {
    /// The location that has to be changed.
    package let location: SourceLocation
    /// The problem, its reason, and how to fix it, on one line.
    package let message: String

    /// Creates an error about what begins at the location.
    package init(_ location: SourceLocation, _ message: String) {
        self.location = location
        self.message = message
    }

    /// `file:line:column: error: message`, the format that compilers print and editors can jump to.
    package var description: String { "\(location): error: \(message)" }
}

/// Returns the text in quotes for a message, escaped to fit on one line and truncated if long.
func quoted(_ text: String) -> String {
    let longest = 60
    let shown = text.unicodeScalars.prefix(longest + 1)
    if shown.count <= longest { return text.debugDescription }
    return String(String.UnicodeScalarView(shown.dropLast())).debugDescription + "…"
}
