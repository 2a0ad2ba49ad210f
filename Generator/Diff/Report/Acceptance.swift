package import GeneratorYAML

/// A change that a reviewer has approved.
package struct Acceptance: Sendable, Hashable {
    struct Key: Hashable {
        let check: String
        let subject: String
    }

    package let check: String
    package let subject: String
    package let reason: String
    /// The location of the entry in the file.
    package let location: SourceLocation

    var key: Key { Key(check: check, subject: subject) }
}

/// The reason why a file of acceptances cannot be used.
package struct AcceptanceError: Error, Sendable, CustomStringConvertible {
    package let location: SourceLocation
    /// The problem, its cause, and how to fix it.
    package let message: String

    /// The error in compiler format, so that editors can jump to the location.
    package var description: String { "\(location): error: \(message)" }
}

extension Acceptance {
    /// Reads a file of acceptances:
    ///
    ///     accepted:
    ///       - check: request-property-max-length-set
    ///         subject: CreateTagRequest.name
    ///         reason: The service has always refused longer names. The spec now documents it.
    ///
    /// The subject is the exact name of what changed, or a list of names. Patterns are not supported, because they would also accept
    /// changes that nobody has reviewed.
    ///
    /// - Parameter file: The file name to use in errors.
    package static func read(_ bytes: [UInt8], file: String) throws(AcceptanceError) -> [Acceptance] {
        let decisions = ReviewDecisions(bytes, file: file, kind: .acceptedChange)
        if let problem = decisions.problems.first {
            throw AcceptanceError(location: problem.location, message: problem.message)
        }
        var acceptances: [Acceptance] = []
        var locations: [Key: SourceLocation] = [:]
        for entry in decisions.entries {
            for subject in entry.subjects {
                let acceptance = Acceptance(
                    check: entry.check.text, subject: subject.text, reason: entry.reason.text,
                    location: entry.subjects.count == 1 ? entry.location : subject.location)
                if let other = locations.updateValue(acceptance.location, forKey: acceptance.key) {
                    throw AcceptanceError(
                        location: acceptance.location, message: "this change is accepted already, at \(other); remove one of the two")
                }
                acceptances.append(acceptance)
            }
        }
        return acceptances
    }
}
