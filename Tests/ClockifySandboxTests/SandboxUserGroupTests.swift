import ClockifyAPI
import ClockifySandbox
import SandboxTestSupport
import Testing

@Suite("User groups in the sandbox")
struct SandboxUserGroupTests {
    let sandbox = ClockifySandbox()

    @Test("A group can be created, listed, renamed and deleted")
    func life() async throws {
        let groups = sandbox.client.groups
        let group = try await groups.create(in: sandbox.workspace, .init(name: "development_team"))
        #expect(group.userIds == [])
        #expect(try await groups.list(in: sandbox.workspace, name: "DEVELOP").map(\.id) == [group.id])
        #expect(try await groups.update(group.id, in: sandbox.workspace, .init(name: "design_team")).name == "design_team")
        _ = try await groups.delete(group.id, in: sandbox.workspace)
        #expect(try await groups.list(in: sandbox.workspace).isEmpty)
    }

    @Test("A user is in a group at most once, until removed")
    func members() async throws {
        let groups = sandbox.client.groups
        let group = try await groups.create(in: sandbox.workspace, .init(name: "development_team"))
        for _ in 0..<2 {
            #expect(try await groups.addUser(group.id, in: sandbox.workspace, .init(userId: sandbox.user)).userIds == [sandbox.user])
        }
        #expect(try await groups.removeUser(group.id, in: sandbox.workspace, user: sandbox.user).userIds == [])
    }

    @Test("An unknown user and an unknown group are rejected")
    func strangers() async throws {
        let groups = sandbox.client.groups
        let group = try await groups.create(in: sandbox.workspace, .init(name: "development_team"))
        let stranger = try await refusal { () throws(APIFailure) in
            try await groups.addUser(group.id, in: sandbox.workspace, .init(userId: "nobody"))
        }
        #expect(stranger.message == "User doesn't belong to Workspace")
        let missing = try await refusal { () throws(APIFailure) in try await groups.delete("none", in: sandbox.workspace) }
        #expect(missing.message == "User group doesn't belong to Workspace")
    }
}
