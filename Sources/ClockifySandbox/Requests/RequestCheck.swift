@_spi(Generated) import ClockifyRuntime
import HTTPTypes

/// Validates a request against the spec of its operation, in the same order as the service.
struct RequestCheck: Sendable {
    let schemas: SchemaCheck

    /// Problems for which the service has a message of its own, and a misleading one.
    private static let otherMessages = ["createWebhook [name] is required": "Webhook already exists"]

    /// Validates the request, and returns its body if it is JSON or a form.
    func check(_ operation: CatalogOperation, pathValues: [String: String], query: QueryItems, fields: HTTPFields, body: [UInt8])
        throws(Refusal) -> RequestContent
    {
        var problems: [SchemaCheck.Problem] = []
        for parameter in operation.parameters {
            let texts: [String]
            switch parameter.position {
            case .path: texts = pathValues[parameter.name].map { [$0] } ?? []
            case .query: texts = self.texts(of: parameter, in: query)
            case .header: texts = HTTPField.Name(parameter.name).flatMap { fields[$0] }.map { [$0] } ?? []
            case .cookie: continue
            }
            guard !texts.isEmpty else {
                // The service does not insist on a required parameter that has a default value.
                if parameter.isRequired, parameter.position != .path, parameter.schema["default"] == nil {
                    throw Refusal(400, code: 3001, "Required request parameter '\(parameter.name)' is not present")
                }
                continue
            }
            problems += try self.problems(of: texts, for: parameter)
        }
        let content = try read(body, of: operation, contentType: fields[.contentType], problems: &problems)
        if let unreadable = problems.first(where: \.isUnreadable) {
            throw Refusal(400, code: 3002, "Cannot read the request: [\(unreadable.field)] \(unreadable.reason)")
        }
        for problem in problems {
            if let message = Self.otherMessages["\(operation.id) [\(problem.field)] \(problem.reason)"] {
                throw Refusal(400, code: 501, message)
            }
        }
        guard problems.isEmpty else {
            let all = problems.map { "[\($0.field)] \($0.reason)" }.joined(separator: "; ")
            throw Refusal(400, code: 501, "You entered invalid value for field: \(all)")
        }
        return content
    }

    // MARK: Parameters

    private func texts(of parameter: CatalogOperation.Parameter, in query: QueryItems) -> [String] {
        let isObject = schemas.resolved(parameter.schema).strings("type") == ["object"]
        if isObject, parameter.explode || parameter.style == "deepObject" { return [] }
        let texts = query.all(parameter.name)
        guard !parameter.explode, schemas.resolved(parameter.schema).strings("type") == ["array"] else { return texts }
        let separator: Character =
            switch parameter.style {
            case "spaceDelimited": " "
            case "pipeDelimited": "|"
            default: ","
            }
        return texts.flatMap { $0.split(separator: separator).map(String.init) }
    }

    private func problems(of texts: [String], for parameter: CatalogOperation.Parameter) throws(Refusal) -> [SchemaCheck.Problem] {
        let schema = schemas.resolved(parameter.schema)
        if parameter.isJSON {
            guard let value = try? JSONReader.decode(JSONValue.self, from: Array(texts[0].utf8)) else {
                throw conversionFailure(texts[0], of: parameter)
            }
            return schemas.problems(of: value, by: schema, at: parameter.name)
        }
        let isList = schema.strings("type") == ["array"]
        var values: [JSONValue] = []
        for text in texts {
            guard let value = value(of: text, by: isList ? schema["items"] ?? [:] : schema) else {
                throw conversionFailure(text, of: parameter)
            }
            values.append(value)
        }
        let problems = schemas.problems(of: isList ? .array(values) : values[0], by: schema, at: parameter.name)
        if problems.contains(where: \.isUnreadable) { throw conversionFailure(texts[0], of: parameter) }
        return problems
    }

    private func conversionFailure(_ text: String, of parameter: CatalogOperation.Parameter) -> Refusal {
        Refusal(400, code: 3000, "Failed to convert value of parameter '\(parameter.name)': \"\(text)\"")
    }

    /// Parses text from a URL, a header or a form as a value of the schema's type.
    func value(of text: String, by schema: JSONValue) -> JSONValue? {
        switch schemas.resolved(schema).strings("type").first {
        case "boolean": Bool(text).map { .bool($0) }
        case "integer": Int64(text).map { .integer($0) }
        case "number": Double(text).flatMap { $0.isFinite ? .double($0) : nil }
        default: .string(text)
        }
    }

    // MARK: Body

    private func read(
        _ body: [UInt8], of operation: CatalogOperation, contentType: String?, problems: inout [SchemaCheck.Problem]
    ) throws(Refusal) -> RequestContent {
        guard !operation.body.isEmpty else { return RequestContent() }
        guard !body.isEmpty else {
            if operation.bodyIsRequired { throw Refusal(400, code: 3002, "Required request body is missing") }
            return RequestContent()
        }
        let essence = contentType?.prefix { $0 != ";" }.lowercased() ?? ""
        guard let media = operation.body.first(where: { $0.type.lowercased() == essence || $0.type == "*/*" }) else {
            throw Refusal(415, code: 3000, "Content-Type '\(contentType ?? "")' is not supported")
        }
        let schema = media.schema ?? [:]
        if media.type == "multipart/form-data" {
            return try FormCheck(check: self).read(body, contentType: contentType ?? "", by: schema, problems: &problems)
        }
        guard media.isJSON else { return RequestContent() }
        let json: JSONValue
        do {
            json = schemas.known(in: try JSONReader.decode(from: body), by: schema)
        } catch {
            throw Refusal(400, code: 3002, "Cannot read the request: \(error.description)")
        }
        problems += schemas.problems(of: json, by: schema)
        return RequestContent(json: json)
    }
}
