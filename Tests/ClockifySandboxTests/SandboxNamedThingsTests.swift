import ClockifyAPI
import ClockifySandbox
import SandboxTestSupport
import Testing

@Suite("Clients, projects, tasks and tags of the sandbox")
struct SandboxNamedThingsTests {
    let sandbox = ClockifySandbox()
    var client: Clockify { sandbox.client }
    var workspace: Clockify.WorkspaceID { sandbox.workspace }

    @Test("A created resource can be listed, fetched, changed and deleted")
    func life() async throws {
        let tag = try await client.tags.create(in: workspace, .init(name: "urgent"))
        #expect(tag.workspaceId == workspace)
        #expect(tag.archived == false)
        #expect(tag.id.rawValue.count == 24 && tag.id.rawValue.allSatisfy(\.isHexDigit))
        #expect(try await client.tags.list(in: workspace, name: "urgent") == [tag])
        #expect(try await client.tags.get(tag.id, in: workspace) == tag)
        let changed = try await client.tags.update(tag.id, in: workspace, .init(archived: true, name: "done"))
        #expect(changed.name == "done" && changed.archived == true)
        #expect(try await client.tags.delete(tag.id, in: workspace) == changed)
        let failure = try await refusal { () throws(APIFailure) in try await client.tags.get(tag.id, in: workspace) }
        #expect(failure.status == .badRequest && failure.code == 501)
        #expect(failure.message == "Tag doesn't belong to Workspace")
        #expect(failure.isNotFound)
    }

    @Test("Two sandboxes are independent, and a reset clears all changes")
    func isolation() async throws {
        let other = ClockifySandbox()
        _ = try await client.tags.create(in: workspace, .init(name: "mine"))
        #expect(try await other.client.tags.list(in: workspace, name: "mine").isEmpty)
        sandbox.reset()
        #expect(try await client.tags.list(in: workspace, name: "mine").isEmpty)
    }

    @Test("A change of a tag without archived restores it from the archive")
    func tagUnarchives() async throws {
        let tag = try await client.tags.create(in: workspace, .init(name: "old"))
        _ = try await client.tags.update(tag.id, in: workspace, .init(archived: true))
        #expect(try await client.tags.update(tag.id, in: workspace, .init(name: "older")).archived == false)
    }

    @Test("A change of a project resets public and billable if they are omitted, and keeps the rest")
    func projectResets() async throws {
        let project = try await client.projects.create(
            in: workspace, .init(name: "Apollo", billable: true, color: "#112233", isPublic: true, note: "n"))
        #expect(project.isPublic == true && project.billable == true)
        let changed = try await client.projects.update(project.id, in: workspace, .init(name: "Artemis"))
        #expect(changed.isPublic == false && changed.billable == false)
        #expect(changed.note == "n" && changed.color == "#112233" && changed.name == "Artemis")
    }

    @Test("A change of a client replaces everything except its currency")
    func clientReplaces() async throws {
        let new = try await client.clients.create(in: workspace, .init(name: "Zephyr", email: "a@acme.test", note: "n"))
        let changed = try await client.clients.update(new.id, in: workspace, .init(name: "Zephyr", note: "m", ccEmails: ["c@acme.test"]))
        #expect(changed.email == nil && changed.note == "m" && changed.ccEmails == ["c@acme.test"])
        #expect(changed.currencyId == new.currencyId && changed.currencyId != nil)
        #expect(try await client.clients.update(new.id, in: workspace, .init(name: "Zephyr")).ccEmails ?? [] == [])
    }

    @Test("A name in use is rejected until its owner is deleted, and archived resources keep their names")
    func duplicateNames() async throws {
        let tag = try await client.tags.create(in: workspace, .init(name: "once"))
        _ = try await client.tags.update(tag.id, in: workspace, .init(archived: true))
        let failure = try await refusal { () throws(APIFailure) in try await client.tags.create(in: workspace, .init(name: "once")) }
        #expect(failure.code == 501)
        #expect(failure.message == "Tag with this name already exists")
        _ = try await client.tags.delete(tag.id, in: workspace)
        _ = try await client.tags.create(in: workspace, .init(name: "once"))
    }

    @Test("An active project, client or task cannot be deleted")
    func activeThingsStay() async throws {
        let customer = try await client.clients.create(in: workspace, .init(name: "Zephyr"))
        let project = try await client.projects.create(in: workspace, .init(name: "Apollo", clientId: customer.id))
        let task = try await client.tasks.create(in: workspace, project: project.id, .init(name: "Launch"))
        let refusals = [
            try await refusal { () throws(APIFailure) in try await client.clients.delete(customer.id, in: workspace) },
            try await refusal { () throws(APIFailure) in try await client.projects.delete(project.id, in: workspace) },
            try await refusal { () throws(APIFailure) in try await client.tasks.delete(task.id, in: workspace, project: project.id) },
        ]
        #expect(refusals.map(\.message) == ["client", "project", "task"].map { "Cannot delete an active \($0)" })
        #expect(refusals.allSatisfy { $0.status == .badRequest && $0.code == 501 })
        _ = try await client.tasks.update(task.id, in: workspace, project: project.id, .init(name: "Launch", status: .done))
        _ = try await client.tasks.delete(task.id, in: workspace, project: project.id)
        _ = try await client.projects.update(project.id, in: workspace, .init(archived: true))
        _ = try await client.projects.delete(project.id, in: workspace)
        _ = try await client.clients.update(customer.id, in: workspace, .init(archived: true))
        _ = try await client.clients.delete(customer.id, in: workspace)
    }

