import ClockifyAPI
import HTTPTypes
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

/// A sandbox whose responses are validated against the spec.
struct CheckedSandbox {
    let sandbox: ClockifySandbox
    let workspace: String

    init(_ sandbox: ClockifySandbox) {
        self.sandbox = sandbox
        workspace = sandbox.workspacePath
    }

    init(now: TestClock? = nil, withDocumentedThings: Bool = false) {
        sandbox = ClockifySandbox(withDocumentedThings: withDocumentedThings)
        workspace = sandbox.workspacePath
        if let now { sandbox.now = { now.date } }
    }

    /// Sends a request, and expects the documented status and a response that the spec allows.
    @discardableResult
    func send(
        _ method: HTTPRequest.Method, _ target: String, _ body: JSONValue? = nil, form: TestForm? = nil, prefix: String = "/api/v1",
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> RawAnswer {
        let answer = try await raw(method, target, body, form: form, prefix: prefix)
        let catalog = try Catalog.shared.get()
        let operation = try #require(
            catalog.operations.first { $0.id == sandbox.requests.last?.operation }, sourceLocation: sourceLocation)
        #expect(answer.status == operation.successStatus, "\(operation.id): \(answer.message)", sourceLocation: sourceLocation)
        if let schema = operation.success?.content.first(where: \.isJSON)?.schema, answer.fields[.contentType] == "application/json" {
            let json = try #require(answer.json, sourceLocation: sourceLocation)
            let problems = SchemaCheck(schemas: catalog.schemas).problems(of: json, by: schema).map { "\($0.field) \($0.reason)" }
            #expect(problems == [], "\(operation.id)", sourceLocation: sourceLocation)
        }
        return answer
    }

    /// Sends a request without expectations.
    func raw(
        _ method: HTTPRequest.Method, _ target: String, _ body: JSONValue? = nil, form: TestForm? = nil, prefix: String = "/api/v1"
    ) async throws -> RawAnswer {
        try await sandbox.raw(
            method, workspace + target, bytes: form?.bytes ?? body.map { Array($0.description.utf8) },
            contentType: form == nil ? "application/json" : TestForm.contentType, prefix: prefix)
    }

    /// Creates something of another section, whose response is not validated, and returns its identifier.
    func create(_ target: String, _ body: JSONValue) async throws -> String {
        try #require(try await raw(.post, target, body).json?["id"]?.stringValue)
    }

    /// Sends a report request to the reports service.
    @discardableResult
    func report(
        _ path: String, _ members: [String: JSONValue], sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> RawAnswer {
        try await send(.post, "/reports/" + path, .object(members), prefix: "/report/v1", sourceLocation: sourceLocation)
    }
}

/// A multipart form, written by hand.
struct TestForm {
    static let contentType = "multipart/form-data; boundary=\"a b\""

    private var content: [UInt8] = []

    init(_ values: KeyValuePairs<String, String> = [:]) {
        for (name, value) in values { add("name=\"\(name)\"", Array(value.utf8)) }
    }

    mutating func add(_ disposition: String, type: String? = nil, _ bytes: [UInt8]) {
        let head = "--a b\r\nContent-Disposition: form-data; \(disposition)\r\n" + (type.map { "Content-Type: \($0)\r\n" } ?? "") + "\r\n"
        content += Array(head.utf8) + bytes + Array("\r\n".utf8)
    }

    var bytes: [UInt8] { content + Array("--a b--\r\n".utf8) }
}
