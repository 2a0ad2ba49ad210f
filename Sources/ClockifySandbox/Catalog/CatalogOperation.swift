package import ClockifyRuntime

/// The description of one operation in the spec.
package struct CatalogOperation: Sendable {
    package struct Parameter: Sendable {
        package enum Position: String, Sendable { case path, query, header, cookie }

        package let name: String
        package let position: Position
        package let isRequired: Bool
        package let style: String
        package let explode: Bool
        /// `true` if the value is JSON text.
        package let isJSON: Bool
        package let schema: JSONValue
    }

    package struct Media: Sendable {
        package let type: String
        package let schema: JSONValue?
        /// An example of the body, in its serialized form.
        package let example: String?

        package var isJSON: Bool { type.hasPrefix("application/json") || type.hasSuffix("+json") }
    }

    package struct Response: Sendable {
        package let status: String
        /// The description from the documentation.
        package let description: String
        package let headers: [String]
        package let content: [Media]
    }

    /// The pagination of a list.
    package struct Pagination: Sendable {
        package let page: String
        package let size: String?
        package let first: Int
        /// `true` if the paging parameters are members of the body rather than query parameters.
        package let isInBody: Bool
        /// The path of members in the response that leads to the list; empty if the response itself is the list.
        package let items: [String]
    }

    package let id: String
    package let method: String
    let path: PathTemplate
    /// The section of the documentation that describes the operation.
    package let section: String
    /// The service that provides the operation; `nil` if the spec names none.
    package let service: String?
    /// The accepted alternatives, each a set of schemes.
    package let security: [[String]]
    package let pagination: Pagination?
    package let parameters: [Parameter]
    package let bodyIsRequired: Bool
    /// The request bodies, by content type; empty if the operation takes no body.
    package let body: [Media]
    package let responses: [Response]

    /// `true` if the operation changes nothing. Some lists and reports are requested with `POST`.
    var isRead: Bool { method == "GET" || pagination != nil || (service == "reports" && id.hasPrefix("generate")) }

    /// - Parameter base: The path of the server, which precedes the path of every operation.
    init(_ json: JSONValue, service: String?, base: String = "") {
        id = json["id"]?.stringValue ?? ""
        method = json["method"]?.stringValue ?? ""
        section = json["tag"]?.stringValue ?? ""
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

    /// The success response.
    package var success: Response? { responses.first { $0.status.hasPrefix("2") } }

    /// The status of the success response; 200 if the spec only declares `2XX`.
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
