public import GeneratorYAML

/// The parts of an OpenAPI document that an API client needs: read from its files, checked, with references resolved.
public struct Document: Sendable {
    public let title: String
    public let version: String
    public let description: String?
    /// `x-swift-name` of `info`: the name of the type that represents the whole API.
    public let swiftName: String?
    public let location: SourceLocation
    /// The file of the document itself; the others are its sections.
    public let file: String
    public let servers: [Server]
    public let tags: [Tag]
    public let securitySchemes: [SecurityScheme]
    /// The operations in the order of `paths`, and within a path in the order of the file.
    public let operations: [Operation]
    /// The requests that the service makes: webhooks, and callbacks of operations.
    ///
    /// Their paths distinguish them: `webhook paid`, `callback paid of POST /invoices: {$request.body#/url}`. No client code is
    /// generated from them, but they are included in comparisons of documents.
    public let webhooks: [Operation]
    /// Every schema reachable from operations, by place.
    public let schemas: [Place: Schema]
    /// The schemas reachable from headers and webhooks, which no client encodes or decodes.
    public let otherSchemas: [Place: Schema]
    /// All files that were read, sorted.
    public let files: [String]

    public func schema(_ place: Place) -> Schema {
        guard let schema = schemas[place] ?? otherSchemas[place] else {
            preconditionFailure("the reader keeps every schema that it names: \(place)")
        }
        return schema
    }
}

public struct Tag: Sendable {
    public let name: String
    public let description: String?
    public let documentation: String?
    /// The Swift name of the group of operations.
    public let swiftName: String?
    public let location: SourceLocation
}

public struct Server: Sendable, Equatable {
    public struct Variable: Sendable, Equatable {
        public let name: String
        public let defaultValue: String
        public let values: [String]
    }

    public let url: String
    public let description: String?
    public let variables: [Variable]
    /// The name of the service at this URL, for APIs that consist of several services (`x-swift-name`).
    public let swiftName: String?
    public let location: SourceLocation

    /// The URL with the default of every variable.
    public var defaultURL: String {
        url(with: Dictionary(variables.map { ($0.name, $0.defaultValue) }) { first, _ in first })
    }
}

extension Server {
    /// Returns the URL with the given variables replaced. Other variables remain as placeholders.
    package func url(with values: [String: String]) -> String {
        Template.replacing(in: url) { values[$0] ?? "{\($0)}" }
    }
}

public struct SecurityScheme: Sendable {
    public enum Kind: Sendable, Equatable {
        case header(String)
        case query(String)
        case cookie(String)
        case bearer
        case basic
    }

    public let name: String
    public let kind: Kind
    public let description: String?
    public let swiftName: String?
    public let location: SourceLocation
}

public struct Operation: Sendable {
    public enum Method: String, Sendable, CaseIterable {
        case get, put, post, delete, options, head, patch, trace
    }

    /// How an operation's response is paginated (`x-pagination`).
    public struct Pagination: Sendable, Equatable {
        public enum Position: String, Sendable { case query, body }

        /// The location of the page number: the query or the JSON body.
        public let position: Position
        /// The name of the query parameter or the path of the body member (`detailedFilter.page`) that contains the page number.
        public let page: String
        /// The name of the parameter or member that contains the page size.
        public let size: String?
        /// The number of the first page.
        public let first: Int
        /// The path of member names that leads to the list in the response; empty if the response itself is the list.
        public let items: [String]
        public let location: SourceLocation
    }

    /// The part of a request that selects JSON or a file as the response format (`x-export`).
    public struct Export: Sendable {
        public enum Position: String, Sendable { case query, body }

        /// The location of the selecting value: the query or the JSON body.
        public let position: Position
        /// The name of the parameter or the member.
        public let name: String
        /// The value that selects JSON.
        public let json: String
        /// The values that select a file. All are strings.
        public let files: [Node]
        /// The Swift name of the type for the file formats.
        public let swiftName: String?
        public let location: SourceLocation
    }

