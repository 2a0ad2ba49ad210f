import GeneratorSwiftAPI
import GeneratorSwiftSource

/// Everything public that a generated module declares, a line for each declaration: what a reviewer sees of a change of the
/// spec, and what users' code is written against.
///
/// It comes from the same value that the emitter prints, and says signatures with the emitter's own words.
///
///     Clockify.Tag: let name: String
///     Clockify.Operations.Tags: func get(_ tag: Clockify.TagID, in workspace: Clockify.WorkspaceID) async throws(APIFailure) -> Clockify.Tag
public struct Surface: Sendable, Equatable {
    public struct Declaration: Sendable, Hashable, Comparable, CustomStringConvertible {
        /// The type that it is declared in: `Clockify.Operations.Tags`. Empty for the type that stands for the whole API.
        public let scope: String
        /// As Swift writes it, without its body.
        public let text: String
        /// What else callers depend on: what a constant stands for, that it is deprecated, that its result may be left alone.
        public let notes: [String]

        /// The line of the listing.
        public var description: String {
            (scope.isEmpty ? "" : scope + ": ") + text + (notes.isEmpty ? "" : "  // " + notes.joined(separator: "; "))
        }

        /// By bytes, so that the order is that of `LC_ALL=C sort` on every machine.
        public static func < (left: Self, right: Self) -> Bool {
            left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
        }
    }

    /// Sorted.
    public let declarations: [Declaration]

    public init(of api: API) {
        var builder = SurfaceBuilder(api: api)
        builder.addRoot()
        for file in api.files {
            for declaration in file.types { builder.add(declaration) }
            for method in file.methods { builder.add(method) }
        }
        declarations = builder.declarations.sorted()
    }

    /// The listing, as it is committed.
    public var text: String { declarations.map { $0.description + "\n" }.joined() }
}
