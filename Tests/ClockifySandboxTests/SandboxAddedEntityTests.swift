import ClockifyAPI
import Foundation
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

@Suite("Things that a test added to the sandbox")
struct SandboxAddedEntityTests {
    private let sandbox = ClockifySandbox(contents: .empty)
    private var path: String { sandbox.workspacePath }
    private var me: Clockify.UserID { sandbox.user }

    @Test("What the service would give a member that has no value, the sandbox gives it")
    func usual() async throws {
        let project = try sandbox.add(Clockify.Project(id: "p1", name: "Website", clientName: "Nobody", duration: "PT9H"))
        #expect(project.color == "#03A9F4" && project.archived == false && project.workspaceId == sandbox.workspace)
        #expect(project.memberships?.map(\.userId) == [me] && project.clientName == nil && project.duration == "PT0S")
        #expect(try await sandbox.client.projects.get("p1", in: sandbox.workspace) == project)
        let task = try sandbox.add(Clockify.Task(id: "k1", name: "Design", projectId: "p1"))
        #expect(task.status == .active)
    }

    @Test("What is added is changed and deleted like everything else, and what is created later has another identifier")
    func later() async throws {
        let next = try await sandbox.client.tags.create(in: sandbox.workspace, .init(name: "a")).id
        try await sandbox.client.tags.delete(next, in: sandbox.workspace)
        // The identifiers are hexadecimal numbers that go up by two for each tag.
        let number = try #require(UInt64(next.rawValue.suffix(8), radix: 16)) + 2
        let taken =
            next.rawValue.prefix(16) + String(repeating: "0", count: 8 - String(number, radix: 16).count) + String(number, radix: 16)
        try sandbox.add(Clockify.Tag(id: .init(rawValue: String(taken)), name: "added"))
        for name in ["b", "c", "d"] { _ = try await sandbox.client.tags.create(in: sandbox.workspace, .init(name: name)) }
        #expect(try await sandbox.client.tags.list(in: sandbox.workspace).map(\.name) == ["added", "b", "c", "d"])
        try await sandbox.client.tags.update(.init(rawValue: String(taken)), in: sandbox.workspace, .init(archived: true, name: "e"))
        try await sandbox.client.tags.delete(.init(rawValue: String(taken)), in: sandbox.workspace)
        #expect(try await sandbox.client.tags.list(in: sandbox.workspace).map(\.name) == ["b", "c", "d"])
        try sandbox.fail("getTags", missingChanges: 2)
        #expect(try await sandbox.client.tags.list(in: sandbox.workspace).map(\.name) == ["added", "b", "c", "d"])
    }

    @Test("The samples of the documentation can be added", arguments: ["clients", "tags", "projects", "user-groups", "custom-fields"])
    func copied(list: String) async throws {
        let original = ClockifySandbox()
        _ = try await original.raw(.post, original.workspacePath + "/user-groups", json: "{\"name\":\"Team\"}")
        _ = try await original.raw(.post, original.workspacePath + "/custom-fields", json: "{\"name\":\"Place\",\"type\":\"TXT\"}")
        let lists = list == "projects" ? ["clients", list] : [list]
        let names = [
            "clients": "clients", "tags": "tags", "projects": "projects", "user-groups": "userGroups", "custom-fields": "customFields",
        ]
        for list in lists {
            let all = try await original.raw(.get, "\(original.workspacePath)/\(list)?page-size=500&sort-column=ID")
            let collection = try #require(names[list])
            let added = try await sandbox.raw(
                .post, "entities/\(collection)", bytes: all.body, headers: [:], contentType: "application/json", prefix: "/_sandbox/")
            #expect(added.status == 201, "\(added.message)")
            #expect(added.json?.arrayValue?.isEmpty == false)
            #expect(added.json == all.json)
            let copy = try await sandbox.raw(.get, "\(path)/\(list)?page-size=500&sort-column=ID")
            #expect(copy.body == all.body)
        }
    }
}
