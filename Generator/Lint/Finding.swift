package import GeneratorYAML

/// A problem in a spec that a check reports.
package struct Finding: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The identifier of the check.
    package let check: String
    /// The location of the problem in the spec, or in the file of exceptions.
    package let location: SourceLocation
    /// The name of the affected object, which exceptions refer to: `createTag/requestBody`.
    package let subject: String
    /// The problem, its cause, and how to fix it.
    package let message: String

    /// Creates a finding of the check with this identifier.
    package init(check: String, at location: SourceLocation, subject: String, _ message: String) {
        self.check = check
        self.location = location
        self.subject = subject
        self.message = message
    }

    /// The finding in compiler format, so that editors can jump to the location.
    package var description: String {
        "\(location): error: \(message) [\(check)\(subject.isEmpty ? "" : ": \(subject)")]"
    }

    /// Orders findings by file and line.
    package static func < (left: Finding, right: Finding) -> Bool {
        (left.location, left.check, left.message) < (right.location, right.check, right.message)
    }
}
