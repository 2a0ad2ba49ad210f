import Testing

/// A pair of documents for each possible change of an operation.
struct OperationPair: CustomTestStringConvertible {
    let old: String
    let new: String
    /// The checks and verdicts of the change, and those of its reversal.
    let forth: [String]
    let back: [String]
    /// The content of the documents next to the paths.
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

    /// Returns two versions of one operation with the given content.
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

    static let all: [OperationPair] =
        existence + names + paging + exports + parameters + bodies + parts + responses + headers + security + servers + webhooks
}
