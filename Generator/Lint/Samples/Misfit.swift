import GeneratorYAML

/// A place in a value that does not conform to a schema.
package struct Misfit {
    package enum Kind { case value, missingMember, unknownMember }

    package let kind: Kind
    let location: SourceLocation
    /// The member names and indices that lead to the place.
    package let path: [String]
    package let message: String

    /// Returns the path as exceptions use it: `negativeBalance/period`.
    func subject(in name: String) -> String { path.isEmpty ? name : "\(name)/\(path.joined(separator: "/"))" }
}
