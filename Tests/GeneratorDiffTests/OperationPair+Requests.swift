/// Requests.
extension OperationPair {
    private static func parameter(_ text: String) -> String { "parameters: [{\(text)}]" }
    private static let query = "name: q, in: query, schema: {type: string}"
    static let parameters: [OperationPair] = [
        .operation("", parameter(query), ["new-optional-request-parameter: compatible"], back: ["request-parameter-removed: risky"]),
        .operation(
            "", parameter("\(query), required: true"), ["new-required-request-parameter: breaking"],
            back: ["request-parameter-removed: risky"]),
        .operation(
            "", parameter("name: q, in: query, required: true, schema: {type: string, default: x}"),
            ["new-required-request-parameter: risky"], back: ["request-parameter-removed: risky"]),
        .operation(
            parameter("\(query), deprecated: true"), "", ["request-parameter-removed-with-deprecation: risky"],
            back: ["new-optional-request-parameter: compatible"]),
        .operation(
            parameter(query), parameter("\(query), required: true"), ["request-parameter-became-required: breaking"],
            back: ["request-parameter-became-optional: compatible"]),
        .operation(
            parameter(query), parameter("\(query), deprecated: true"), ["request-parameter-deprecated: compatible"],
            back: ["request-parameter-reactivated: compatible"]),
        .operation(
            parameter(query), parameter("name: q, in: header, schema: {type: string}"),
            ["new-optional-request-parameter: compatible", "request-parameter-removed: risky"],
            back: ["new-optional-request-parameter: compatible", "request-parameter-removed: risky"]),
        // Header names are case-insensitive.
        .operation(
            parameter("name: X-Q, in: header, schema: {type: string}"), parameter("name: x-q, in: header, schema: {type: string}"), [],
            back: []),
        .operation(
            parameter("name: q, in: query, schema: {type: array, items: {type: string}}"),
            parameter("name: q, in: query, explode: false, schema: {type: array, items: {type: string}}"),
            ["request-parameter-style-changed: breaking"], back: ["request-parameter-style-changed: breaking"]),
        .operation(
            parameter("name: q, in: query, style: form, schema: {type: object}"),
            parameter("name: q, in: query, style: deepObject, schema: {type: object}"), ["request-parameter-style-changed: breaking"],
            back: ["request-parameter-style-changed: breaking"]),
        .operation(
            parameter(query), parameter("name: q, in: query, content: {application/json: {schema: {type: string}}}"),
            ["request-parameter-style-changed: breaking"], back: ["request-parameter-style-changed: breaking"]),
        .operation(
            parameter(query), parameter("\(query), allowReserved: true"), ["request-parameter-allow-reserved-added: compatible"],
            back: ["request-parameter-allow-reserved-removed: risky"]),
        // A single string has the same format in every style that joins parts.
        .operation(parameter(query), parameter("\(query), explode: false"), [], back: []),
    ]

    private static func body(_ content: String, required: Bool = false) -> String {
        "requestBody: {required: \(required), content: {\(content)}}"
    }
    static let json = "application/json: {schema: {type: object}}"
    static let bodies: [OperationPair] = [
        .operation("", body(json), ["request-body-added-optional: compatible"], back: ["request-body-removed: breaking"]),
        .operation("", body(json, required: true), ["request-body-added-required: breaking"], back: ["request-body-removed: breaking"]),
        .operation(
            body(json), body(json, required: true), ["request-body-became-required: breaking"],
            back: ["request-body-became-optional: compatible"]),
        .operation(
            body(json), body("\(json), text/plain: {schema: {type: string}}"), ["request-body-media-type-added: compatible"],
            back: ["request-body-media-type-removed: breaking"]),
        .operation(body(json), body("'application/JSON; charset=utf-8': {schema: {type: object}}"), [], back: []),
    ]

    /// The encoding of the member `p` with this schema.
    static func part(_ encoding: String?, _ schema: String = "{type: string, format: binary}") -> String {
        let encoding = encoding.map { ", encoding: {p: {\($0)}}" } ?? ""
        return body("multipart/form-data: {schema: {type: object, properties: {p: \(schema)}}\(encoding)}")
    }
    private static let texts = "{type: array, items: {type: string}}"
    static let parts: [OperationPair] = [
        .operation(
            part("contentType: 'image/png, image/gif'"), part("contentType: 'Image/PNG'"),
            ["request-body-part-content-type-removed: breaking"], back: ["request-body-part-content-type-added: compatible"]),
        .operation(
            part("contentType: image/png"), part("contentType: image/*"), ["request-body-part-content-type-added: compatible"],
            back: ["request-body-part-content-type-removed: breaking"]),
        .operation(
            part(nil), part("contentType: image/png"),
            ["request-body-part-content-type-added: compatible", "request-body-part-content-type-removed: breaking"],
            back: ["request-body-part-content-type-added: compatible", "request-body-part-content-type-removed: breaking"]),
        // Stating a default value explicitly changes nothing.
        .operation(part(nil), part("contentType: application/octet-stream"), [], back: []),
        .operation(part(nil, "{type: object}"), part("contentType: application/json", "{type: object}"), [], back: []),
        .operation(part(nil, "{type: integer}"), part("contentType: text/plain", "{type: integer}"), [], back: []),
        .operation(part(nil, texts), part("contentType: text/plain", texts), [], back: []),
        .operation(part(nil, texts), part("style: form, explode: true", texts), [], back: []),
        .operation(part("style: form, explode: true", "{type: string}"), part("style: form", "{type: string}"), [], back: []),
        .operation(
            part(nil, texts), part("explode: false", texts), ["request-body-part-style-changed: breaking"],
            back: ["request-body-part-style-changed: breaking"]),
        .operation(
            part(nil, "{type: object}"), part("style: deepObject", "{type: object}"), ["request-body-part-style-changed: breaking"],
            back: ["request-body-part-style-changed: breaking"]),
        .operation(
            part("allowReserved: false", texts), part("allowReserved: true", texts),
            ["request-body-part-allow-reserved-added: compatible"], back: ["request-body-part-allow-reserved-removed: risky"]),
        // A member that is not in the schema is never sent.
        .operation(part(nil), part("contentType: application/octet-stream}, q: {contentType: image/png"), [], back: []),
    ]
}
