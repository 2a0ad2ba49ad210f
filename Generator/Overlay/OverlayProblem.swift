package import GeneratorYAML

/// An error or warning about an overlay, with its location in the overlay.
package struct OverlayProblem: Error, Sendable, CustomStringConvertible {
    package enum Severity: String, Sendable { case error, warning }

    package let severity: Severity
    package let location: SourceLocation
    /// The problem and how to fix it, on one line.
    package let message: String

    init(_ severity: Severity = .error, at location: SourceLocation, _ message: String) {
        self.severity = severity
        self.location = location
        self.message = message
    }

    /// The format that compilers use.
    package var description: String { "\(location): \(severity.rawValue): \(message)" }
}
