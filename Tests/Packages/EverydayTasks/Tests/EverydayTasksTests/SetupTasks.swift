import ClockifyAPI
import ClockifyLegacyAPI
import ClockifyLogging
import ClockifySandbox
import Foundation
import HTTPTypes
import Logging
import Synchronization
import Testing

@Suite("Setting up")
struct SetupTasks {
    @Test("A site decides which hosts are called.")
    func sites() async throws {
        let sandbox = ClockifySandbox(contents: .empty)
        for (site, host) in [
            (Clockify.Site.global, "api.clockify.me"), (.region(.eu), "euc1.clockify.me"), (.subdomain("acme"), "api.clockify.me"),
        ] {
            let hosts = Lines()
            let clockify = Clockify(.apiKey(sandbox.apiKey), site: site, transport: sandbox.transport).with(Watch(hosts: hosts))
            _ = try await clockify.users.me()
            #expect(hosts.all == [host])
        }
    }

    @Test("Calls are logged without the key.")
    func logging() async throws {
        let office = Office()
        let lines = Lines()
        let logger = Logger(label: "timesheets", factory: { _ in Recorder(lines: lines) })
        let clockify = office.clockify.with(
            try UserAgentMiddleware(product: "Timesheets", version: "2.1"), LoggingMiddleware(logger, details: .init(headers: true)))
        try await clockify.tags.create(in: office.workspace, .init(name: "urgent"))
        #expect(lines.all.count == 1 && lines.all.allSatisfy { $0.contains("createNewTag") && !$0.contains(office.sandbox.apiKey) })
        #expect(office.sandbox.requests.first?.headerFields[.userAgent]?.contains("Timesheets/2.1") == true)
    }

    @Test("A middleware counts the attempts of each operation.")
    func middleware() async throws {
        let office = Office()
        try office.sandbox.fail("getLoggedUser", .next(1), status: 503, retryAfter: 0)
        let counter = Counter()
        _ = try await office.clockify.with(counter).users.me()
        #expect(counter.counts == ["getLoggedUser": 2])
    }

    @Test("A timesheet template of the older page is made, renamed and used.")
    func legacyTemplates() async throws {
        let sandbox = ClockifySandbox(documentation: .legacy)
        let legacy = ClockifyLegacy(.apiKey(sandbox.apiKey), transport: sandbox.transport)
        let workspace = ClockifyLegacy.WorkspaceID(sandbox.workspace.rawValue)
        let project = try #require(try await legacy.projects.list(in: workspace).first)
        let template = try #require(
            try await legacy.templates.create(
                in: workspace, [.init(name: "Monday", projectsAndTasks: [.init(projectId: project.id)])]
            ).first)
        try await legacy.templates.update(template.id, in: workspace, .init(name: "Every Monday"))
        let read = try await legacy.templates.get(template.id, in: workspace)
        #expect(read.name == "Every Monday" && read.projectsAndTasks?.map(\.projectId) == [project.id])
    }

    @Test("An app's own type is tested with what a test gives the sandbox.")
    func fakes() async throws {
        let office = Office()
        try office.sandbox.add(Clockify.Client(id: "c1", name: "Acme"))
        try office.sandbox.add(Clockify.Project(id: "p1", name: "Website", clientId: "c1"))
        let overview = Overview(clockify: office.clockify, workspace: office.workspace)
        #expect(await overview.title(of: "p1") == "Acme: Website")
        try office.sandbox.fail("getProject", status: 403)
        #expect(await overview.title(of: "p1") == "not for you")
    }
}

/// A type of an app.
private struct Overview {
    let clockify: Clockify
    let workspace: Clockify.WorkspaceID

    func title(of project: Clockify.ProjectID) async -> String {
        do throws(APIFailure) {
            let project = try await clockify.projects.get(project, in: workspace)
            return "\(project.clientName ?? ""): \(project.name)"
        } catch  where error.isForbidden {
            return "not for you"
        } catch {
            return "\(error)"
        }
    }
}

private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    func add(_ line: String) { lines.withLock { $0.append(line) } }
}

private struct Watch: ClientMiddleware {
    let hosts: Lines

    func intercept(_ request: HTTPRequest, body: RequestBody?, attempt: CallAttempt, next: Next) async throws -> TransportResponse {
        hosts.add(request.authority ?? "")
        return try await next(request, body)
    }
}

private final class Counter: ClientMiddleware {
    private let state = Mutex<[String: Int]>([:])
    var counts: [String: Int] { state.withLock { $0 } }

    func intercept(_ request: HTTPRequest, body: RequestBody?, attempt: CallAttempt, next: Next) async throws -> TransportResponse {
        state.withLock { $0[attempt.operation.id, default: 0] += 1 }
        return try await next(request, body)
    }
}

private struct Recorder: LogHandler {
    let lines: Lines
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) { lines.add("\(event.message) \(event.metadata ?? [:])") }
}
