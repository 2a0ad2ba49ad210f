import ClockifyAPI
import ClockifySandbox
import SandboxTestSupport
import Testing

@Suite("Faults of the sandbox")
struct SandboxFaultTests {
    private func status(_ sandbox: ClockifySandbox, _ target: String = "/user") async throws -> Int {
        try await sandbox.raw(.get, target).status
    }

    @Test("The next calls of an operation fail, and then no more")
    func next() async throws {
        let sandbox = ClockifySandbox()
        try sandbox.fail("getLoggedUser", .next(2), status: 429, retryAfter: 7)
        #expect(try await status(sandbox, sandbox.workspacePath + "/tags") == 200)
        let answer = try await sandbox.raw(.get, "/user")
        #expect(answer.status == 429 && answer.fields[.retryAfter] == "7" && answer.code == 429)
        #expect(try await status(sandbox) == 429)
        #expect(try await status(sandbox) == 200)
        #expect(sandbox.requests.map(\.status) == [200, 429, 429, 200])
    }

    @Test("A closure says which call fails, and with which arguments")
    func described() async throws {
        let sandbox = ClockifySandbox()
        let first = try sandbox.add(Clockify.Tag(id: "t1", name: "first")).id
        let second = try sandbox.add(Clockify.Tag(id: "t2", name: "second")).id
        let clockify = sandbox.client.with { $0.retries = .never }
        try await sandbox.fail(status: 403) { try await $0.tags.get(first, in: "*") }
        #expect(try await clockify.tags.get(second, in: sandbox.workspace).name == "second")
        let failure = await #expect(throws: APIFailure.self) { try await clockify.tags.get(first, in: sandbox.workspace) }
        #expect(failure?.isForbidden == true)
        #expect(try await clockify.tags.get(first, in: sandbox.workspace).name == "first")

        try await sandbox.fail(missingChanges: 2) { try await $0.tags.list(in: sandbox.workspace, name: "second") }
        #expect(try await clockify.tags.list(in: sandbox.workspace, name: "first").count == 1)
        #expect(try await clockify.tags.list(in: sandbox.workspace, name: "second").isEmpty)
        #expect(try await clockify.tags.list(in: sandbox.workspace, name: "second").count == 1)
        try await sandbox.fail(.every(2), status: 500) { $0.tags.all(in: sandbox.workspace, archived: true) }
        #expect(try await clockify.tags.all(in: sandbox.workspace, archived: true).collect().isEmpty)
        await #expect(throws: APIFailure.self) { try await clockify.tags.all(in: sandbox.workspace, archived: true).collect() }
    }

    @Test("A closure that describes no call is refused")
    func noCall() async throws {
        let sandbox = ClockifySandbox()
        let none = await #expect(throws: SandboxFault.Problem.self) { try await sandbox.fail(status: 500) { _ in 1 } }
        #expect(none?.description == "call: a closure describes no call")
        await #expect(throws: SandboxFault.Problem.self) {
            try await sandbox.fail(missingChanges: 1) { try await $0.tags.create(in: "*", .init(name: "any")) }
        }
        await #expect(throws: SandboxFault.Problem.self) { try await sandbox.fail { try await $0.users.me() } }
    }

    @Test("Every n-th call fails")
    func every() async throws {
        let sandbox = ClockifySandbox()
        try sandbox.fail(.every(3), status: 503)
        var statuses: [Int] = []
        for _ in 0..<7 { statuses.append(try await status(sandbox)) }
        #expect(statuses == [200, 200, 503, 200, 200, 503, 200])
        sandbox.removeFaults()
        #expect(try await status(sandbox) == 200)
        #expect(try await status(sandbox) == 200)
    }

    @Test("Faults of the same operation happen one after another")
    func several() async throws {
        let sandbox = ClockifySandbox()
        try sandbox.fail(status: 500)
        try sandbox.fail(status: 503)
        #expect(try await [status(sandbox), status(sandbox), status(sandbox)] == [500, 503, 200])
    }

    @Test("A call that fails with a status has no effect, and one with a broken body has")
    func effects() async throws {
        let sandbox = ClockifySandbox(contents: .empty)
        let tags = sandbox.workspacePath + "/tags"
        try sandbox.fail("createNewTag", status: 500)
        try sandbox.fail("createNewTag", body: "{\"id\":")
        #expect(try await sandbox.raw(.post, tags, json: "{\"name\":\"a\"}").status == 500)
        let broken = try await sandbox.raw(.post, tags, json: "{\"name\":\"b\"}")
        #expect(broken.status == 201 && broken.body == Array("{\"id\":".utf8))
        #expect(try await sandbox.raw(.get, tags).json?.arrayValue?.compactMap { $0["name"]?.stringValue } == ["b"])
    }

    @Test("An operation without content can have a body, with status 200")
    func bodyOfNoContent() async throws {
        let sandbox = ClockifySandbox()
        let entry = try await sandbox.client.timeEntries.create(in: sandbox.workspace, .init(start: .now))
        try sandbox.fail("deleteTimeEntry", body: "gone")
        let answer = try await sandbox.raw(.delete, "\(sandbox.workspacePath)/time-entries/\(entry.id)")
        #expect(answer.status == 200 && answer.body == Array("gone".utf8))
        try sandbox.fail("getLoggedUser", status: 204)
        let empty = try await sandbox.raw(.get, "/user")
        #expect(empty.status == 204 && empty.body.isEmpty)
    }

    @Test("A client retries a read that fails with 503")
    func retries() async throws {
        let sandbox = ClockifySandbox()
        try sandbox.fail("getLoggedUser", status: 503, retryAfter: 0)
        // On a busy machine, the default times may pass before the second attempt.
        let client = sandbox.client.with { options in
            options.timeout = nil
            options.retries.maximumTotalTime = .seconds(86_400)
        }
        #expect(try await client.users.me().id == sandbox.user)
        #expect(sandbox.requests.map(\.status) == [503, 200])
    }

    @Test("A fault that cannot happen is refused")
    func problems() {
        let sandbox = ClockifySandbox()
        #expect(throws: SandboxFault.Problem.self) { try sandbox.fail("getNothing", status: 500) }
        #expect(throws: SandboxFault.Problem.self) { try sandbox.fail(status: 100) }
        #expect(throws: SandboxFault.Problem.self) { try sandbox.fail(status: 204, body: "x") }
        #expect(throws: SandboxFault.Problem.self) { try sandbox.fail(.next(0), status: 500) }
        #expect(throws: SandboxFault.Problem.self) { try sandbox.fail(.every(0), status: 500) }
        #expect(throws: SandboxFault.Problem.self) { try sandbox.fail(status: 429, retryAfter: -1) }
        #expect(throws: SandboxFault.Problem.self) { try sandbox.fail(delay: .seconds(3601)) }
        #expect(throws: SandboxFault.Problem.self) { try sandbox.fail("getLoggedUser") }
    }

    @Test("A request with a wrong key is refused, and leaves the fault for the next one")
    func credentials() async throws {
        let sandbox = ClockifySandbox()
        try sandbox.fail(status: 500)
        #expect(try await sandbox.raw(.get, "/user", headers: ["X-Api-Key": "wrong"]).status == 401)
        #expect(try await status(sandbox) == 500)
    }
}
