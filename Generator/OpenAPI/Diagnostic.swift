package import GeneratorYAML

/// An error or warning about a spec, with its location.
package struct Diagnostic: Hashable, Sendable, Comparable, CustomStringConvertible {
    package enum Severity: String, Sendable { case error, warning }

    /// The subject of a diagnostic, for filtering.
    package enum Topic: String, Sendable {
        case syntax, reference, name, constraint, pagination, overlay, replacement, unit
        /// Anything else.
        case other
    }

    package let severity: Severity
    package let location: SourceLocation
    /// The problem, its reason, and how to fix it.
    package let message: String
    package let topic: Topic

    package init(_ severity: Severity, at location: SourceLocation, _ message: String, about topic: Topic = .other) {
        self.severity = severity
        self.location = location
        self.message = message
        self.topic = topic
    }

    /// The format that compilers use, so that editors can jump to the location.
    package var description: String { "\(location): \(severity.rawValue): \(message)" }

    package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        left.location == right.location ? left.message < right.message : left.location < right.location
    }
}

/// Collects the diagnostics of a spec, so that all of them are reported at once.
package final class Diagnostics {
    private var collected: Set<Diagnostic> = []

    package init() {}

    package func error(at location: SourceLocation, _ message: String, about topic: Diagnostic.Topic = .other) {
        collected.insert(Diagnostic(.error, at: location, message, about: topic))
    }

    package func warning(at location: SourceLocation, _ message: String, about topic: Diagnostic.Topic = .other) {
        collected.insert(Diagnostic(.warning, at: location, message, about: topic))
    }

    /// All diagnostics, ordered by file and line.
    package var all: [Diagnostic] { collected.sorted() }

    package var hasErrors: Bool { collected.contains { $0.severity == .error } }
}
