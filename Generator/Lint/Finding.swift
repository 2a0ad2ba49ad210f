import GeneratorYAML

/// Something in a spec that a check holds to be wrong.
public struct Finding: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The check's id.
    public let check: String
    public let location: SourceLocation
    /// What people call the thing: `createTag/requestBody`. An exception names it.
    public let subject: String
    /// What is wrong, why, and what to do.
    public let message: String

    public init(check: String, at location: SourceLocation, subject: String, _ message: String) {
        self.check = check
        self.location = location
        self.subject = subject
        self.message = message
    }

    /// The form compilers use, so that editors jump to the place.
    public var description: String {
        "\(location): error: \(message) [\(check)\(subject.isEmpty ? "" : ": \(subject)")]"
    }

    public static func < (left: Finding, right: Finding) -> Bool {
        (left.location, left.check, left.message) < (right.location, right.check, right.message)
    }
}
