import ClockifyAPI
import ClockifySandbox
import SandboxTestSupport
import Testing

@Suite("The rate limit of the sandbox")
struct SandboxRateLimitTests {
    private let sandbox = ClockifySandbox(contents: .documented)

    init() throws {
        sandbox.clock.set(to: try date("2026-01-31T09:00:00Z"))
    }

    private func statuses(_ count: Int, _ target: String, headers: [String: String]? = nil) async throws -> [Int] {
        var statuses: [Int] = []
        for _ in 0..<count { statuses.append(try await sandbox.raw(.get, target, headers: headers).status) }
        return statuses
    }

    @Test("There is no limit at first")
    func off() async throws {
        #expect(sandbox.rateLimit == nil)
        #expect(Set(try await statuses(60, "/user")) == [200])
    }

    @Test("The documented limit refuses the 51st request of a second, until the next second")
    func documented() async throws {
        sandbox.rateLimit = .documented
        let tags = sandbox.workspacePath + "/tags"
        #expect(try await statuses(50, tags) == Array(repeating: 200, count: 50))
        let refused = try await sandbox.raw(.get, tags)
        #expect(refused.status == 429 && refused.message == "Too many requests" && refused.fields[.retryAfter] == "1")
        sandbox.clock.advance(by: .milliseconds(999))
        #expect(try await statuses(1, tags) == [429])
        sandbox.clock.advance(by: .milliseconds(1))
        #expect(try await statuses(51, tags) == Array(repeating: 200, count: 50) + [429])
    }

    @Test("Requests count by workspace and kind of credential")
    func groups() async throws {
        sandbox.rateLimit = try SandboxRateLimit(requests: 1, per: .seconds(90))
        let tags = sandbox.workspacePath + "/tags"
        #expect(try await statuses(2, tags) == [200, 429])
        #expect(try await statuses(2, "/workspaces/60f91b3ffdaf031696ec61a8/tags") == [200, 429])
        #expect(try await statuses(2, tags, headers: ["X-Addon-Token": sandbox.addonToken]) == [200, 429])
        #expect(try await statuses(2, "/user") == [200, 429])
        // Workspaces that do not exist count together, and with requests that name none.
        #expect(try await statuses(1, "/workspaces/a/tags") == [429])
        #expect(try await sandbox.raw(.get, tags).fields[.retryAfter] == "90")
        sandbox.clock.advance(by: .seconds(-1))
        #expect(try await statuses(1, tags) == [200])
    }

    @Test("A request that is refused for its credentials, path or number does not count, and leaves faults for later")
    func uncounted() async throws {
        sandbox.rateLimit = try SandboxRateLimit(requests: 2)
        #expect(try await statuses(3, "/user", headers: ["X-Api-Key": "wrong"]) == [401, 401, 401])
        #expect(try await statuses(3, "/nothing") == [404, 404, 404])
        #expect(try await statuses(2, "/user") == [200, 200])
        try sandbox.fail("getLoggedUser", status: 503)
        #expect(try await statuses(3, "/user") == [429, 429, 429])
        sandbox.clock.advance(by: .seconds(1))
        #expect(try await statuses(3, "/user") == [503, 200, 429])
    }

    @Test("A new limit and a reset start to count from zero")
    func reset() async throws {
        sandbox.rateLimit = try SandboxRateLimit(requests: 1)
        #expect(try await statuses(2, "/user") == [200, 429])
        sandbox.reset()
        #expect(try await statuses(2, "/user") == [200, 429])
        sandbox.rateLimit = sandbox.rateLimit
        #expect(try await statuses(2, "/user") == [200, 429])
        sandbox.rateLimit = nil
        #expect(try await statuses(2, "/user") == [200, 200])
    }

    @Test("The limit is set, shown and removed over HTTP")
    func control() async throws {
        func control(_ method: String, _ json: String? = nil) async throws -> RawAnswer {
            try await sandbox.raw(.init(method) ?? .get, "rate-limit", json: json, headers: [:], prefix: "/_sandbox/")
        }
        #expect(try await control("GET").json == ["requests": nil, "seconds": nil])
        #expect(try await control("PUT", "{\"requests\":50}").json == ["requests": 50, "seconds": 1])
        #expect(sandbox.rateLimit == .documented)
        #expect(try await control("PUT", "{\"requests\":3,\"seconds\":0.5}").json == ["requests": 3, "seconds": 0.5])
        #expect(try await control("DELETE").status == 204)
        #expect(sandbox.rateLimit == nil)
    }

    @Test("A limit that is out of bounds is refused")
    func bounds() {
        #expect(throws: SandboxRateLimit.Problem.self) { try SandboxRateLimit(requests: 0) }
        #expect(throws: SandboxRateLimit.Problem.self) { try SandboxRateLimit(requests: 1, per: .zero) }
        #expect(throws: SandboxRateLimit.Problem.self) { try SandboxRateLimit(requests: 1, per: .seconds(86_401)) }
    }

    @Test("A client waits as long as the refusal says, and repeats the read")
    func client() async throws {
        sandbox.rateLimit = try SandboxRateLimit(requests: 1)
        // The clock runs so fast that the period is over when the client tries again.
        sandbox.clock.run(atSpeed: 1_000_000)
        for _ in 0..<3 { #expect(try await sandbox.client.users.me().id == sandbox.user) }
    }
}
