package import GeneratorYAML

/// The parts of an OpenAPI document that an API client needs: read from its files, checked, with references resolved.
package struct Document: Sendable {
    package let title: String
    package let version: String
    package let description: String?
    /// `x-swift-name` of `info`: the name of the type that represents the whole API.
    package let swiftName: String?
    package let location: SourceLocation
    /// The file of the document itself; the others are its sections.
    package let file: String
    package let servers: [Server]
    package let tags: [Tag]
    package let securitySchemes: [SecurityScheme]
    /// `true` if the document does not mention security: it has no security schemes, and no operation says that it needs none. Always `false` for
    /// strict readers, whose documents are complete.
    package let isSilentOnSecurity: Bool
    /// The units of numbers (`x-units`).
    package let units: [NumberUnit]
    /// The operations in the order of `paths`, and within a path in the order of the file.
    package let operations: [Operation]
    /// The requests that the service makes: webhooks, and callbacks of operations.
    ///
    /// Each has a path that identifies it: `webhook paid`, `callback paid of POST /invoices: {$request.body#/url}`. Only the types of their
    /// payloads are generated.
    package let webhooks: [Operation]
    /// Every schema that is reachable from operations, webhooks and the JSON payloads of callbacks, by place.
    package let schemas: [Place: Schema]
    /// The schemas that are reachable only from headers, or from other parts of callbacks. No client encodes or decodes them.
    package let otherSchemas: [Place: Schema]
    /// All files that were read, sorted.
    package let files: [String]

    package func schema(_ place: Place) -> Schema {
        guard let schema = schemas[place] ?? otherSchemas[place] else {
            preconditionFailure("the reader keeps every schema that it names: \(place)")
        }
        return schema
    }
}

package struct Tag: Sendable {
    package let name: String
    package let description: String?
    package let documentation: String?
    /// The Swift name of the group of operations.
    package let swiftName: String?
    package let location: SourceLocation
}

package struct Server: Sendable, Equatable {
    package struct Variable: Sendable, Equatable {
        package let name: String
        package let defaultValue: String
        package let values: [String]
    }

    package let url: String
    package let description: String?
    package let variables: [Variable]
    /// The name of the service at this URL, for APIs that consist of several services (`x-swift-name`).
    package let swiftName: String?
    package let location: SourceLocation

    /// The URL with the default of every variable.
    package var defaultURL: String {
        url(with: Dictionary(variables.map { ($0.name, $0.defaultValue) }) { first, _ in first })
    }
}

extension Server {
    /// Returns the URL with the given variables replaced. Other variables remain as placeholders.
    package func url(with values: [String: String]) -> String {
        Template.replacing(in: url) { values[$0] ?? "{\($0)}" }
    }
}

package struct SecurityScheme: Sendable {
    package enum Kind: Sendable, Equatable {
        case header(String)
        case query(String)
        case cookie(String)
        case bearer
        case basic
    }

    package let name: String
    package let kind: Kind
    package let description: String?
    package let swiftName: String?
    package let location: SourceLocation
}

package struct Operation: Sendable {
    package enum Method: String, Sendable, CaseIterable {
        case get, put, post, delete, options, head, patch, trace
        /// `QUERY` (OpenAPI 3.2): safe and idempotent like `GET`, with a request body.
        case query
    }

    /// How an operation's response is paginated (`x-pagination`).
    package struct Pagination: Sendable, Equatable {
        package enum Position: String, Sendable { case query, body }

        /// The location of the page number: the query or the JSON body.
        package let position: Position
        /// The name of the query parameter or the path of the body member (`detailedFilter.page`) that contains the page number.
        package let page: String
        /// The name of the parameter or member that contains the page size.
        package let size: String?
        /// The number of the first page.
        package let first: Int
        /// The path of member names that leads to the list in the response; empty if the response itself is the list.
        package let items: [String]
        package let location: SourceLocation
    }

    /// The part of a request that selects JSON or a file as the response format (`x-export`).
    package struct Export: Sendable {
        package enum Position: String, Sendable { case query, body }

        /// The location of the selecting value: the query or the JSON body.
        package let position: Position
        /// The name of the parameter or the member.
        package let name: String
        /// The value that selects JSON.
        package let json: String
        /// The values that select a file. All are strings.
        package let files: [Node]
        /// The Swift name of the type for the file formats.
        package let swiftName: String?
        package let location: SourceLocation
    }

    package let id: String
    package let method: Method
    /// The path template, such as `/v1/workspaces/{workspaceId}/tags`.
    package let path: String
    package let place: Place
    package let location: SourceLocation
    package let tag: String?
    package let summary: String?
    package let description: String?
    package let documentation: String?
    package let isDeprecated: Bool
    package let swiftName: String?
    package let pagination: Pagination?
    package let export: Export?
    /// `x-replacement`: the `operationId` of the operation that replaces a deprecated one.
    package internal(set) var replacement: String?
    /// `x-experimental`: `true` if the service may still change the operation.
    package let isExperimental: Bool
    /// `x-replaces`: how the operation applies its body to the entity that it updates; `nil` if the spec does not say.
    package internal(set) var effect: WriteEffect?
    package let parameters: [Parameter]
    package let body: RequestBody?
    package let responses: [Response]
    /// `x-window`: the query parameters that are the bounds of a range of days.
    package let window: Window?
    /// The alternatives, each a set of scheme names. An empty list means that no credentials are required.
    package internal(set) var security: [[String]]
    /// The servers of the operation if they differ from the document's servers.
    package let servers: [Server]
    /// The callback that this request belongs to; `nil` if callers or a webhook make it.
    package internal(set) var callbackOrigin: CallbackOrigin?

    /// The operation whose caller receives a callback.
    package struct CallbackOrigin: Sendable {
        /// The name of the callback.
        package let name: String
        /// The place of the operation.
        package let operation: Place
        package let operationID: String
        /// The name of the component that describes the callback; `nil` if the operation describes it.
        package let componentName: String?
    }
}

