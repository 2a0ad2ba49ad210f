import ClockifyAPI
import ClockifySandbox
import HTTPTypes
import SandboxTestSupport
import Testing

@Suite("Stateless operations of the sandbox")
struct SandboxSampleTests {
    let sandbox = ClockifySandbox()

    @Test("The response is the documented sample, with its members in the documented order")
    func sample() async throws {
        let answer = try await sandbox.raw(.get, "\(sandbox.workspacePath)/member-profile/\(sandbox.user.rawValue)")
        #expect(answer.status == 200)
        #expect(answer.fields[.contentType] == "application/json")
        #expect(String(decoding: answer.body, as: UTF8.self).hasPrefix("{\"email\":\"johndoe@example.com\",\"hasPassword\":true,"))
    }

    @Test("The status is the documented one, and a 204 has no body")
    func status() async throws {
        let path = "\(sandbox.workspacePath)/users/\(sandbox.user.rawValue)/roles"
        let role = "{\"entityId\": \"60f924bafdaf031696ec6218\", \"role\": \"WORKSPACE_ADMIN\", \"sourceType\": \"USER_GROUP\"}"
        let created = try await sandbox.raw(.post, path, json: role)
        #expect(created.status == 201 && created.json?.arrayValue?.count == 1)
        let deleted = try await sandbox.raw(.delete, path, json: role)
        #expect(deleted.status == 204 && deleted.body.isEmpty)
    }

    @Test("The client decodes the samples")
    func client() async throws {
        let client = sandbox.client
        #expect(try await client.users.getProfile(sandbox.user, in: sandbox.workspace).email == "johndoe@example.com")
        #expect(try await client.users.listManagers(sandbox.user, in: sandbox.workspace).isEmpty == false)
    }
}
