import ClockifyAPI
import HTTPTypes
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

/// Sends requests by hand, and compares each response with the spec.
struct CheckedCalls {
    let sandbox: ClockifySandbox
    let catalog: Catalog

    /// The members that are null in responses of the live service although the spec does not say so, by operation.
    private static let nulls: [String: Set<String>] = {
        let clients = ["createClient", "getClient", "getClients", "updateClient", "deleteClient"]
        let entries = [
            "createTimeEntry", "createForOthers", "getTimeEntry", "getTimeEntries", "getInProgressTimeEntries", "updateTimeEntry",
            "replaceMany",
            "stopRunningTimeEntry", "duplicateTimeEntry", "deleteMany",
        ]
        let nulls: [(operations: [String], members: Set<String>)] = [
            (clients, ["address", "ccEmails", "currencyId", "email", "note"]),
            (
                entries,
                [
                    "approvalRequestId", "costRate", "duration", "end", "hourlyRate", "kiosk", "kioskId", "name", "project", "projectId",
                    "tagIds", "task", "taskId",
                ]
            ),
        ]
        return Dictionary(uniqueKeysWithValues: nulls.flatMap { nulls in nulls.operations.map { ($0, nulls.members) } })
    }()

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
        let withoutNulls = Self.nulls.keys.contains(id) ? json.without(nulls: Self.nulls[id] ?? []) : json
        let problems = schemas.problems(of: withoutNulls, by: schema).map { "\($0.field) \($0.reason)" }
        #expect(problems == [], "\(id)", sourceLocation: sourceLocation)
        #expect(
            schemas.known(in: withoutNulls, by: schema) == withoutNulls, "\(id) has members that the spec does not have",
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

    /// Returns the value without some members that are null, at any depth.
    fileprivate func without(nulls names: Set<String>) -> JSONValue {
        switch self {
        case .array(let elements): .array(elements.map { $0.without(nulls: names) })
        case .object(let members):
            .object(members.filter { !$0.value.isNull || !names.contains($0.key) }.mapValues { $0.without(nulls: names) })
        default: self
        }
    }

    /// The value of a member of each element.
    func each(_ name: String) -> [JSONValue] { arrayValue?.map { $0[name] ?? .null } ?? [] }
}
