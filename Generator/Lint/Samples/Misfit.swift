import GeneratorYAML

/// A place in a value that is not what a schema says.
struct Misfit {
    enum Kind { case value, missingMember, unknownMember }

    let kind: Kind
    let location: SourceLocation
    /// The members and indices that lead there.
    let path: [String]
    let message: String

    /// The path as an exception names it: `negativeBalance/period`.
    func subject(in name: String) -> String { path.isEmpty ? name : "\(name)/\(path.joined(separator: "/"))" }
}
