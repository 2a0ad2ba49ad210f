package import GeneratorYAML

/// The Swift API to emit. Every name, type and rule is decided; printing these plain values needs no further decisions.
package struct API: Sendable, Equatable {
    /// The name of the type that represents the whole API. All other types are nested in it.
    package let name: String
    package let documentation: [String]
    package let credentials: [Credential]
    package let services: [Service]
    package let groups: [Group]
    /// One entry for each file of the spec, ordered by file name. The root document is included.
    package let files: [File]
    /// The position in the spec from which this element is derived. Every declaration has such a location.
    package let location: SourceLocation

    /// The identifier types, ordered by name.
    package var identifiers: [TypeDeclaration] {
        files.flatMap(\.types).filter { $0.kind == .identifier }.sorted { $0.name < $1.name }
    }

    /// The types of numbers with a unit, ordered by name.
    package var units: [(declaration: TypeDeclaration, scale: Scale)] {
        files.flatMap(\.types).sorted { $0.name < $1.name }.compactMap { declaration in
            if case .unit(let scale) = declaration.kind { (declaration, scale) } else { nil }
        }
    }

    package struct Credential: Sendable, Equatable {
        package enum Kind: Sendable, Equatable { case header(String), query(String), cookie(String), bearer, basic }
        /// The name of the factory method, such as `apiKey`.
        package let name: String
        package let kind: Kind
        package let documentation: [String]
        package let location: SourceLocation
    }

    package struct Service: Sendable, Equatable {
        package let name: String
        /// The default base URL; `nil` if the spec names no server.
        package let url: String?
        package let location: SourceLocation
    }

    package struct Group: Sendable, Equatable {
        /// The name of the property on the API's type, such as `timeEntries`.
        package let name: String
        /// The name of the type that contains the operations, such as `TimeEntries`. It is nested in `Operations`.
        package let typeName: String
        package let documentation: [String]
        /// The location of the tag, or of the group's first operation if no tag describes the group.
        package let location: SourceLocation
    }

    package struct File: Sendable, Equatable {
        /// The path of the spec file relative to the spec's folder, such as `TimeEntries.yaml`.
        package let source: String
        package var types: [TypeDeclaration]
        package var methods: [Method]
    }
}
