import ClockifyRuntime
import HTTPTypes

/// An error response of the sandbox, in the format of the live service.
package struct Refusal: Error, Sendable {
    let status: Int
    let code: Int
    let message: String
    let fields: HTTPFields
    /// `true` if the response has a body. The live service rejects some requests without one.
    let hasBody: Bool

    init(_ status: Int, code: Int, _ message: String, fields: HTTPFields = [:], hasBody: Bool = true) {
        self.status = status
        self.code = code
        self.message = message
        self.fields = fields
        self.hasBody = hasBody
    }

    /// Returns the error for a value that violates a rule.
    static func invalid(_ field: String, _ reason: String) -> Refusal {
        Refusal(400, code: 501, "You entered invalid value for field: [\(field)]: \(reason)")
    }

    /// Returns the error for something that was deleted, never existed or belongs to someone else. The service does not distinguish
    /// these cases.
    static func unknown(_ name: String, in place: String = "Workspace") -> Refusal {
        Refusal(400, code: 501, "\(name) doesn't belong to \(place)")
    }

    var response: SandboxAnswer {
        guard hasBody else { return SandboxAnswer(head: HTTPResponse(status: .init(code: status), headerFields: fields), body: []) }
        return .json(["message": .string(message), "code": .integer(Int64(code))], status: status, fields: fields)
    }
}

extension SandboxAnswer {
    static func json(_ value: JSONValue, status: Int, fields: HTTPFields = [:]) -> SandboxAnswer {
        text(value.description, type: "application/json", status: status, fields: fields)
    }

    static func text(_ text: String, type: String, status: Int, fields: HTTPFields = [:]) -> SandboxAnswer {
        var fields = fields
        fields[.contentType] = type
        return SandboxAnswer(head: HTTPResponse(status: .init(code: status), headerFields: fields), body: Array(text.utf8))
    }
}
