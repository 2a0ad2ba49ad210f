import ClockifyAPI
import ClockifySandbox
import ClockifySandboxServer
import Foundation
import HTTPTypes
import SandboxTestSupport
import TestServer
import Testing

/// The whole way: calls over HTTP, deliveries over HTTP, verified and decoded by this library.
@Suite("Webhooks of the sandbox's server", .timeLimit(.minutes(5)))
struct WebhookServerTests {
    /// Verifies and decodes a delivery.
    private func event(_ request: ScriptedServer.Request, _ token: String) throws -> WebhookEvent {
        let lines = request.head.split(separator: "\r\n").dropFirst()
        let fields = lines.compactMap { line -> (name: String, value: String)? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return (String(line[..<colon]), line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces))
        }
        return try WebhookEvent(headers: HeaderList(fields), body: request.body, token: token)
    }

    private func subscribe(
        _ clockify: Clockify, to event: Clockify.WebhookEventType, at url: String, in workspace: Clockify.WorkspaceID
    ) async throws -> Clockify.Webhook {
        try await clockify.webhooks.create(
            in: workspace,
            .init(name: "\(event.rawValue.prefix(30))", triggerSource: [], triggerSourceType: .workspaceID, url: url, webhookEvent: event))
    }

    /// Sends a request to the sandbox itself. It does not block a thread that the deliveries may need.
    private func control(
        _ server: ClockifySandboxServer, _ method: HTTPRequest.Method, _ name: String
    ) async throws -> TransportResponse {
        let request = HTTPRequest(method: method, scheme: "http", authority: server.url.authority, path: "/_sandbox/\(name)")
        return try await SystemTransport().send(request, body: nil)
    }

    /// Waits over HTTP until all deliveries are done.
    private func waitForDeliveries(of server: ClockifySandboxServer) async throws {
        #expect(try await control(server, .post, "deliveries/wait").head.status == .noContent)
    }

    @Test("A subscriber receives what happens, verified and decoded, and again what it could not take")
    func delivery() async throws {
        let attempts = Lock(0)
        let subscriber = try ScriptedServer { request in
            let isFirst = attempts.withLock { attempts in
                attempts += 1
                return attempts == 1
            }
            return [ScriptedServer.response("{\"received\":\(!isFirst)}", status: isFirst ? "500 Internal Server Error" : "200 OK")]
        }
        defer { subscriber.stop() }
        try await serving { server in
            let clockify = Clockify(.apiKey(server.sandbox.apiKey), site: server.site)
            let workspace = server.sandbox.workspace
            var tokens: [String: String] = [:]
            var ids: [Clockify.WebhookID] = []
            for (event, path) in [(Clockify.WebhookEventType.newProject, "p"), (.newTimerStarted, "s"), (.timerStopped, "t")] {
                let webhook = try await subscribe(clockify, to: event, at: "\(subscriber.url)/\(path)?a=b", in: workspace)
                tokens["/\(path)?a=b"] = webhook.authToken
                ids.append(webhook.id)
            }
            let project = try await clockify.projects.create(in: workspace, .init(name: "Apollo"))
            try await waitForDeliveries(of: server)
            let start = try date("2026-03-02T09:00:00Z")
            _ = try await clockify.timeEntries.create(in: workspace, .init(start: start))
            let stopped = try await clockify.timeEntries.stopRunning(
                in: workspace, user: server.sandbox.user, .init(end: start.addingTimeInterval(3600)))
            try await waitForDeliveries(of: server)

            let requests = subscriber.requests
            #expect(requests.count == 4 && requests.allSatisfy { $0.method == "POST" })
            let projects = requests.filter { $0.target.hasPrefix("/p") }
            #expect(projects.count == 2)
            for request in projects {
                let event = try event(request, tokens[request.target] ?? "")
                #expect(event.type == .newProject)
                #expect(try event.payload() == .project(project))
            }
            let timer = try #require(requests.first { $0.target.hasPrefix("/s") })
            guard case .timeEntry(let running) = try event(timer, tokens[timer.target] ?? "").payload() else {
                Issue.record("a started timer is not a time entry")
                return
            }
            #expect(running.id == stopped.id && running.timeInterval.end == nil)
            let last = try #require(requests.first { $0.target.hasPrefix("/t") })
            #expect(try event(last, tokens[last.target] ?? "").payload() == .timeEntry(stopped))
            #expect(throws: WebhookError.wrongSignature) { try event(last, tokens[timer.target] ?? "") }

            let logs = try await clockify.webhooks.listLogs(ids[0], in: workspace, .init())
            #expect(logs.map(\.statusCode) == [500, 200])
            #expect(logs.map(\.responseBody) == ["{\"received\":false}", "{\"received\":true}"])
            #expect(logs.map(\.requestBody) == projects.map { String(decoding: $0.body, as: UTF8.self) })
        }
    }

    @Test("A subscriber that is down delays no other, and is in the log")
    func down() async throws {
        let refusing = try ScriptedServer(refuses: true) { _ in [] }
        let subscriber = try ScriptedServer { _ in [ScriptedServer.response("", status: "204 No Content")] }
        defer {
            refusing.stop()
            subscriber.stop()
        }
        try await serving { server in
            let clockify = Clockify(.apiKey(server.sandbox.apiKey), site: server.site)
            let workspace = server.sandbox.workspace
            let down = try await subscribe(clockify, to: .newTag, at: refusing.url, in: workspace)
            let up = try await subscribe(clockify, to: .newTag, at: subscriber.url, in: workspace)
            let tag = try await clockify.tags.create(in: workspace, .init(name: "urgent"))
            try await waitForDeliveries(of: server)
            #expect(try subscriber.requests.map { try event($0, up.authToken).payload() } == [.tag(tag)])
            let logs = try await clockify.webhooks.listLogs(down.id, in: workspace, .init(status: .failed))
            #expect(logs.count == 3 && logs.allSatisfy { $0.statusCode == nil && $0.responseBody?.hasPrefix("No response") == true })
        }
    }

    @Test("Deliveries end with the server, also while a client waits for them")
    func stop() async throws {
        let subscriber = try ScriptedServer { _ in [.stall] }
        defer { subscriber.stop() }
        let server = try await ClockifySandboxServer.start()
        let clockify = Clockify(.apiKey(server.sandbox.apiKey), site: server.site)
        _ = try await subscribe(clockify, to: .newTag, at: subscriber.url, in: server.sandbox.workspace)
        _ = try await clockify.tags.create(in: server.sandbox.workspace, .init(name: "urgent"))
        let wait = Task { try await control(server, .post, "deliveries/wait") }
        let pending = try await control(server, .get, "deliveries").body.reduce(into: []) { $0 += $1 }
        #expect(String(decoding: pending, as: UTF8.self) == "{\"pending\":1}")
        await server.stop()
        #expect(server.sandbox.deliveries.pending == 0)
        await #expect(throws: TransportFailure.self) { try await wait.value }
    }
}

extension URL {
    /// The host and the port.
    fileprivate var authority: String { "\(host ?? ""):\(port ?? 80)" }
}
