import ClockifyAPI
import HTTPTypes
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

/// A subscriber in the same process that verifies what it receives, and keeps it.
final class TestSubscriber: Sendable {
    private struct State {
        var tokens: [String: String] = [:]
        var events: [WebhookEvent] = []
        var paths: [String] = []
        var problems: [String] = []
        /// The statuses to respond with next; 200 afterwards.
        var statuses: [Int] = []
    }

    private let sandbox: ClockifySandbox
    private let state: Lock<State>

    /// - Parameter statuses: The statuses to respond with first.
    init(_ sandbox: ClockifySandbox, statuses: [Int] = []) {
        self.sandbox = sandbox
        let state = Lock(State(statuses: statuses))
        self.state = state
        sandbox.deliveries.receive { request, body in
            state.withLock { state in
                let path = request.path ?? ""
                do {
                    state.events.append(try WebhookEvent(headers: request.headerFields, body: body, token: state.tokens[path] ?? ""))
                } catch {
                    state.problems.append("\(path): \(error)")
                }
                state.paths.append(path)
                return .init(code: state.statuses.isEmpty ? 200 : state.statuses.removeFirst())
            }
        }
    }

    var problems: [String] { state.withLock { $0.problems } }

    /// Creates a webhook for each event. The plan of the workspace allows them.
    func subscribe(to events: [String]) async throws {
        for event in events { try await subscribe(to: event, at: event) }
    }

    /// Creates a webhook.
    ///
    /// - Parameter name: The path of its URL.
    @discardableResult
    func subscribe(
        to event: String, at name: String, _ type: String = "WORKSPACE_ID", _ sources: [String] = []
    ) async throws -> Clockify.Webhook {
        _ = try await sandbox.client.users.me()
        sandbox.contents.withLock { contents in
            guard var workspace = contents.state?.store.entity(.workspaces, sandbox.workspace.rawValue) else { return }
            workspace.members["featureSubscriptionType"] = "ENTERPRISE"
            contents.state?.store.replace(workspace, in: .workspaces)
        }
        let webhook = try await sandbox.client.webhooks.create(
            in: sandbox.workspace,
            .init(
                name: "Webhook", triggerSource: sources.map { .init(rawValue: $0) }, triggerSourceType: .init(rawValue: type),
                url: "http://127.0.0.1:9/\(name)", webhookEvent: .init(rawValue: event)))
        state.withLock { $0.tokens["/\(name)"] = webhook.authToken }
        return webhook
    }

    /// Returns the events that arrived since the last call.
    func takeEvents() -> [WebhookEvent] {
        state.withLock { state in
            defer { state.events = [] }
            return state.events
        }
    }

    /// Returns the paths that requests arrived at since the last call.
    func takePaths() -> [String] {
        state.withLock { state in
            defer { state.paths = [] }
            return state.paths
        }
    }
}