    public let id: String
    public let method: Method
    /// The path template, such as `/v1/workspaces/{workspaceId}/tags`.
    public let path: String
    public let place: Place
    public let location: SourceLocation
    public let tag: String?
    public let summary: String?
    public let description: String?
    public let documentation: String?
    public let isDeprecated: Bool
    public let swiftName: String?
    public let pagination: Pagination?
    public let export: Export?
    /// `x-replacement`: the `operationId` of the operation that replaces a deprecated one.
    public internal(set) var replacement: String?
    /// `x-experimental`: `true` if the service may still change the operation.
    public let isExperimental: Bool
    public let parameters: [Parameter]
    public let body: RequestBody?
    public let responses: [Response]
    /// The alternatives, each a set of scheme names. An empty list means that no credentials are required.
    public let security: [[String]]
    /// The servers of the operation if they differ from the document's servers.
    public let servers: [Server]
}

public struct Parameter: Sendable {
    public enum Position: String, Sendable { case path, query, header, cookie }

    public enum Style: String, Sendable {
        case simple, form, spaceDelimited, pipeDelimited, deepObject, label, matrix
    }

    public let name: String
    public let position: Position
    public let location: SourceLocation
    public let description: String?
    public let isRequired: Bool
    public let isDeprecated: Bool
    public let style: Style
    public let explode: Bool
    /// `true` if reserved URL characters are sent unescaped.
    public let allowsReserved: Bool
    /// `true` if the value is sent as JSON text (`content` instead of a style).
    public let isJSON: Bool
    public let schema: Place
    public let example: Node?
    public let swiftName: String?

    /// Returns a member of the parameter's object as a separate parameter.
    package func member(_ name: String, _ schema: Place, isRequired: Bool, at location: SourceLocation) -> Parameter {
        Parameter(
            name: name, position: position, location: location, description: nil, isRequired: isRequired, isDeprecated: isDeprecated,
            style: .form, explode: true, allowsReserved: allowsReserved, isJSON: false, schema: schema, example: nil, swiftName: nil)
    }
}

public struct RequestBody: Sendable {
    public let description: String?
    public let isRequired: Bool
    public let content: [MediaType]
    public let location: SourceLocation
}

public struct Response: Sendable {
    /// `200`, `2XX` or `default`.
    public let status: String
    public let description: String
    public let headers: [Header]
    public let content: [MediaType]
    /// `x-may-be-empty`: `true` if the service may omit the content.
    public let mayBeEmpty: Bool
    public let location: SourceLocation

    public var isSuccess: Bool { status.hasPrefix("2") }
}

public struct MediaType: Sendable {
    /// `application/json`
    public let name: String
    public let schema: Place?
    public let example: Node?
    /// How the members of a form are sent, if the document specifies it.
    public var encodings: [Encoding] = []
    public let location: SourceLocation

    /// The name without parameters, in lowercase.
    public var essence: String { MediaType.essence(of: name) }

    static func essence(of name: some StringProtocol) -> String {
        let bytes = name.utf8.prefix { $0 != UInt8(ascii: ";") }.filter { $0 != UInt8(ascii: " ") }
        return String(decoding: bytes, as: UTF8.self).lowercased()
    }

    public var isJSON: Bool {
        let essence = essence
        return essence == "application/json" || essence.hasSuffix("+json") || essence == "text/json"
    }

    /// `true` for a range of media types that contains JSON, as documents write it that do not say which.
    package var isAnything: Bool { name == "*/*" || name == "application/*" }

    /// `true` if the content is JSON, or has a schema and may be JSON.
    package var mayBeJSON: Bool { isJSON || isAnything && schema != nil }

    /// `true` if each member of the schema is sent as a separate part.
    public var isForm: Bool {
        let essence = essence
        return essence == "multipart/form-data" || essence == "application/x-www-form-urlencoded"
    }
}
