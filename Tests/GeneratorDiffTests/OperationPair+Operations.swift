/// Existence, names, paging and exports of operations.
extension OperationPair {
    static let get = "get: {operationId: x, responses: {'200': {description: OK}}}"
    static let getDeprecated = "get: {operationId: x, deprecated: true, responses: {'200': {description: OK}}}"
    static let put = "put: {operationId: y, responses: {'200': {description: OK}}}"

    static let existence: [OperationPair] = [
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

    static let names: [OperationPair] = [
        .init(
            "/a: {\(get)}", "/a: {\(get.replacing("operationId: x", with: "operationId: z"))}", ["api-operation-id-changed: compatible"],
            back: ["api-operation-id-changed: compatible"]),
        .operation("", "tags: [A]", ["api-tag-added: none"], back: ["api-tag-removed: none"]),
        .operation(
            "tags: [B]", "tags: [A]", ["api-tag-added: none", "api-tag-removed: none"],
            back: ["api-tag-added: none", "api-tag-removed: none"]),
        // The name of a path parameter is not sent.
        .init(
            "'/a/{id}': {get: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {}, operationId: x}}",
            "'/a/{aId}': {get: {parameters: [{name: aId, in: path, required: true, schema: {type: string}}], responses: {}, operationId: x}}",
            [], back: []),
    ]

    private static let list =
        "parameters: [{name: page, in: query, schema: {type: integer}}, {name: p, in: query, schema: {type: integer}}]"
    static let paging: [OperationPair] =
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
    static let exports: [OperationPair] =
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
}
