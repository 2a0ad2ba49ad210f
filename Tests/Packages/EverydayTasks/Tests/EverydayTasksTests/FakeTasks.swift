import ClockifyAPI
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
    @Test("An app's own type is tested with the answers that a test gives a fake.")
    func fakes() async {
        let clockify = Clockify.fake {
            $0.answer(with: .init(id: "p1", name: "Website", clientName: "Acme")) { try await $0.projects.get("p1", in: "w1") }
            $0.fail(with: .forbidden) { try await $0.projects.get("p2", in: "w1") }
        }
        let overview = Overview(clockify: clockify, workspace: "w1")
        #expect(await overview.title(of: "p1") == "Acme: Website")
        #expect(await overview.title(of: "p2") == "not for you")
        #expect(await overview.title(of: "p3").hasPrefix("the fake has no answer to getProject"))
    }
}
