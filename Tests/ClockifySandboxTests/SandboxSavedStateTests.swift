import ClockifyAPI
import Foundation
import HTTPTypes
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

@Suite("The saved state of a sandbox")
struct SandboxSavedStateTests {
    private func sandbox(_ contents: ClockifySandbox.InitialContents = .demo) throws -> ClockifySandbox {
        let now = try date("2026-03-02T09:00:00Z")
        return ClockifySandbox(contents: contents, now: { now })
    }

    private func text(_ sandbox: ClockifySandbox) throws -> String { String(decoding: try sandbox.savedState(), as: UTF8.self) }

    /// Sends the same request again.
    private func answer(_ sandbox: ClockifySandbox, _ request: SandboxRequest) throws -> SandboxAnswer {
        let method = try #require(HTTPRequest.Method(request.method))
        var copy = HTTPRequest(
            method: method, scheme: "https", authority: "api.clockify.me", path: request.target, headerFields: request.headerFields)
        copy.headerFields[try #require(HTTPField.Name("X-Api-Key"))] = sandbox.apiKey
        return sandbox.reply(to: copy, body: request.body).answer
    }

    @Test("After loading, every request of every section is answered byte for byte as in the sandbox that was saved")
    func sections() async throws {
        var count = 0
        for probe in SectionProbe.all {
            var run = try SectionRun(probe)
            _ = try await run.cells()
            let clock = run.sandbox.clock.now
            let fresh = ClockifySandbox(contents: .empty, now: { clock })
            let saved = try run.sandbox.savedState()
            try fresh.loadState(from: saved)
            #expect(try fresh.savedState() == saved, "\(probe.name)")
            for request in run.sandbox.requests {
                let (expected, answer) = (try answer(run.sandbox, request), try answer(fresh, request))
                #expect(expected.head == answer.head && expected.body == answer.body, "\(request.method) \(request.target)")
                count += 1
            }
            #expect(try text(fresh) == text(run.sandbox), "\(probe.name)")
        }
        #expect(count > 200)
    }

    @Test("What the documentation names is answered byte for byte as well, receipts included", arguments: [false, true])
    func documented(isLegacy: Bool) async throws {
        let now = try date("2026-03-02T09:00:00Z")
        func make() -> ClockifySandbox {
            ClockifySandbox(documentation: isLegacy ? .legacy : .current, contents: .documented, now: { now })
        }
        let (original, fresh) = (make(), make())
        let path = original.workspacePath
        _ = try await original.raw(.post, path + "/tags", json: "{\"name\":\"x\"}")
        try fresh.loadState(from: original.savedState())
        let targets = [
            "/user", "/workspaces", path, path + "/clients", path + "/projects?page-size=500", path + "/tags", path + "/custom-fields",
            path + "/webhooks", path + "/user-groups", path + "/users?memberships=ALL", path + "/expenses", path + "/invoices",
            path + "/approval-requests", path + "/holidays", path + "/templates",
            path + "/expenses/64c777ddd3fcab07cfbb210c/files/745687e29ae1f428e7ebe890",
            path + "/user/\(original.user)/time-entries?hydrated=true",
        ]
        for target in targets {
            let (expected, answer) = (try await original.raw(.get, target), try await fresh.raw(.get, target))
            #expect(expected.status == answer.status && expected.body == answer.body && expected.fields == answer.fields, "\(target)")
        }
    }

    @Test("Two saves are equal, and the file has its members in order and each entity on a line")
    func stable() async throws {
        let (one, other) = (try sandbox(), try sandbox())
        for sandbox in [one, other] {
            for name in ["b", "a"] { _ = try await sandbox.raw(.post, sandbox.workspacePath + "/tags", json: "{\"name\":\"\(name)\"}") }
        }
        #expect(try one.savedState() == one.savedState())
        #expect(try one.savedState() == other.savedState())
        let json: JSONValue = try JSONReader.decode(from: Array(try one.savedState()))
        let names = try #require(json.objectValue).keys.sorted()
        let lines = try text(one).split(separator: "\n")
        #expect(lines.compactMap { line in names.first { line.hasPrefix("\"\($0)\":") } } == names)
        let entities = try #require(json["entities"]?.objectValue).values.reduce(0) { $0 + ($1.arrayValue?.count ?? 0) }
        #expect(lines.filter { $0.hasPrefix("{\"created\"") }.count == entities)
    }

    @Test("Identifiers go on where they were")
    func identifiers() async throws {
        let original = try sandbox()
        _ = try await original.client.tags.create(in: original.workspace, .init(name: "a"))
        let fresh = try sandbox(.empty)
        try fresh.loadState(from: original.savedState())
        let ids = [
            try await original.client.tags.create(in: original.workspace, .init(name: "b")).id,
            try await fresh.client.tags.create(in: fresh.workspace, .init(name: "b")).id,
        ]
        #expect(ids[0] == ids[1])
    }

    @Test("The clock, the faults, the rate limit and the requests stay, and a reset returns to the first contents")
    func rest() async throws {
        let original = try sandbox(.demo)
        let fresh = try sandbox(.empty)
        fresh.clock.set(to: try date("2027-01-01T00:00:00Z"))
        fresh.rateLimit = .documented
        try fresh.fail("getLoggedUser", status: 503)
        _ = try await fresh.raw(.get, "/nothing")
        try fresh.loadState(from: original.savedState())
        #expect(try fresh.clock.now == date("2027-01-01T00:00:00Z") && fresh.rateLimit == .documented)
        #expect(fresh.requests.count == 1)
        #expect(try await fresh.raw(.get, "/user").status == 503)
        #expect(try await fresh.raw(.get, fresh.workspacePath + "/tags").json != [])
        fresh.reset()
        #expect(try await fresh.raw(.get, fresh.workspacePath + "/tags").json == [])
    }

    @Test("A sandbox can start with a saved state, to which a reset returns")
    func start() async throws {
        let original = try sandbox()
        _ = try await original.client.tags.create(in: original.workspace, .init(name: "saved"))
        let fresh = try ClockifySandbox(savedState: original.savedState())
        let tags = fresh.workspacePath + "/tags"
        let before = try await fresh.raw(.get, tags).json
        #expect(before?.each("name").contains("saved") == true)
        _ = try await fresh.raw(.post, tags, json: "{\"name\":\"later\"}")
        fresh.reset()
        #expect(try await fresh.raw(.get, tags).json == before)
        #expect(throws: SavedStateProblem.self) { try ClockifySandbox(savedState: Data("{}".utf8)) }
    }

    @Test("The state is saved and loaded over HTTP")
    func control() async throws {
        let original = try sandbox()
        _ = try await original.raw(.post, original.workspacePath + "/tags", json: "{\"name\":\"ä\"}")
        let saved = try await original.raw(.get, "state", headers: [:], prefix: "/_sandbox/")
        #expect(saved.status == 200 && saved.fields[.contentType] == "application/json")
        #expect(Data(saved.body) == (try original.savedState()))
        let fresh = try sandbox(.empty)
        let loaded = try await fresh.raw(
            .put, "state", bytes: saved.body, headers: [:], contentType: "application/json", prefix: "/_sandbox/")
        #expect(loaded.status == 204 && fresh.requests.isEmpty)
        #expect(try fresh.savedState() == original.savedState())
    }

    @Test("A clock that shows no year up to 9999 makes a state that cannot be saved")
    func dates() async throws {
        let sandbox = try sandbox(.empty)
        _ = try sandbox.savedState()
        sandbox.clock.set(to: Date(timeIntervalSince1970: 1e12))
        _ = try await sandbox.raw(.post, sandbox.workspacePath + "/tags", json: "{\"name\":\"a\"}")
        let problem = #expect(throws: SavedStateProblem.self) { try sandbox.savedState() }
        #expect(problem?.path == "$.entities.tags")
    }
}
