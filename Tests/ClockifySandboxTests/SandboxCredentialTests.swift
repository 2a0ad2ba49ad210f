import ClockifyAPI
import ClockifySandbox
import HTTPTypes
import SandboxTestSupport
import Testing

@Suite("Authentication in the sandbox")
struct SandboxCredentialTests {
    let sandbox = ClockifySandbox()

    @Test("A request with no credentials or two kinds of them is rejected with code 1000")
    func noneOrMultiple() async throws {
        let both = ["X-Api-Key": sandbox.apiKey, "X-Addon-Token": sandbox.addonToken]
        for headers in [[:], both, ["Authorization": "Bearer \(sandbox.apiKey)"]] {
            let answer = try await sandbox.raw(.get, "/user", headers: headers)
            #expect(answer.status == 401)
            #expect(answer.json == ["message": "Multiple or none auth tokens present", "code": 1000])
        }
    }

    @Test("An unknown key is rejected with code 4003, and an invalid token with code 4017")
    func wrongSecrets() async throws {
        let key = try await refusal { () throws(APIFailure) in
            try await Clockify(.apiKey("wrong"), transport: sandbox.transport).users.me()
        }
        #expect(key.status == .unauthorized)
        #expect(key.code == 4003)
        #expect(key.message == "Api key does not exist")
        let token = try await refusal { () throws(APIFailure) in
            try await Clockify(.addonToken("wrong"), transport: sandbox.transport).users.me()
        }
        #expect(token.code == 4017)
        #expect(token.message == "Token is not valid")
    }

    @Test("An add-on token is accepted, except for operations that are closed to add-ons")
    func addonToken() async throws {
        let addon = Clockify(.addonToken(sandbox.addonToken), transport: sandbox.transport)
        #expect(try await addon.users.me().id == sandbox.user)
        let failure = try await refusal { () throws(APIFailure) in try await addon.workspaces.list() }
        #expect(failure.status == .unauthorized)
        #expect(failure.message == "API is not accessible")
    }

    @Test("Requests are recorded without their credentials")
    func recording() async throws {
        _ = try await sandbox.client.tags.list(in: sandbox.workspace, name: "a b")
        let request = try #require(sandbox.requests.last)
        #expect(request.operation == "getTags")
        #expect(request.target == "/api/v1\(sandbox.workspacePath)/tags?name=a%20b")
        #expect(request.status == 200)
        #expect(request.headerFields[.accept] == "application/json")
        #expect(!request.headerFields.contains { $0.value.contains(sandbox.apiKey) })
        #expect(request.headerFields.count == 1)
        sandbox.reset()
        #expect(sandbox.requests.isEmpty)
    }
}
