public import GeneratorYAML

/// An error or warning about a spec, with its location.
public struct Diagnostic: Hashable, Sendable, Comparable, CustomStringConvertible {
    public enum Severity: String, Sendable { case error, warning }

    /// The subject of a diagnostic, for filtering.
    public enum Topic: String, Sendable {
        case syntax, reference, name, constraint, pagination, overlay
        /// Anything else.
        case other
    }

    public let severity: Severity
    public let location: SourceLocation
    /// The problem, its reason, and how to fix it.
    public let message: String
    public let topic: Topic

    public init(_ severity: Severity, at location: SourceLocation, _ message: String, about topic: Topic = .other) {
        self.severity = severity
        self.location = location
        self.message = message
        self.topic = topic
    }

    /// The format that compilers use, so that editors can jump to the location.
    public var description: String { "\(location): \(severity.rawValue): \(message)" }

    public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        left.location == right.location ? left.message < right.message : left.location < right.location
    }
}

/// Collects the diagnostics of a spec, so that all of them are reported at once.
public final class Diagnostics {
    private var collected: Set<Diagnostic> = []

    public init() {}

    public func error(at location: SourceLocation, _ message: String, about topic: Diagnostic.Topic = .other) {
        collected.insert(Diagnostic(.error, at: location, message, about: topic))
    }

    public func warning(at location: SourceLocation, _ message: String, about topic: Diagnostic.Topic = .other) {
        collected.insert(Diagnostic(.warning, at: location, message, about: topic))
    }

    /// All diagnostics, ordered by file and line.
    public var all: [Diagnostic] { collected.sorted() }

    public var hasErrors: Bool { collected.contains { $0.severity == .error } }
}