    @Test("An archived client also archives its projects and their tasks on request")
    func archivedClient() async throws {
        let customer = try await client.clients.create(in: workspace, .init(name: "Zephyr"))
        let project = try await client.projects.create(
            in: workspace, .init(name: "Apollo", clientId: customer.id, tasks: [.init(name: "Launch")]))
        _ = try await client.clients.update(
            customer.id, in: workspace, .init(name: "Zephyr", archived: true), archiveProjects: true, markTasksAsDone: true)
        #expect(try await client.projects.get(project.id, in: workspace).archived == true)
        #expect(try await client.tasks.list(in: workspace, project: project.id).map(\.status) == [.done])
    }

    @Test("A project is created together with its tasks and members, or not at all")
    func projectWithTasks() async throws {
        let project = try await client.projects.create(
            in: workspace,
            .init(
                name: "Apollo", hourlyRate: .init(amount: 50.00), memberships: [.init(userId: sandbox.user)],
                tasks: [.init(name: "One"), .init(name: "Two")]))
        #expect(project.hourlyRate == .init(amount: 50.00, currency: "USD"))
        #expect(project.memberships?.first?.targetId?.rawValue == project.id.rawValue)
        #expect(try await client.tasks.list(in: workspace, project: project.id).map(\.name) == ["One", "Two"])
        let failure = try await refusal { () throws(APIFailure) in
            try await client.projects.create(in: workspace, .init(name: "Gemini", memberships: [.init(userId: "5a0ab5acb07987125438b000")]))
        }
        #expect(failure.message == "User doesn't belong to Workspace")
        #expect(try await client.projects.list(in: workspace, name: "Gemini").isEmpty)
    }

    @Test("Separate operations change a project's members, rates, estimates and template flag")
    func projectParts() async throws {
        let project = try await client.projects.create(in: workspace, .init(name: "Apollo"))
        let rated = try await client.projects.setUserHourlyRate(project.id, in: workspace, user: sandbox.user, .init(amount: 7.00))
        #expect(rated.memberships?.first?.hourlyRate?.amount == 7.00)
        let emptied = try await client.projects.assignUsers(project.id, in: workspace, .init(remove: true, userIds: [sandbox.user]))
        #expect(emptied.memberships?.isEmpty == true)
        let refilled = try await client.projects.assignUsers(project.id, in: workspace, .init(userIds: [sandbox.user]))
        #expect(refilled.memberships?.map(\.userId) == [sandbox.user])
        let template = try await client.projects.setIsTemplate(project.id, in: workspace, .init(isTemplate: true))
        #expect(template.isTemplate == true)
        let estimated = try await client.projects.updateEstimate(
            project.id, in: workspace, .init(budgetEstimate: .init(active: true, estimate: 6.00)))
        #expect(estimated.budgetEstimate?.estimate == 6.00)
        #expect(try await client.projects.get(project.id, in: workspace) == estimated)
    }

    @Test("Resources of another project or workspace are not found")
    func foreignThings() async throws {
        let projects = try await client.projects.list(in: workspace, pageSize: 2)
        let task = try await client.tasks.create(in: workspace, project: projects[0].id, .init(name: "Launch"))
        let foreign = try await refusal { () throws(APIFailure) in
            try await client.tasks.get(task.id, in: workspace, project: projects[1].id)
        }
        #expect(foreign.message == "Task doesn't belong to Workspace")
        let noProject = try await refusal { () throws(APIFailure) in
            try await client.tasks.create(in: workspace, project: "64a687e29ae1f428e7ebe000", .init(name: "x"))
        }
        #expect(noProject.message == "Project doesn't belong to Workspace")
        let noWorkspace = try await refusal { () throws(APIFailure) in try await client.tags.list(in: "64a687e29ae1f428e7ebe000") }
        #expect(noWorkspace.isNotFound)
    }

    @Test("The current user, the users of a workspace and a new user are returned")
    func users() async throws {
        let me = try await client.users.me()
        #expect(me.id == sandbox.user && me.activeWorkspace == workspace && me.memberships?.isEmpty == true)
        #expect(try await client.users.me(includeMemberships: true).memberships?.isEmpty == false)
        #expect(try await client.users.list(in: workspace, includeRoles: false).map(\.id) == [me.id])
        _ = try await client.workspaces.addUser(in: workspace, .init(email: "zoe@example.com"), sendEmail: false)
        #expect(
            try await client.users.list(in: workspace, includeRoles: false).map(\.email) == ["john.doe@example.com", "zoe@example.com"])
        #expect(try await client.users.listFiltered(in: workspace, .init(email: "zoe")).map(\.email) == ["zoe@example.com"])
        #expect(try await client.users.listFiltered(in: workspace, .init(page: 2, pageSize: 1)).map(\.email) == ["zoe@example.com"])
    }

    @Test("A created workspace exists and is empty")
    func workspaces() async throws {
        let new = try await client.workspaces.create(.init(name: "Second"))
        #expect(try await client.workspaces.list().map(\.name) == ["Cool Company", "Second"])
        #expect(try await client.tags.list(in: new.id).isEmpty)
        #expect(try await client.workspaces.setHourlyRate(new.id, .init(amount: 9.00, currency: "EUR")).hourlyRate?.currency == "EUR")
    }
}
