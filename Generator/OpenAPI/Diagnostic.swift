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
    /// `true` if a document must be without flaws: what ``flaw(at:_:otherwise:remedy:about:)`` reports is an error then.
    package var isStrict: Bool
    private var collected: Set<Diagnostic> = []

    /// `true` if documents of OpenAPI 3.2 are read, and what only 3.2 has. Strict readers support 3.0 and 3.1.
    var allowsOpenAPI32: Bool { !isStrict }

    /// - Parameter isStrict: `false` for documents of other people, which are used in spite of their flaws.
    package init(isStrict: Bool = true) { self.isStrict = isStrict }

    package func error(at location: SourceLocation, _ message: String, about topic: Diagnostic.Topic = .other) {
        collected.insert(Diagnostic(.error, at: location, message, about: topic))
    }

    package func warning(at location: SourceLocation, _ message: String, about topic: Diagnostic.Topic = .other) {
        collected.insert(Diagnostic(.warning, at: location, message, about: topic))
    }

    /// Reports a part of a document that has no meaning for the client, or a mistake whose meaning is certain.
    ///
    /// It is an error for a strict reader. For others it is a warning, and the rest of the document is used. What would give a client
    /// that is wrong or unsafe is not a flaw, but an ``error(at:_:about:)``.
    ///
    /// - Parameters:
    ///   - what: What is wrong, such as `"not" cannot be expressed as Swift types`.
    ///   - otherwise: What becomes of it if the reader is not strict, such as `values are not checked against it`.
    ///   - remedy: What the author of the document, or of an overlay, can do.
    package func flaw(
        at location: SourceLocation, _ what: String, otherwise: String, remedy: String, about topic: Diagnostic.Topic = .other
    ) {
        if isStrict {
            error(at: location, "\(what); \(remedy)", about: topic)
        } else {
            warning(at: location, "\(what); \(otherwise); \(remedy)", about: topic)
        }
    }

    /// Resolves a reference, and reports its problems as flaws.
    ///
    /// - Parameters:
    ///   - otherwise: How the document is used without the target, such as `any value is taken`.
    ///   - remedy: What the author can do; `nil` if the problems say it.
    ///   - resolve: Resolves the reference, and reports its problems to the given diagnostics.
    func resolve<Target>(otherwise: String, remedy: String? = nil, _ resolve: (Diagnostics) -> Target?) -> Target? {
        let problems = Diagnostics()
        let target = resolve(problems)
        for problem in problems.collected {
            let message = [problem.message, isStrict ? nil : otherwise, remedy].compactMap(\.self).joined(separator: "; ")
            collected.insert(Diagnostic(isStrict ? .error : .warning, at: problem.location, message, about: problem.topic))
        }
        return target
    }

    /// All diagnostics, ordered by file and line.
    package var all: [Diagnostic] { collected.sorted() }

    package var hasErrors: Bool { collected.contains { $0.severity == .error } }
}
