public import GeneratorYAML

/// A problem in a spec that a check reports.
public struct Finding: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The identifier of the check.
    public let check: String
    /// The location of the problem in the spec, or in the file of exceptions.
    public let location: SourceLocation
    /// The name of the affected object, which exceptions refer to: `createTag/requestBody`.
    public let subject: String
    /// The problem, its cause, and how to fix it.
    public let message: String

    /// Creates a finding of the check with this identifier.
    public init(check: String, at location: SourceLocation, subject: String, _ message: String) {
        self.check = check
        self.location = location
        self.subject = subject
        self.message = message
    }

    /// The finding in compiler format, so that editors can jump to the location.
    public var description: String {
        "\(location): error: \(message) [\(check)\(subject.isEmpty ? "" : ": \(subject)")]"
    }

    /// Orders findings by file and line.
    public static func < (left: Finding, right: Finding) -> Bool {
        (left.location, left.check, left.message) < (right.location, right.check, right.message)
    }
}
