import GeneratorYAML

/// Something about a spec that a person must know, at the place where it stands.
public struct Diagnostic: Hashable, Sendable, Comparable, CustomStringConvertible {
    public enum Severity: String, Sendable { case error, warning }

    /// What it is about, for those who look for one kind of thing.
    public enum Topic: String, Sendable {
        case syntax, reference, name, constraint, pagination
        /// Anything else.
        case other
    }

    public let severity: Severity
    public let location: SourceLocation
    /// What is wrong, why, and what to do.
    public let message: String
    public let topic: Topic

    public init(_ severity: Severity, at location: SourceLocation, _ message: String, about topic: Topic = .other) {
        self.severity = severity
        self.location = location
        self.message = message
        self.topic = topic
    }

    /// The form compilers use, so that editors jump to the place.
    public var description: String { "\(location): \(severity.rawValue): \(message)" }

    public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        left.location == right.location ? left.message < right.message : left.location < right.location
    }
}

/// Collects what is wrong with a spec, so that a person sees all of it at once.
public final class Diagnostics {
    private var collected: Set<Diagnostic> = []

    public init() {}

    public func error(at location: SourceLocation, _ message: String, about topic: Diagnostic.Topic = .other) {
        collected.insert(Diagnostic(.error, at: location, message, about: topic))
    }

    public func warning(at location: SourceLocation, _ message: String) {
        collected.insert(Diagnostic(.warning, at: location, message))
    }

    /// In the order of the files and lines.
    public var all: [Diagnostic] { collected.sorted() }

    public var hasErrors: Bool { collected.contains { $0.severity == .error } }
}
