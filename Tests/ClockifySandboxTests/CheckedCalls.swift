import ClockifyAPI
import HTTPTypes
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

/// Sends requests by hand, and compares each response with the spec.
struct CheckedCalls {
    let sandbox: ClockifySandbox
    let catalog: Catalog

    init(_ sandbox: ClockifySandbox) throws {
        self.sandbox = sandbox
        catalog = try Catalog.shared.get()
    }

    /// Returns a sandbox whose clock a test sets, and its calls.
    static func starting(at time: String) throws -> (clock: TestClock, sandbox: ClockifySandbox, call: CheckedCalls) {
        let clock = try TestClock(time)
        let sandbox = ClockifySandbox(now: { clock.date })
        return (clock, sandbox, try CheckedCalls(sandbox))
    }

    /// Sends a request, expects its success, and expects a response that has the documented status and shape: no value of another
    /// type, no undeclared member, and no null where the spec has none.
    ///
    /// - Parameter target: The path and the query after the workspace.
    @discardableResult
    func callAsFunction(
        _ method: HTTPRequest.Method, _ target: String, _ body: JSONValue? = nil, workspace: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> JSONValue {
        let answer = try await send(method, target, body, workspace: workspace)
        let id = try #require(sandbox.requests.last?.operation, sourceLocation: sourceLocation)
        let operation = try #require(catalog.operations.first { $0.id == id }, sourceLocation: sourceLocation)
        #expect(answer.status == operation.successStatus, "\(id): \(answer.message)", sourceLocation: sourceLocation)
        guard let schema = operation.success?.content.first(where: \.isJSON)?.schema, !answer.body.isEmpty else { return .null }
        let json = try #require(answer.json, sourceLocation: sourceLocation)
        let schemas = SchemaCheck(schemas: catalog.schemas)
        let problems = schemas.problems(of: json, by: schema).map { "\($0.field) \($0.reason)" }
        #expect(problems == [], "\(id)", sourceLocation: sourceLocation)
        #expect(
            schemas.known(in: json, by: schema) == json, "\(id) has members that the spec does not have",
            sourceLocation: sourceLocation)
        return json
    }

    /// Sends a request that the sandbox rejects, and returns the message.
    func refused(
        _ method: HTTPRequest.Method, _ target: String, _ body: JSONValue? = nil, status: Int = 400, code: Int = 501,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> String {
        let answer = try await send(method, target, body, workspace: nil)
        #expect(answer.status == status && answer.code == code, "\(answer.status) \(answer.message)", sourceLocation: sourceLocation)
        return answer.message
    }

    private func send(
        _ method: HTTPRequest.Method, _ target: String, _ body: JSONValue?, workspace: String?
    ) async throws -> RawAnswer {
        let path =
            target.hasPrefix("/user?") || target == "/user" ? target : "/workspaces/\(workspace ?? sandbox.workspace.rawValue)\(target)"
        // The deprecated sections belong to another service.
        let isDeprecated = ["/policies", "/balance", "/requests"].contains { target.hasPrefix($0) }
        return try await sandbox.raw(method, path, json: body?.description, prefix: isDeprecated ? "/pto/v1" : "/api/v1")
    }

    /// Adds a user to the workspace, and returns the identifier.
    func addUser(_ name: String) async throws -> String {
        _ = try await sandbox.raw(
            .post, "\(sandbox.workspacePath)/users?send-email=false", json: "{\"email\": \"\(name)@example.com\"}")
        let users = try await self(.get, "/users?email=\(name)")
        return try #require(users[0]?["id"]?.stringValue)
    }
}

extension JSONValue {
    /// The `id` of a response.
    var id: String { self["id"]?.stringValue ?? "" }

    /// The value of a member of each element.
    func each(_ name: String) -> [JSONValue] { arrayValue?.map { $0[name] ?? .null } ?? [] }
}
