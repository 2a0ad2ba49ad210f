import Testing

@testable import GeneratorDiff

/// A pair of documents for each thing that can change about an operation.
struct OperationPair: CustomTestStringConvertible {
    let old: String
    let new: String
    /// Checks and verdicts, and those when the change is taken back.
    let forth: [String]
    let back: [String]
    /// What the documents have beside the paths.
    let oldMore: String
    let newMore: String

    init(_ old: String, _ new: String, _ forth: [String], back: [String], more: String = "", newMore: String? = nil) {
        self.old = old
        self.new = new
        self.forth = forth
        self.back = back
        oldMore = more
        self.newMore = newMore ?? more
    }

    /// Two versions of one operation, with what stands in its braces.
    static func operation(_ old: String, _ new: String, _ forth: [String], back: [String], more: String = "") -> OperationPair {
        func path(_ operation: String) -> String {
            let responses = operation.contains("responses:") ? "" : "responses: {'200': {description: OK}}"
            let parts = [operation, responses].filter { !$0.isEmpty }.joined(separator: ", ")
            return "/things: {post: {operationId: x, \(parts)}}"
        }
        return .init(path(old), path(new), forth, back: back, more: more)
    }

    var testDescription: String { "\(old) → \(new)" }

    static func document(_ paths: String, _ more: String) -> String {
        """
        openapi: 3.1.0
        info: {title: Test, version: v1}
        \(more)
        paths: {\(paths)}
        components:
          securitySchemes:
            key: {type: apiKey, in: header, name: X-Key}
            sameKey: {type: apiKey, in: header, name: x-key}
            token: {type: http, scheme: bearer}
            cookie: {type: apiKey, in: cookie, name: session}
            query: {type: apiKey, in: query, name: key}
            password: {type: http, scheme: basic}
        """
    }

    private static let get = "get: {operationId: x, responses: {'200': {description: OK}}}"
    private static let getDeprecated = "get: {operationId: x, deprecated: true, responses: {'200': {description: OK}}}"
    private static let put = "put: {operationId: y, responses: {'200': {description: OK}}}"

    static let all: [OperationPair] =
        existence + names + paging + exports + parameters + bodies + parts + responses + headers + security + servers

    private static let existence: [OperationPair] = [
        .init(
            "/a: {\(get), \(put)}", "/a: {\(put)}", ["api-removed-without-deprecation: breaking"], back: ["endpoint-added: compatible"]),
        .init(
            "/a: {\(getDeprecated), \(put)}", "/a: {\(put)}", ["api-removed-with-deprecation: breaking"],
            back: ["endpoint-added: compatible"]),
        .init(
            "/a: {\(get)}, /b: {\(put)}", "/b: {\(put)}", ["api-path-removed-without-deprecation: breaking"],
            back: ["endpoint-added: compatible"]),
        .init(
            "/a: {\(getDeprecated)}, /b: {\(put)}", "/b: {\(put)}", ["api-path-removed-with-deprecation: breaking"],
            back: ["endpoint-added: compatible"]),
        .init(
            "/a: {\(get)}", "/a: {\(get.replacing("get:", with: "post:"))}",
            ["endpoint-added: compatible", "api-removed-without-deprecation: breaking"],
            back: ["endpoint-added: compatible", "api-removed-without-deprecation: breaking"]),
        .operation("", "deprecated: true", ["endpoint-deprecated: compatible"], back: ["endpoint-reactivated: compatible"]),
        .operation(
            "", "x-experimental: true", ["api-stability-decreased: risky"], back: ["api-stability-increased: compatible"]),
    ]

    private static let names: [OperationPair] = [
        .init(
            "/a: {\(get)}", "/a: {\(get.replacing("operationId: x", with: "operationId: z"))}", ["api-operation-id-changed: none"],
            back: ["api-operation-id-changed: none"]),
        .operation("", "tags: [A]", ["api-tag-added: none"], back: ["api-tag-removed: none"]),
        .operation(
            "tags: [B]", "tags: [A]", ["api-tag-added: none", "api-tag-removed: none"],
            back: ["api-tag-added: none", "api-tag-removed: none"]),
        // A name in a path is not sent.
        .init(
            "'/a/{id}': {get: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {}, operationId: x}}",
            "'/a/{aId}': {get: {parameters: [{name: aId, in: path, required: true, schema: {type: string}}], responses: {}, operationId: x}}",
            [], back: []),
    ]

