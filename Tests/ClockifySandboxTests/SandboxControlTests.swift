import ClockifyAPI
import ClockifySandbox
import HTTPTypes
import SandboxTestSupport
import Testing

@Suite("Control of the sandbox over HTTP")
struct SandboxControlTests {
    private let sandbox = ClockifySandbox()

    private func control(_ method: HTTPRequest.Method, _ name: String, _ json: String? = nil) async throws -> RawAnswer {
        try await sandbox.raw(method, name, json: json, headers: [:], prefix: "/_sandbox/")
    }

    @Test("The requests are listed without credentials, and removed")
    func requests() async throws {
        _ = try await sandbox.raw(.post, sandbox.workspacePath + "/tags", json: "{\"name\":\"ä\"}")
        let list = try await control(.get, "requests")
        #expect(list.status == 200)
        let request = try #require(list.json?[0])
        #expect(request["method"] == "POST" && request["operation"] == "createNewTag" && request["status"] == 201)
        #expect(request["body"] == "{\"name\":\"ä\"}")
        #expect(!String(decoding: list.body, as: UTF8.self).contains(sandbox.apiKey))
        #expect(try await control(.delete, "requests").status == 204)
        #expect(try await control(.get, "requests").json == [])
    }

    @Test("A reset discards what was created")
    func reset() async throws {
        let before = try await sandbox.raw(.get, sandbox.workspacePath + "/tags").json
        _ = try await sandbox.raw(.post, sandbox.workspacePath + "/tags", json: "{\"name\":\"new\"}")
        #expect(try await control(.post, "reset").status == 204)
        #expect(sandbox.requests.isEmpty)
        #expect(try await sandbox.raw(.get, sandbox.workspacePath + "/tags").json == before)
    }

    @Test("The clock is set and advanced")
    func clock() async throws {
        #expect(try await control(.put, "clock", "{\"now\":\"2026-01-31T09:00:00Z\"}").json == ["now": "2026-01-31T09:00:00Z"])
        #expect(try await control(.post, "clock/advance", "{\"seconds\":5400}").json == ["now": "2026-01-31T10:30:00Z"])
        #expect(try await control(.get, "clock").json == ["now": "2026-01-31T10:30:00Z"])
        #expect(try sandbox.clock.now == date("2026-01-31T10:30:00Z"))
        sandbox.clock.advance(by: .seconds(-60))
        #expect(try sandbox.now() == date("2026-01-31T10:29:00Z"))
        for _ in 0..<10_000 { sandbox.clock.advance(by: .seconds(1)) }
        sandbox.now = { .distantPast }
        #expect(sandbox.clock.now == .distantPast)
    }

    @Test("An entry that is stopped gets the time of the clock")
    func time() async throws {
        sandbox.clock.set(to: try date("2026-01-31T09:00:00Z"))
        let client = sandbox.client
        let entry = try await client.timeEntries.create(in: sandbox.workspace, .init(start: sandbox.clock.now))
        sandbox.clock.advance(by: .seconds(3600))
        let stopped = try await client.timeEntries.stopRunning(
            in: sandbox.workspace, user: sandbox.user, .init(end: sandbox.clock.now))
        #expect(stopped.id == entry.id && stopped.timeInterval.duration == "PT1H")
    }

    @Test("A fault is added and removed")
    func faults() async throws {
        let fault = "{\"operation\":\"getLoggedUser\",\"status\":429,\"retryAfter\":3,\"body\":\"slow down\",\"times\":2}"
        #expect(try await control(.post, "faults", fault).status == 204)
        let answer = try await sandbox.raw(.get, "/user")
        #expect(answer.status == 429 && answer.fields[.retryAfter] == "3" && answer.body == Array("slow down".utf8))
        #expect(try await control(.delete, "faults").status == 204)
        #expect(try await sandbox.raw(.get, "/user").status == 200)
    }

    @Test("Deliveries of webhooks are counted, awaited and cancelled")
    func deliveries() async throws {
        try await TestSubscriber(sandbox).subscribe(to: "NEW_TAG", at: "tags")
        sandbox.deliveries.receive { _, _ in
            try await Task.sleep(for: .seconds(3600))
            return .ok
        }
        _ = try await sandbox.raw(.post, sandbox.workspacePath + "/tags", json: "{\"name\":\"a\"}")
        #expect(try await control(.get, "deliveries").json == ["pending": 1])
        #expect(try await control(.delete, "deliveries").status == 204)
        #expect(try await control(.get, "deliveries").json == ["pending": 0])
        let subscriber = TestSubscriber(sandbox)
        _ = try await sandbox.raw(.post, sandbox.workspacePath + "/tags", json: "{\"name\":\"b\"}")
        #expect(try await control(.post, "deliveries/wait").status == 204)
        #expect(subscriber.takePaths() == ["/tags"])
    }

    @Test(
        "What cannot be done is refused with a reason",
        arguments: [
            ("POST", "faults", "{\"status\":500,\"every\":1,\"times\":1}", 400, "times and every exclude each other"),
            ("POST", "faults", "{\"status\":\"500\"}", 400, "status: it is a whole number"),
            ("POST", "faults", "{\"code\":500}", 400, "code: there is no such member"),
            ("POST", "faults", "{\"operation\":\"nothing\",\"status\":500}", 400, "operation: there is no operation nothing"),
            ("POST", "faults", "{\"delayMilliseconds\":9000000000000000000}", 400, "delay: "),
            ("POST", "faults", "[]", 400, "not a JSON object"), ("POST", "faults", "{", 400, "not JSON"),
            ("PUT", "clock", "{\"now\":\"noon\"}", 400, "now: "), ("PUT", "clock", "{}", 400, "now: "),
            ("POST", "clock/advance", "{\"seconds\":1e300}", 400, "seconds: "),
            ("GET", "deliveries/wait", "{}", 405, "POST"), ("GET", "faults", "{}", 405, "DELETE, POST"),
            ("GET", "nothing", "{}", 404, "/_sandbox/clock/advance"),
        ])
    func refused(method: String, name: String, json: String, status: Int, reason: String) async throws {
        let answer = try await control(try #require(HTTPRequest.Method(method)), name, json)
        #expect(answer.status == status && answer.message.contains(reason), "\(answer.message)")
    }

    @Test("The latest 1,000 requests are kept")
    func bounds() async throws {
        for number in 0..<1003 { _ = try await sandbox.raw(.get, "/nothing/\(number)") }
        #expect(sandbox.requests.count == 1000)
        #expect(sandbox.requests.first?.target == "/api/v1/nothing/3")
        #expect(sandbox.requests.last?.target == "/api/v1/nothing/1002")
    }

    @Test("A sandbox can start with a user and a workspace alone")
    func empty() async throws {
        let sandbox = ClockifySandbox(contents: .empty)
        for list in ["projects", "clients", "tags"] {
            #expect(try await sandbox.raw(.get, "\(sandbox.workspacePath)/\(list)").json == [])
        }
        #expect(try await sandbox.client.users.me().activeWorkspace == sandbox.workspace)
    }
}
