import ClockifyRuntime

/// What the spec says about one operation.
package struct CatalogOperation: Sendable {
    package struct Parameter: Sendable {
        package enum Position: String, Sendable { case path, query, header, cookie }

        package let name: String
        package let position: Position
        package let isRequired: Bool
        package let style: String
        package let explode: Bool
        /// Whether the value is JSON text.
        package let isJSON: Bool
        package let schema: JSONValue
    }

    package struct Media: Sendable {
        package let type: String
        package let schema: JSONValue?
        /// The body, as it is sent.
        package let example: String?

        package var isJSON: Bool { type.hasPrefix("application/json") || type.hasSuffix("+json") }
    }

    package struct Response: Sendable {
        package let status: String
        /// What the documentation says about it.
        package let description: String
        package let headers: [String]
        package let content: [Media]
    }

    /// How a list comes in pages.
    package struct Pagination: Sendable {
        package let page: String
        package let size: String?
        package let first: Int
        /// Whether members of the body page, rather than parameters of the query.
        package let isInBody: Bool
        /// The members of the answer that lead to the list; none when the answer is the list.
        package let items: [String]
    }

    package let id: String
    package let method: String
    let path: PathTemplate
    /// The service that has it; nil when the spec names none.
    package let service: String?
    /// Alternatives, each a set of schemes.
    package let security: [[String]]
    package let pagination: Pagination?
    package let parameters: [Parameter]
    package let bodyIsRequired: Bool
    /// Empty when the operation takes no body.
    package let body: [Media]
    package let responses: [Response]

    /// - Parameter base: What its server has before every path.
    init(_ json: JSONValue, service: String?, base: String = "") {
        id = json["id"]?.stringValue ?? ""
        method = json["method"]?.stringValue ?? ""
        path = PathTemplate(base + (json["path"]?.stringValue ?? ""))
        self.service = service
        security = json.list("security").map { ($0.arrayValue ?? []).compactMap(\.stringValue) }
        pagination = json["pagination"].map { pagination in
            Pagination(
                page: pagination["page"]?.stringValue ?? "", size: pagination["size"]?.stringValue,
                first: pagination["first"]?.intValue ?? 1, isInBody: pagination["in"] == "body", items: pagination.strings("items"))
        }
        parameters = json.list("parameters").map(Parameter.init)
        bodyIsRequired = json["body"]?["required"]?.boolValue ?? false
        body = json["body"]?.list("content").map(Media.init) ?? []
        responses = json.list("responses").map { response in
            Response(
                status: response["status"]?.stringValue ?? "", description: response["description"]?.stringValue ?? "",
                headers: response.strings("headers"),
                content: response.list("content").map(Media.init))
        }
    }

    /// The answer when all is well.
    package var success: Response? { responses.first { $0.status.hasPrefix("2") } }

    /// The status of that answer; 200 when the spec says only `2XX`.
    package var successStatus: Int { success.flatMap { Int($0.status) } ?? 200 }
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