    private static let list =
        "parameters: [{name: page, in: query, schema: {type: integer}}, {name: p, in: query, schema: {type: integer}}]"
    private static let paging: [OperationPair] =
        [
            .operation(
                list, "\(list), x-pagination: {page: page}", ["api-pagination-added: compatible"], back: ["api-pagination-removed: risky"]),
            .operation(
                "", "\(list), x-pagination: {page: page}",
                [
                    "new-optional-request-parameter: compatible", "new-optional-request-parameter: compatible",
                    "api-pagination-added: risky",
                ],
                back: ["api-pagination-removed: risky", "request-parameter-removed: risky", "request-parameter-removed: risky"]),
        ]
        + [
            ("{page: page}", "{page: p}"), ("{page: page, size: p}", "{page: page}"), ("{page: page}", "{page: page, first: 0}"),
            ("{page: page, items: a.b}", "{page: page}"), ("{page: page}", "{page: page, in: body}"),
        ].map { old, new in
            .operation(
                "\(list), x-pagination: \(old)", "\(list), x-pagination: \(new)", ["api-pagination-changed: breaking"],
                back: ["api-pagination-changed: breaking"])
        }

    private static let kinds = "parameters: [{name: kind, in: query, schema: {type: string}}, {name: k, in: query, schema: {type: string}}]"
    private static func export(_ text: String) -> String { "\(kinds), x-export: {\(text)}" }
    private static let exports: [OperationPair] =
        [
            .operation(
                kinds, export("by: kind, json: J, files: [P]"), ["api-export-added: compatible"], back: ["api-export-removed: risky"]),
            .operation(
                export("by: kind, json: J, files: [P]"), export("by: kind, json: J, files: [X, P], as: Paper"),
                ["api-export-file-added: compatible"], back: ["api-export-file-removed: breaking"]),
        ]
        + ["by: k, json: J, files: [P]", "by: kind, json: I, files: [P]", "by: kind, in: body, json: J, files: [P]"].map { other in
            .operation(
                export("by: kind, json: J, files: [P]"), export(other), ["api-export-changed: breaking"],
                back: ["api-export-changed: breaking"])
        }

    private static func parameter(_ text: String) -> String { "parameters: [{\(text)}]" }
    private static let query = "name: q, in: query, schema: {type: string}"
    private static let parameters: [OperationPair] = [
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
        // The name of a header is written in any letters.
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
        // A text is written alike in every style that joins parts.
        .operation(parameter(query), parameter("\(query), explode: false"), [], back: []),
    ]

