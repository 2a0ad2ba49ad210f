import GeneratorYAML

/// A place in a value that is not what a schema says.
package struct Misfit {
    package enum Kind { case value, missingMember, unknownMember }

    package let kind: Kind
    let location: SourceLocation
    /// The members and indices that lead there.
    package let path: [String]
    package let message: String

    /// The path as an exception names it: `negativeBalance/period`.
    func subject(in name: String) -> String { path.isEmpty ? name : "\(name)/\(path.joined(separator: "/"))" }
}