extension Operation {
    /// The name of the webhook; `nil` if this is not one.
    package var webhookName: String? { path.hasPrefix("webhook ") ? String(path.dropFirst("webhook ".count)) : nil }
}

package struct Parameter: Sendable {
    package enum Position: String, Sendable { case path, query, header, cookie }

    package enum Style: String, Sendable {
        case simple, form, spaceDelimited, pipeDelimited, deepObject, label, matrix
    }

    package let name: String
    package let position: Position
    package let location: SourceLocation
    package let description: String?
    package internal(set) var isRequired: Bool
    package let isDeprecated: Bool
    package let style: Style
    package let explode: Bool
    /// `true` if reserved URL characters are sent unescaped.
    package let allowsReserved: Bool
    /// `true` if the value is sent as JSON text (`content` instead of a style).
    package let isJSON: Bool
    package let schema: Place
    package let example: Node?
    package let swiftName: String?

    /// Returns a member of the parameter's object as a separate parameter.
    package func member(_ name: String, _ schema: Place, isRequired: Bool, at location: SourceLocation) -> Parameter {
        Parameter(
            name: name, position: position, location: location, description: nil, isRequired: isRequired, isDeprecated: isDeprecated,
            style: .form, explode: true, allowsReserved: allowsReserved, isJSON: false, schema: schema, example: nil, swiftName: nil)
    }
}

package struct RequestBody: Sendable {
    package let description: String?
    package let isRequired: Bool
    package let content: [MediaType]
    package let location: SourceLocation
}

package struct Response: Sendable {
    /// `200`, `2XX` or `default`.
    package let status: String
    package let description: String
    package let headers: [Header]
    package let content: [MediaType]
    /// `x-may-be-empty`: `true` if the service may omit the content.
    package let mayBeEmpty: Bool
    package let location: SourceLocation

    package var isSuccess: Bool { status.hasPrefix("2") }
}

package struct MediaType: Sendable {
    /// `application/json`
    package let name: String
    package let schema: Place?
    package let example: Node?
    /// How the members of a form are sent, if the document specifies it.
    package var encodings: [Encoding] = []
    package let location: SourceLocation

    /// The name without parameters, in lowercase.
    package var essence: String { MediaType.essence(of: name) }

    static func essence(of name: some StringProtocol) -> String {
        let bytes = name.utf8.prefix { $0 != UInt8(ascii: ";") }.filter { $0 != UInt8(ascii: " ") }
        return String(decoding: bytes, as: UTF8.self).lowercased()
    }

    package var isJSON: Bool { MediaType.isJSON(essence) }

    /// Returns `true` if content of a type without parameters, in lowercase, is JSON.
    package static func isJSON(_ essence: String) -> Bool {
        essence == "application/json" || essence.hasSuffix("+json") || essence == "text/json"
    }

    /// `true` for a range of media types that contains JSON, as documents write it that do not say which.
    package var isAnything: Bool { name == "*/*" || name == "application/*" }

    /// `true` if the content is JSON, or has a schema and may be JSON.
    package var mayBeJSON: Bool { isJSON || isAnything && schema != nil }

    /// `true` if the content consists of values that arrive one after the other.
    package var isStream: Bool {
        let essence = essence
        return essence == "text/event-stream"
            || ["ndjson", "jsonl", "jsonlines", "json-lines", "json-seq", "stream+json"].contains { essence.hasSuffix($0) }
    }

    /// `true` if each member of the schema is sent as a separate part.
    package var isForm: Bool { essence == "multipart/form-data" || MediaType.isURLEncodedForm(name) }

    /// Returns the JSON that clients send and accept of several types: plain `application/json`, or else the first.
    package static func preferredJSON(_ content: [MediaType]) -> MediaType? {
        content.first { $0.essence == "application/json" } ?? content.first
    }

    static func isURLEncodedForm(_ name: String) -> Bool { essence(of: name) == "application/x-www-form-urlencoded" }
}
