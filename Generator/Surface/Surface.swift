package import GeneratorSwiftAPI
import GeneratorSwiftSource

/// The public API of a generated module, one line for each declaration.
///
/// It shows a reviewer the effect of a spec change on the API that users' code depends on.
///
/// It is derived from the same value that the emitter prints, and uses the emitter's own signatures.
///
///     Clockify.Tag: let name: String
///     Clockify.Operations.Tags: func get(_ tag: Clockify.TagID, in workspace: Clockify.WorkspaceID) async throws(APIFailure) -> Clockify.Tag
package struct Surface: Sendable, Equatable {
    /// A public declaration, which is one line of the listing.
    package struct Declaration: Sendable, Hashable, Comparable, CustomStringConvertible {
        /// The enclosing type, such as `Clockify.Operations.Tags`. Empty for the type that represents the whole API.
        package let scope: String
        /// The Swift declaration without its body.
        package let text: String
        /// Other facts that callers depend on: the value of a constant, a deprecation, a discardable result.
        package let notes: [String]

        /// The line of the listing.
        package var description: String {
            (scope.isEmpty ? "" : scope + ": ") + text + (notes.isEmpty ? "" : "  // " + notes.joined(separator: "; "))
        }

        /// Compares bytes, so that the order matches `LC_ALL=C sort` on every machine.
        package static func < (left: Self, right: Self) -> Bool {
            left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
        }
    }

    /// The declarations, sorted.
    package let declarations: [Declaration]

    /// Lists the declarations that are emitted for an API.
    package init(of api: API) {
        var builder = SurfaceBuilder(api: api)
        builder.addRoot()
        for file in api.files {
            for declaration in file.types { builder.add(declaration) }
            for method in file.methods { builder.add(method) }
        }
        declarations = builder.declarations.sorted()
    }

    /// The listing in its committed form.
    package var text: String { declarations.map { $0.description + "\n" }.joined() }
}
