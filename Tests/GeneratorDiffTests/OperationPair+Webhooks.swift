extension OperationPair {
    /// Requests that the service makes.
    static let webhooks: [OperationPair] = existingWebhooks + receivedWebhooks + answeredWebhooks + callbacks

    private static let existingWebhooks: [OperationPair] = [
        pair("", "{paid: {post: {\(ok)}}}", ["webhook-added: compatible"], back: ["webhook-removed: breaking"])
    ]

    private static let receivedWebhooks: [OperationPair] = [
        received("", "deprecated: true", ["webhook-deprecated: compatible"], back: ["webhook-reactivated: compatible"]),
        received(
            "", "parameters: [{name: X-Sign, in: header, schema: {type: string}}]", ["webhook-parameter-added: compatible"],
            back: ["webhook-parameter-removed: risky"]),
        received(
            "", "parameters: [{name: X-Sign, in: header, required: true, schema: {type: string}}]",
            ["webhook-parameter-added: compatible"], back: ["webhook-parameter-removed: breaking"]),
        received(
            "parameters: [{name: X-Sign, in: header, required: true, schema: {type: string}}]",
            "parameters: [{name: x-sign, in: header, schema: {type: string}}]", ["webhook-parameter-became-optional: breaking"],
            back: ["webhook-parameter-became-required: compatible"]),
        received(
            "parameters: [{name: X-Sign, in: header, schema: {type: string}}]",
            "parameters: [{name: X-Sign, in: header, schema: {type: integer}}]",
            ["webhook-payload-property-type-changed: breaking"], back: ["webhook-payload-property-type-changed: breaking"]),
        received(
            "", "requestBody: {\(anyObject)}", ["webhook-payload-added: compatible"], back: ["webhook-payload-removed: risky"]),
        received(
            "", "requestBody: {required: true, \(anyObject)}", ["webhook-payload-added: compatible"],
            back: ["webhook-payload-removed: breaking"]),
        received(
            "requestBody: {required: true, \(anyObject)}", "requestBody: {\(anyObject)}", ["webhook-payload-became-optional: breaking"],
            back: ["webhook-payload-became-required: compatible"]),
        received(
            "requestBody: {\(anyObject)}",
            "requestBody: {content: {application/json: {schema: {type: object}}, text/xml: {schema: {type: string}}}}",
            ["webhook-payload-media-type-added: breaking"], back: ["webhook-payload-media-type-removed: compatible"]),
    ]

    private static let answeredWebhooks: [OperationPair] = [
        pair(
            "{paid: {post: {responses: {'200': {description: OK}, '204': {description: OK}}}}}", "{paid: {post: {\(ok)}}}",
            ["webhook-answer-status-removed: breaking"], back: ["webhook-answer-status-added: compatible"]),
        pair(
            "{paid: {post: {responses: {'200': {description: OK}, '410': {description: Gone}}}}}", "{paid: {post: {\(ok)}}}",
            ["webhook-answer-status-removed: risky"], back: ["webhook-answer-status-added: compatible"]),
    ]

    private static func withCallback(_ variable: String, _ method: String) -> String {
        "'/a/{\(variable)}': {\(parameter(variable)), post: {operationId: x, \(ok), callbacks: {paid: {'{$request.body#/url}': {\(method): {\(ok)}}}}}}"
    }

    /// Callbacks of an operation are matched by the operation, whatever the variables of its path are called.
    private static let callbacks: [OperationPair] = [
        .init(
            withCallback("id", "post"), withCallback("name", "put"), ["webhook-added: compatible", "webhook-removed: breaking"],
            back: ["webhook-added: compatible", "webhook-removed: breaking"]),
        .init(withCallback("id", "post"), withCallback("name", "post"), [], back: []),
    ]

    private static let ok = "responses: {'200': {description: OK}}"
    private static let anyObject = "content: {application/json: {schema: {type: object}}}"

    private static func parameter(_ name: String) -> String {
        "parameters: [{name: \(name), in: path, required: true, schema: {type: string}}]"
    }

    private static func pair(_ old: String, _ new: String, _ forth: [String], back: [String]) -> OperationPair {
        func more(_ webhooks: String) -> String { webhooks.isEmpty ? "" : "webhooks: \(webhooks)" }
        return .init("", "", forth, back: back, more: more(old), newMore: more(new))
    }

    /// Returns two versions of one webhook with the given content.
    private static func received(_ old: String, _ new: String, _ forth: [String], back: [String]) -> OperationPair {
        func webhook(_ text: String) -> String { "{paid: {post: {\([text, ok].filter { !$0.isEmpty }.joined(separator: ", "))}}}" }
        return pair(webhook(old), webhook(new), forth, back: back)
    }
}
