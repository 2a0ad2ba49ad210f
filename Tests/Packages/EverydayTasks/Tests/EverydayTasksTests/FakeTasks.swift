import ClockifyAPI
import ClockifySandbox
import Testing

/// A type of an app.
private struct Overview {
    let clockify: Clockify
    let workspace: Clockify.WorkspaceID

    func title(of project: Clockify.ProjectID) async -> String {
        do throws(APIFailure) {
            let project = try await clockify.projects.get(project, in: workspace)
            return "\(project.clientName ?? ""): \(project.name)"
        } catch let failure where failure.isForbidden {
            return "not for you"
        } catch {
            return "\(error)"
        }
    }
}

@Suite("Testing an app")
struct FakeTasks {
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