    private static func body(_ content: String, required: Bool = false) -> String {
        "requestBody: {required: \(required), content: {\(content)}}"
    }
    private static let json = "application/json: {schema: {type: object}}"
    private static let bodies: [OperationPair] = [
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

    /// The encoding of the member `p` of this schema.
    private static func part(_ encoding: String?, _ schema: String = "{type: string, format: binary}") -> String {
        let encoding = encoding.map { ", encoding: {p: {\($0)}}" } ?? ""
        return body("multipart/form-data: {schema: {type: object, properties: {p: \(schema)}}\(encoding)}")
    }
    private static let texts = "{type: array, items: {type: string}}"
    private static let parts: [OperationPair] = [
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
        // To say what is so anyway changes nothing.
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
        // Nobody sends a member that the schema does not have.
        .operation(part(nil), part("contentType: application/octet-stream}, q: {contentType: image/png"), [], back: []),
    ]

    private static func answers(_ responses: String) -> String { "responses: {\(responses)}" }
    private static let responses: [OperationPair] = [
        .operation(
            answers("'200': {description: OK, content: {\(json)}}"),
            answers("'200': {description: Fine, content: {\(json), text/csv: {schema: {type: string}}}}"),
            ["response-media-type-added: compatible"], back: ["response-media-type-removed: breaking"]),
        .operation(
            answers("'200': {description: OK}"), answers("'200': {description: OK}, '202': {description: Later}"),
            ["response-success-status-added: risky"], back: ["response-success-status-removed: compatible"]),
        // Clients take every success alike, so that what comes with it is what counts.
        .operation(
            answers("'200': {description: OK}"), answers("'201': {description: OK}"),
            ["response-success-status-added: compatible", "response-success-status-removed: risky"],
            back: ["response-success-status-added: compatible", "response-success-status-removed: risky"]),
        .operation(
            answers("'200': {description: OK, content: {\(json)}}"), answers("'204': {description: OK}"),
            [
                "response-media-type-removed: breaking", "response-success-status-added: compatible",
                "response-success-status-removed: risky",
            ],
            back: [
                "response-media-type-added: compatible", "response-success-status-added: compatible",
                "response-success-status-removed: risky",
            ]),
        .operation(
            answers("'200': {description: OK}"), answers("'201': {description: OK}, '202': {description: Later}"),
            ["response-success-status-added: risky", "response-success-status-added: risky", "response-success-status-removed: breaking"],
            back: [
                "response-success-status-added: risky", "response-success-status-removed: breaking",
                "response-success-status-removed: breaking",
            ]),
        .operation(
            answers("'200': {description: OK}"), answers("'200': {description: OK}, '404': {description: None}"),
            ["response-non-success-status-added: none"], back: ["response-non-success-status-removed: none"]),
        .operation(
            answers("'200': {description: OK, content: {\(json)}}"),
            answers("'200': {description: OK, x-may-be-empty: true, content: {\(json)}}"), ["response-body-became-optional: breaking"],
            back: ["response-body-became-required: compatible"]),
        .operation(
            answers("'200': {description: OK}, '400': {description: No, content: {\(json)}}"),
            answers("'200': {description: OK}, '400': {description: No, x-may-be-empty: true, content: {\(json)}}"),
            ["response-body-became-optional: risky"], back: ["response-body-became-required: compatible"]),
        // That there is a body at all is said by its media type.
        .operation(
            answers("'200': {description: OK}"), answers("'200': {description: OK, x-may-be-empty: true, content: {\(json)}}"),
            ["response-media-type-added: compatible"], back: ["response-media-type-removed: breaking"]),
    ]

    private static func header(_ text: String) -> String { answers("'200': {description: OK, headers: {\(text)}}") }
    private static func refusal(_ text: String) -> String {
        answers("'200': {description: OK}, '400': {description: No, headers: {\(text)}}")
    }
    private static let page = "schema: {type: string}"
    private static let object = "schema: {type: object, properties: {a: {type: string}}}"
    private static let headers: [OperationPair] =
        [
            .operation(
                header(""), header("Last-Page: {\(page)}"), ["response-header-added: compatible"],
                back: ["optional-response-header-removed: risky"]),
            .operation(
                header(""), header("Last-Page: {required: true, \(page)}"), ["response-header-added: compatible"],
                back: ["required-response-header-removed: breaking"]),
            .operation(
                header("Last-Page: {\(page)}"), header("last-page: {required: true, \(page)}"),
                ["response-header-became-required: compatible"], back: ["response-header-became-optional: breaking"]),
            .operation(
                header("Last-Page: {\(page)}"), header("Last-Page: {deprecated: true, \(page)}"),
                ["response-header-deprecated: compatible"], back: ["response-header-reactivated: compatible"]),
            .operation(
                header("X: {\(object)}"), header("X: {explode: true, \(object)}"), ["response-header-style-changed: breaking"],
                back: ["response-header-style-changed: breaking"]),
            .operation(
                header("X: {\(page)}"), header("X: {content: {application/json: {\(page)}}}"), ["response-header-style-changed: breaking"],
                back: ["response-header-style-changed: breaking"]),
            .operation(header("X: {\(page)}"), header("X: {explode: true, \(page)}"), [], back: []),
            // A refusal breaks no client.
            .operation(
                refusal(""), refusal("X: {required: true, \(page)}"), ["response-header-added: compatible"],
                back: ["required-response-header-removed: risky"]),
            // The content says what it is.
            .operation(header(""), header("Content-Type: {required: true, \(page)}"), [], back: []),
        ]
        + [
            .operation(
                part("headers: {}"), part("headers: {X: {\(page)}}"), ["new-optional-request-body-part-header: compatible"],
                back: ["request-body-part-header-removed: risky"]),
            .operation(
                part("headers: {}"), part("headers: {X: {required: true, \(page)}}"), ["new-required-request-body-part-header: breaking"],
                back: ["request-body-part-header-removed: risky"]),
            .operation(
                part("headers: {X: {\(page)}}"), part("headers: {X: {required: true, \(page)}}"),
                ["request-body-part-header-became-required: breaking"], back: ["request-body-part-header-became-optional: compatible"]),
            .operation(
                part("headers: {X: {\(page)}}"), part("headers: {X: {deprecated: true, \(page)}}"),
                ["request-body-part-header-deprecated: compatible"], back: ["request-body-part-header-reactivated: compatible"]),
            .operation(
                part("headers: {X: {\(object)}}"), part("headers: {X: {explode: true, \(object)}}"),
                ["request-body-part-header-style-changed: breaking"], back: ["request-body-part-header-style-changed: breaking"]),
        ]

    private static let security: [OperationPair] =
        [
            .operation("", "security: [{key: []}]", ["api-security-added: breaking"], back: ["api-security-removed: compatible"]),
            .operation(
                "security: [{key: []}]", "security: [{key: []}, {token: []}]", ["api-security-added: compatible"],
                back: ["api-security-removed: breaking"]),
            .operation(
                "security: [{key: []}]", "security: [{token: []}]", ["api-security-added: compatible", "api-security-removed: breaking"],
                back: ["api-security-added: compatible", "api-security-removed: breaking"]),
            .operation(
                "security: [{key: []}]", "security: [{key: [], token: []}]",
                ["api-security-added: breaking", "api-security-removed: breaking"],
                back: ["api-security-added: compatible", "api-security-removed: compatible"]),
            .operation(
                "security: [{key: []}]", "security: [{key: []}, {}]", ["api-security-added: compatible"],
                back: ["api-security-removed: breaking"]),
            // What is sent is the same, whatever it is called.
            .operation("security: [{key: []}]", "security: [{sameKey: []}]", [], back: []),
            .operation("security: []", "", [], back: []),
        ]
        + ["cookie", "query", "password"].map { scheme in
            .operation(
                "security: [{key: []}, {\(scheme): []}]", "security: [{key: []}]", ["api-security-removed: breaking"],
                back: ["api-security-added: compatible"])
        }

    private static func servers(_ urls: String...) -> String { "servers: [\(urls.map { "{url: '\($0)'}" }.joined(separator: ", "))]" }
    private static let regions = "variables: {region: {default: eu, enum: [eu, us]}}"
    private static let servers: [OperationPair] = [
        .init(
            "/a: {\(get)}", "/a: {\(get)}", ["api-server-added: compatible"], back: ["api-server-removed: risky"],
            more: servers("https://x.test"), newMore: servers("https://x.test", "https://y.test")),
        .init(
            "/a: {\(get)}", "/a: {\(get)}", ["api-server-added: compatible", "api-server-removed: breaking"],
            back: ["api-server-added: compatible", "api-server-removed: breaking"], more: servers("https://x.test"),
            newMore: servers("https://y.test")),
        .init(
            "/a: {\(get)}", "/a: {\(get)}", ["api-default-server-changed: none"], back: ["api-default-server-changed: none"],
            more: servers("https://x.test", "https://y.test"), newMore: servers("https://y.test", "https://x.test")),
        .init(
            "/a: {\(get)}", "/a: {\(get)}", ["api-server-added: compatible"], back: ["api-server-removed: risky"],
            more: "servers: [{url: 'https://{region}.test', \(regions)}]",
            newMore: "servers: [{url: 'https://{region}.test', \(regions.replacing("us", with: "us, uk"))}]"),
        // Whatever is put in place of the variable is served.
        .init(
            "/a: {\(get)}", "/a: {\(get)}", ["api-default-server-changed: none"], back: ["api-default-server-changed: none"],
            more: "servers: [{url: 'https://{name}.test', variables: {name: {default: x}}}]",
            newMore: "servers: [{url: 'https://{name}.test', variables: {name: {default: y}}}]"),
        .init(
            "/a: {\(get)}", "/a: {\(get)}", ["api-default-server-changed: none"], back: ["api-default-server-changed: none"],
            more: "servers: [{url: 'https://x.test'}, {url: 'https://{name}.test', variables: {name: {default: x, enum: [x, y]}}}]",
            newMore: "servers: [{url: 'https://x.test'}, {url: 'https://{name}.test', variables: {name: {default: y, enum: [x, y]}}}]"),
        // What one side has in its paths and the other in its servers is the same URL.
        .init(
            "/v1/a: {\(get)}, '/v1/b/{id}/c': {parameters: [{name: id, in: path, required: true, schema: {type: string}}], \(put)}",
            "/a: {\(get)}, '/b/{id}/c': {parameters: [{name: id, in: path, required: true, schema: {type: string}}], \(put)}", [], back: [],
            more: servers("https://x.test/api"), newMore: servers("https://x.test/api/v1/")),
        .init("/a: {\(get)}", "/a: {servers: [{url: 'https://x.test'}], \(get)}", [], back: [], more: servers("https://x.test")),
    ]
}

@Suite struct OperationCheckTests {
    @Test(arguments: OperationPair.all) func `a change of an operation has its name and verdict, there and back`(
        _ pair: OperationPair
    ) throws {
        let old = try document(OperationPair.document(pair.old, pair.oldMore))
        let new = try document(OperationPair.document(pair.new, pair.newMore))
        #expect(GeneratorDiff.changes(from: old, to: new).map { "\($0.check): \($0.wire)" }.sorted() == pair.forth.sorted())
        #expect(GeneratorDiff.changes(from: new, to: old).map { "\($0.check): \($0.wire)" }.sorted() == pair.back.sorted())
        #expect(GeneratorDiff.changes(from: old, to: old).isEmpty)
    }

    @Test func `every check of an operation is proven`() {
        let changes = OperationPair.all.flatMap { pair in pair.forth + pair.back }
        let proven = Set(changes.map { change in String(change.prefix { $0 != ":" }) })
        #expect(OperationCheck.allCases.map(\.rawValue).filter { !proven.contains($0) } == [])
        let headers = HeaderCheck.allCases.flatMap { check in [SchemaTarget.requestBody, .responseBody].map(check.name(at:)) }
        #expect(headers.filter { !proven.contains($0) } == [])
    }
}
