/// Responses.
extension OperationPair {
    private static func answers(_ responses: String) -> String { "responses: {\(responses)}" }
    static let responses: [OperationPair] = [
        .operation(
            answers("'200': {description: OK, content: {\(json)}}"),
            answers("'200': {description: Fine, content: {\(json), text/csv: {schema: {type: string}}}}"),
            ["response-media-type-added: compatible"], back: ["response-media-type-removed: breaking"]),
        // With a schema, a range is JSON to every client; without one, it is anything.
        .operation(
            answers("'200': {description: OK, content: {application/json: {schema: {type: string}}}}"),
            answers("'200': {description: OK, content: {'*/*': {schema: {type: string}}}}"), [], back: []),
        .operation(
            answers("'200': {description: OK, content: {application/json: {schema: {type: string}}}}"),
            answers("'200': {description: OK, content: {'*/*': {}}}"),
            ["response-media-type-added: compatible", "response-media-type-removed: breaking"],
            back: ["response-media-type-added: compatible", "response-media-type-removed: breaking"]),
        .operation(
            answers("'200': {description: OK}"), answers("'200': {description: OK}, '202': {description: Later}"),
            ["response-success-status-added: risky"], back: ["response-success-status-removed: compatible"]),
        // Clients treat all success statuses the same, so that only the content matters.
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
        // The media type already states that there is a body.
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
    static let headers: [OperationPair] =
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
            // A change of an error response does not break clients.
            .operation(
                refusal(""), refusal("X: {required: true, \(page)}"), ["response-header-added: compatible"],
                back: ["required-response-header-removed: risky"]),
            // The content already states its type.
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
}
