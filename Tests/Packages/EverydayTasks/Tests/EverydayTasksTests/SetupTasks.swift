import ClockifyAPI
import ClockifyLegacyAPI
import ClockifySandbox
import Foundation
import HTTPTypes
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
            let clockify = Clockify(.apiKey(sandbox.apiKey), transport: sandbox.transport).with(Watch(hosts: hosts))
            _ = try await clockify.with(site: site).users.me()
            #expect(hosts.all == [host])
        }
    }

    @Test("A timesheet template of the older page is made, renamed and read.")
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
}

private struct Watch: ClientMiddleware {
    let hosts: Lines

    func intercept(_ request: HTTPRequest, body: RequestBody?, attempt: CallAttempt, next: Next) async throws -> TransportResponse {
        hosts.add(request.authority ?? "")
        return try await next(request, body)
    }
}
