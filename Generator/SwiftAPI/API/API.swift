package import GeneratorYAML

/// The Swift API to emit. Every name, type and rule is decided; printing these plain values needs no further decisions.
package struct API: Sendable, Equatable {
    /// The name of the type that represents the whole API. All other types are nested in it.
    package let name: String
    package let documentation: [String]
    package let credentials: [Credential]
    package let services: [Service]
    /// Whether operations need credentials.
    package let access: Access
    /// `true` if there is a base URL for each service that an operation calls, so that callers need not name servers.
    package let isServed: Bool
    package let groups: [Group]
    /// One entry for each file of the spec, ordered by file name. The root document is included.
    package let files: [File]
    /// The position in the spec from which this element is derived. Every declaration has such a location.
    package let location: SourceLocation

    /// The identifier types, ordered by name.
    package var identifiers: [TypeDeclaration] {
        files.flatMap(\.types).filter { $0.kind == .identifier }.sorted { $0.name < $1.name }
    }

    /// The enumerations to which the service may add values, ordered by name.
    package var openEnumerations: [TypeDeclaration] {
        files.flatMap(\.types).filter { if case .enumeration(let enumeration) = $0.kind { !enumeration.isClosed } else { false } }
            .sorted { $0.name < $1.name }
    }

    /// The types of numbers with a unit, ordered by name.
    package var units: [(declaration: TypeDeclaration, scale: Scale)] {
        files.flatMap(\.types).sorted { $0.name < $1.name }.compactMap { declaration in
            if case .unit(let scale) = declaration.kind { (declaration, scale) } else { nil }
        }
    }

    /// Whether operations need credentials.
    package enum Access: Sendable, Equatable {
        /// No operation accepts credentials.
        case unauthenticated
        /// Some operations need none.
        case optional
        /// All operations need credentials.
        case required
    }

    package struct Credential: Sendable, Equatable {
        package enum Kind: Sendable, Equatable {
            case header(String), query(String), cookie(String), bearer, basic
            /// A secret in a header that the caller names.
            case anyHeader
            /// Several credentials that are sent together.
            case together([Credential])
        }
        /// The name of the factory method, such as `apiKey`.
        package let name: String
        package let kind: Kind
        package let documentation: [String]
        package let location: SourceLocation

        /// The parameters of the factory method, in its order.
        package var parameters: [String] {
            switch kind {
            case .header, .query, .cookie: ["_ secret: String"]
            case .anyHeader: ["_ name: String", "_ secret: String"]
            case .bearer: ["_ token: String"]
            case .basic: ["user: String", "password: String"]
            case .together(let credentials): credentials.flatMap(\.labelledParameters)
            }
        }

        /// The argument labels of the factory method.
        package var labels: [String] { parameters.map { String($0.prefix { $0 != " " && $0 != ":" }) } }

        /// The parameters, named like the credentials, for a method that takes several of them.
        private var labelledParameters: [String] {
            kind == .basic ? ["\(name)User: String", "\(name)Password: String"] : ["\(Names.quoted(name)): String"]
        }
    }

    package struct Service: Sendable, Equatable {
        package let name: String
        /// The default base URL; `nil` if the spec names no server that can be called.
        package let url: String?
        /// All servers that the spec lists; empty if there is only one that can be called, at ``url``.
        package let servers: [Server]
        package let location: SourceLocation

        /// The name of the type that has the servers, nested in `Services`.
        package var serversName: String { name.prefix(1).uppercased() + name.dropFirst() + "Servers" }
    }

    /// A server of a service.
    package struct Server: Sendable, Equatable {
        /// A part of the URL that callers choose.
        package struct Variable: Sendable, Equatable {
            package let name: String
            package let wireName: String
            /// `nil` if callers must pass the value.
            package let defaultValue: String?
        }

        package let name: String
        /// The URL with the variables in braces.
        package let url: String
        package let variables: [Variable]
        package let documentation: [String]
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

        /// Creates a file of the API.
        package init(source: String, types: [TypeDeclaration], methods: [Method]) {
            self.source = source
            self.types = types
            self.methods = methods
        }
    }
}
