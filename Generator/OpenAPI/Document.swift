import GeneratorYAML

/// An OpenAPI document as far as an API client needs it: read from its files, checked, references resolved.
public struct Document: Sendable {
    public let title: String
    public let version: String
    public let description: String?
    /// `x-swift-name` of `info`: the type that stands for the whole API.
    public let swiftName: String?
    public let location: SourceLocation
    /// The file of the document itself; the others are its sections.
    public let file: String
    public let servers: [Server]
    public let tags: [Tag]
    public let securitySchemes: [SecurityScheme]
    /// In the order of `paths`, and of the files' text within a path.
    public let operations: [Operation]
    /// The requests that the service makes: webhooks, and callbacks of operations. Their paths say which: `webhook paid`,
    /// `callback paid of POST /invoices: {$request.body#/url}`. No client is generated from them; who compares documents looks at them.
    public let webhooks: [Operation]
    /// Every schema that operations reach, by place.
    public let schemas: [Place: Schema]
    /// Those of headers and webhooks, which no client reads or writes, and what they refer to.
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
    /// The group of operations in Swift.
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
    /// The service that answers there, for APIs that consist of several (`x-swift-name`).
    public let swiftName: String?
    public let location: SourceLocation

    /// The URL with the default of every variable.
    public var defaultURL: String {
        url(with: Dictionary(variables.map { ($0.name, $0.defaultValue) }) { first, _ in first })
    }
}

extension Server {
    /// The URL with values of its variables, as far as there are some.
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

    /// How an operation's answer comes in pages (`x-pagination`).
    public struct Pagination: Sendable, Equatable {
        public enum Position: String, Sendable { case query, body }

        /// Whether the page is numbered in the query or in the JSON body.
        public let position: Position
        /// What numbers the page: a query parameter, or a member of the body (`detailedFilter.page`).
        public let page: String
        /// What says how many entries a page has.
        public let size: String?
        /// The number of the first page.
        public let first: Int
        /// The members that lead to the list in the answer; none when the answer is the list.
        public let items: [String]
        public let location: SourceLocation
    }

    /// What of a request decides whether the answer is JSON or a file (`x-export`).
    public struct Export: Sendable {
        public enum Position: String, Sendable { case query, body }

        /// Whether a query parameter decides, or a member of the JSON body.
        public let position: Position
        /// The name of the parameter or the member.
        public let name: String
        /// The value that asks for JSON.
        public let json: String
        /// The values that ask for a file, strings all.
        public let files: [Node]
        /// What the files' forms are called in Swift.
        public let swiftName: String?
        public let location: SourceLocation
    }

    public let id: String
    public let method: Method
    /// The path template: `/v1/workspaces/{workspaceId}/tags`.
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
    /// `x-replacement`: the `operationId` of what to use instead of a deprecated operation.
    public let replacement: String?
    /// `x-experimental`: the service may still change it.
    public let isExperimental: Bool
    public let parameters: [Parameter]
    public let body: RequestBody?
    public let responses: [Response]
    /// Alternatives, each a set of scheme names; an empty list means that no credentials are wanted.
    public let security: [[String]]
    /// Where the operation is served when that is not the document's servers.
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
    /// Whether characters that mean something in a URL are sent as they are.
    public let allowsReserved: Bool
    /// Whether the value goes as JSON text (`content` in place of a style).
    public let isJSON: Bool
    public let schema: Place
    public let example: Node?
    public let swiftName: String?

    /// A member of the object that the parameter is, as a parameter of its own.
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
    /// `x-may-be-empty`: the service may leave the content out.
    public let mayBeEmpty: Bool
    public let location: SourceLocation

    public var isSuccess: Bool { status.hasPrefix("2") }
}

public struct MediaType: Sendable {
    /// `application/json`
    public let name: String
    public let schema: Place?
    public let example: Node?
    /// How members of a form are sent, as far as the document says.
    public var encodings: [Encoding] = []
    public let location: SourceLocation

    /// The name without parameters, in small letters.
    public var essence: String { MediaType.essence(of: name) }

    static func essence(of name: some StringProtocol) -> String {
        let bytes = name.utf8.prefix { $0 != UInt8(ascii: ";") }.filter { $0 != UInt8(ascii: " ") }
        return String(decoding: bytes, as: UTF8.self).lowercased()
    }

    public var isJSON: Bool {
        let essence = essence
        return essence == "application/json" || essence.hasSuffix("+json") || essence == "text/json"
    }

    /// Whether each member of the schema is sent as a part of its own.
    public var isForm: Bool {
        let essence = essence
        return essence == "multipart/form-data" || essence == "application/x-www-form-urlencoded"
    }
}
