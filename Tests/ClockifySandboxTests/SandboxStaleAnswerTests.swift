import ClockifyAPI
import ClockifySandbox
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

@Suite("Answers of the sandbox that miss the latest changes")
struct SandboxStaleAnswerTests {
    private let sandbox = ClockifySandbox(contents: .empty)
    private var tags: String { sandbox.workspacePath + "/tags" }

    private func create(_ names: String...) async throws {
        for name in names { #expect(try await sandbox.raw(.post, tags, json: "{\"name\":\"\(name)\"}").status == 201) }
    }

    private func names(_ query: String = "") async throws -> [String] {
        try await sandbox.raw(.get, tags + query).json?.arrayValue?.compactMap { $0["name"]?.stringValue } ?? []
    }

    @Test("A list does not show yet what was just created, and then does")
    func created() async throws {
        try await create("a", "b", "c")
        try sandbox.fail("getTags", missingChanges: 1)
        try sandbox.fail("getTags", missingChanges: 2)
        #expect(try await names() == ["a", "b"])
        #expect(try await names() == ["a"])
        #expect(try await names() == ["a", "b", "c"])
    }

    @Test("Changes and deletions are not seen yet, and the answer has no effect on what follows")
    func changed() async throws {
        let client = sandbox.client
        let tag = try await client.tags.create(in: sandbox.workspace, .init(name: "a"))
        try await client.tags.update(tag.id, in: sandbox.workspace, .init(archived: true, name: "b"))
        try await client.tags.delete(tag.id, in: sandbox.workspace)
        try sandbox.fail("getTags", missingChanges: 1)
        try sandbox.fail("getTags", missingChanges: 2)
        #expect(try await names() == ["b"])
        #expect(try await names() == ["a"])
        #expect(try await names() == [])
    }

    @Test("While a client pages, something is on two pages or on none")
    func pages() async throws {
        try await create("b", "c", "d")
        try await create("a")
        // The first page is from before the creation.
        try sandbox.fail("getTags", missingChanges: 1)
        let stale = try await names("?page=1&page-size=2")
        #expect(try await stale + names("?page=2&page-size=2") == ["b", "c", "c", "d"])
        // Only the second page is.
        let first = try await names("?page=1&page-size=2")
        try sandbox.fail("getTags", missingChanges: 1)
        #expect(try await first + names("?page=2&page-size=2") == ["a", "b", "d"])
    }

    @Test("A sequence of pages sees them, too")
    func sequence() async throws {
        try await create("b", "c", "d", "a")
        try sandbox.fail("getTags", missingChanges: 1)
        var seen: [String] = []
        for try await tag in sandbox.client.tags.all(in: sandbox.workspace, pageSize: 2) { seen.append(tag.name) }
        #expect(seen == ["b", "c", "c", "d"])
    }

    @Test("Only calls that change nothing fail this way, by whatever method they are requested")
    func reads() async throws {
        try sandbox.fail(.every(2), missingChanges: 1)
        try await create("a", "b")
        #expect(try await names() == ["a", "b"])
        try await create("c")
        #expect(try await names() == ["a", "b"])
        let users = "\(sandbox.workspacePath)/users/info"
        let body = "{\"email\":\"\",\"name\":\"\",\"page\":1,\"pageSize\":50}"
        let counts = try await [2, 1].asyncMap { _ in try await sandbox.raw(.post, users, json: body).json?.arrayValue?.count }
        #expect(counts == [1, 1])
        for operation in try Catalog.shared.get().operations {
            let isRead = (try? sandbox.fail(operation.id, missingChanges: 1)) != nil
            let isPost = operation.method == "POST" && ["get", "filter", "generate"].contains { operation.id.hasPrefix($0) }
            #expect(isRead == (operation.method == "GET" || isPost && operation.id != "generateNewToken"), "\(operation.id)")
        }
    }

    @Test("What a read changes belongs to the change before it")
    func reading() async throws {
        try await create("a")
        let clock = try TestClock("2026-01-01T00:00:00Z")
        sandbox.now = { clock.date }
        let policy = """
            {"name":"Vacation","timeUnit":"DAYS","everyoneIncludingNew":true,"approve":{"requiresApproval":true},
            "automaticAccrual":{"amount":1,"period":"MONTH"}}
            """
        #expect(try await sandbox.raw(.post, sandbox.workspacePath + "/time-off/policies", json: policy).status == 201)
        clock.date = try date("2026-06-01T00:00:00Z")
        let balances = "\(sandbox.workspacePath)/time-off/balance/user/\(sandbox.user)"
        #expect(try await sandbox.raw(.get, balances).json?["balances"]?[0]?["total"] == 5)
        try sandbox.fail("getTags", missingChanges: 2)
        #expect(try await names() == [])
    }

    @Test("Before the first change there is nothing to miss, and a reset forgets the changes")
    func first() async throws {
        try sandbox.fail("getTags", missingChanges: 100)
        #expect(try await names() == [])
        try await create("a")
        try sandbox.fail("getTags", missingChanges: 100)
        #expect(try await names() == [])
        #expect(try await sandbox.client.users.me().id == sandbox.user)
        sandbox.reset()
        try sandbox.fail("getTags", missingChanges: 1)
        try sandbox.fail("getLoggedUser", missingChanges: 100)
        #expect(try await names() == [])
        #expect(try await sandbox.client.users.me().id == sandbox.user)
        #expect(throws: SandboxFault.Problem.self) { try sandbox.fail("getTags", missingChanges: 101) }
        #expect(throws: SandboxFault.Problem.self) { try sandbox.fail("createNewTag", missingChanges: 1) }
    }

    @Test("The latest 100 changes are remembered")
    func bounds() async throws {
        for number in 0..<103 { try await create("\(1000 + number)") }
        try sandbox.fail("getTags", missingChanges: 100)
        #expect(try await names() == ["1000", "1001", "1002"])
    }
}

extension Array {
    fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
