import ClockifyRuntime

/// What the spec says about one operation.
struct CatalogOperation: Sendable {
    struct Parameter: Sendable {
        enum Position: String, Sendable { case path, query, header, cookie }

        let name: String
        let position: Position
        let isRequired: Bool
        let style: String
        let explode: Bool
        /// Whether the value is JSON text.
        let isJSON: Bool
        let schema: JSONValue
    }

    struct Media: Sendable {
        let type: String
        let schema: JSONValue?
        /// The body, as it is sent.
        let example: String?

        var isJSON: Bool { type.hasPrefix("application/json") || type.hasSuffix("+json") }
    }

    struct Response: Sendable {
        let status: String
        let headers: [String]
        let content: [Media]
    }

    /// How a list comes in pages.
    struct Pagination: Sendable {
        let page: String
        let size: String?
        let first: Int
    }

    let id: String
    let method: String
    let path: PathTemplate
    /// The service that has it; nil when the spec names none.
    let service: String?
    /// Alternatives, each a set of schemes.
    let security: [[String]]
    let pagination: Pagination?
    let parameters: [Parameter]
    let bodyIsRequired: Bool
    /// Empty when the operation takes no body.
    let body: [Media]
    let responses: [Response]

    init(_ json: JSONValue, service: String?) {
        id = json["id"]?.stringValue ?? ""
        method = json["method"]?.stringValue ?? ""
        path = PathTemplate(json["path"]?.stringValue ?? "")
        self.service = service
        security = json.list("security").map { ($0.arrayValue ?? []).compactMap(\.stringValue) }
        pagination = json["pagination"].map { pagination in
            Pagination(
                page: pagination["page"]?.stringValue ?? "", size: pagination["size"]?.stringValue,
                first: pagination["first"]?.intValue ?? 1)
        }
        parameters = json.list("parameters").map(Parameter.init)
        bodyIsRequired = json["body"]?["required"]?.boolValue ?? false
        body = json["body"]?.list("content").map(Media.init) ?? []
        responses = json.list("responses").map { response in
            Response(
                status: response["status"]?.stringValue ?? "", headers: response.strings("headers"),
                content: response.list("content").map(Media.init))
        }
    }

    /// The answer when all is well.
    var success: Response? { responses.first { $0.status.hasPrefix("2") } }

    /// The status of that answer; 200 when the spec says only `2XX`.
    var successStatus: Int { success.flatMap { Int($0.status) } ?? 200 }
}

extension CatalogOperation.Parameter {
    init(_ json: JSONValue) {
        name = json["name"]?.stringValue ?? ""
        position = json["in"]?.stringValue.flatMap(Position.init(rawValue:)) ?? .query
        isRequired = json["required"]?.boolValue ?? false
        style = json["style"]?.stringValue ?? "form"
        explode = json["explode"]?.boolValue ?? false
        isJSON = json["json"]?.boolValue ?? false
        schema = json["schema"] ?? [:]
    }
}

extension CatalogOperation.Media {
    init(_ json: JSONValue) {
        type = json["type"]?.stringValue ?? ""
        schema = json["schema"]
        example = json["example"]?.stringValue
    }
}
