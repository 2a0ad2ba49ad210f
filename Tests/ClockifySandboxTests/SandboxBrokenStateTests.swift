import ClockifyAPI
import Foundation
import HTTPTypes
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

@Suite("Saved states that are broken")
struct SandboxBrokenStateTests {
    private let sandbox = ClockifySandbox(contents: .documented)

    init() throws {
        sandbox.clock.set(to: try date("2026-03-02T09:00:00Z"))
    }

    private func problem(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> SavedStateProblem? {
        try problem(Data(text.utf8), sourceLocation: sourceLocation)
    }

    private func problem(_ data: Data, sourceLocation: SourceLocation = #_sourceLocation) throws -> SavedStateProblem? {
        let before = try sandbox.savedState()
        let problem = #expect(throws: SavedStateProblem.self, sourceLocation: sourceLocation) { try sandbox.loadState(from: data) }
        #expect(try sandbox.savedState() == before, sourceLocation: sourceLocation)
        return problem
    }

    private func saved() throws -> JSONValue { try JSONReader.decode(from: Array(try sandbox.savedState())) }

    @Test(
        "What is no state is refused with the place",
        arguments: [
            ("", "$"), ("{", "$"), ("null", "$"), ("[]", "$"), ("{\"format\":\"other\"}", "$"), ("<html>", "$"),
            ("{\"format\":\"clockify-sandbox\"}", "$.version"), ("{\"format\":\"clockify-sandbox\",\"version\":0}", "$.version"),
            ("{\"format\":\"clockify-sandbox\",\"version\":2}", "$.version"), ("{\"format\":\"clockify-sandbox\",\"version\":1}", "$"),
        ])
    func foreign(text: String, path: String) throws {
        #expect(try problem(text)?.path == path)
    }

    @Test("A state that was cut off anywhere is refused")
    func truncated() throws {
        let data = try sandbox.savedState()
        for length in stride(from: 0, to: data.count - 1, by: max(1, data.count / 40)) {
            #expect(throws: SavedStateProblem.self) { try sandbox.loadState(from: data.prefix(length)) }
        }
        #expect(try problem(data.dropLast())?.reason.contains("byte") == true)
        try sandbox.loadState(from: data)
    }

    @Test(
        "A member that is missing, unknown or of another type is refused with its place",
        arguments: [
            ("$.sequence", "1" as JSONValue), ("$.sequence", -1), ("$.sequence", 1e300), ("$.acceptsSamples", nil),
            ("$.documentation", "legacy"), ("$.user", "someone"), ("$.entities", []), ("$.entities.things", []), ("$.entities.tags", [:]),
            ("$.entities.tags[0].id", ""), ("$.entities.tags[0].id", 5), ("$.entities.tags[0].members", []),
            ("$.entities.tags[0].members", ["id": "other"]), ("$.entities.tags[0].created", 1e300), ("$.entities.tags[0].sequence", 1e15),
            ("$.deletions", nil), ("$.uploads", ["a": [:]]), ("$.other", 1),
        ] as [(String, JSONValue)])
    func members(path: String, value: JSONValue) throws {
        let broken = try saved().setting(path.dropFirst(2).split(separator: ".")[...], to: value)
        let found = try #require(try problem(broken.description))
        #expect(found.path.hasPrefix(path) || path.hasPrefix(found.path), "\(found)")
    }

    @Test("An identifier or a sequence that occurs twice is refused")
    func duplicates() throws {
        let saved = try saved()
        let tags = try #require(saved["entities"]?["tags"]?.arrayValue)
        let twice = saved.setting(["entities", "tags"], to: .array(tags + [tags[0]]))
        #expect(try problem(twice.description)?.path == "$.entities.tags[\(tags.count)]")
        #expect(throws: SavedStateProblem.self) {
            try sandbox.loadState(from: Data(saved.setting(["entities", "users"], to: []).description.utf8))
        }
    }

    @Test("A state that is nested too deeply is refused, and what a request can nest is not")
    func deep() async throws {
        let deep = String(repeating: "[", count: 100_000)
        #expect(try problem(deep)?.reason.contains("deep") == true)
        let value = String(repeating: "[", count: 110) + String(repeating: "]", count: 110)
        try sandbox.add(Clockify.CustomField(id: "f9", name: "Deep", type: .text))
        let entry = "{\"start\":\"2026-03-02T08:00:00Z\",\"customFields\":[{\"customFieldId\":\"f9\",\"value\":\(value)}]}"
        let created = try await sandbox.raw(.post, sandbox.workspacePath + "/time-entries", json: entry)
        #expect(created.status == 201, "\(created.message)")
        try ClockifySandbox().loadState(from: sandbox.savedState())
    }

    @Test("Whatever a member of an entity contains, the sandbox answers")
    func hostile() async throws {
        let catalog = try Catalog.shared.get()
        // The same choices in every run.
        var count = 0
        let values: [JSONValue] = [
            nil, true, -1, 1e300, "", "x", "9999-12-31T23:59:59Z", "0001-01-01", [], [nil], [:], ["id": nil], [["userId": 5]],
        ]
        let original = try saved()
        let targets = catalog.operations.filter { $0.method == "GET" }
        for _ in 0..<8 {
            var members: [String: JSONValue] = [:]
            for (collection, entities) in original["entities"]?.objectValue ?? [:] {
                members[collection] = .array(
                    (entities.arrayValue ?? []).map { entity in
                        let own = entity["members"]?.objectValue ?? [:]
                        let names = own.keys.filter { $0 != "id" }.sorted()
                        guard !names.isEmpty else { return entity }
                        count += 1
                        let (name, value) = (names[count % names.count], values[count * 31 / 7 % values.count])
                        return entity.setting(["members", name[...]], to: value)
                    })
            }
            try sandbox.loadState(from: Data(original.setting(["entities"], to: .object(members)).description.utf8))
            for operation in targets {
                let target = Self.target(of: operation, sandbox)
                let answer = try await sandbox.raw(.get, target.path, prefix: target.prefix)
                #expect(answer.status < 500, "\(operation.id) \(answer.message)")
            }
            for (prefix, target, body) in Self.lists {
                let answer = try await sandbox.raw(.post, sandbox.workspacePath + target, json: body, prefix: prefix)
                #expect(answer.status < 500, "\(target) \(answer.message)")
            }
        }
    }

    /// The reports and the lists that are requested with `POST`.
    private static let lists: [(prefix: String, target: String, body: String)] = {
        let range = "\"dateRangeStart\":\"2020-06-08T00:00:00Z\",\"dateRangeEnd\":\"2020-06-14T23:59:59Z\""
        return [
            ("/report/v1", "/reports/detailed", "{\(range),\"detailedFilter\":{\"page\":1,\"pageSize\":50}}"),
            ("/report/v1", "/reports/summary", "{\(range),\"summaryFilter\":{\"groups\":[\"PROJECT\",\"USER\",\"TAG\"]}}"),
            ("/report/v1", "/reports/weekly", "{\(range),\"weeklyFilter\":{\"group\":\"USER\",\"subgroup\":\"TIME\"}}"),
            ("/report/v1", "/reports/attendance", "{\(range),\"attendanceFilter\":{\"page\":1,\"pageSize\":50}}"),
            ("/report/v1", "/reports/expenses/detailed", "{\(range)}"), ("/api/v1", "/time-off/requests", "{}"),
            ("/api/v1", "/invoices/info", "{\"page\":1,\"pageSize\":50}"), ("/api/v1", "/users/info", "{\"page\":1,\"pageSize\":50}"),
            (
                "/api/v1", "/scheduling/assignments/user-filter/totals",
                "{\"start\":\"2020-01-01T00:00:00Z\",\"end\":\"2020-02-01T00:00:00Z\"}"
            ),
        ]
    }()

    /// Returns a target with identifiers that the documentation names.
    private static func target(of operation: CatalogOperation, _ sandbox: ClockifySandbox) -> (prefix: String, path: String) {
        let values = [
            "workspaceId": sandbox.workspace.rawValue, "userId": sandbox.user.rawValue, "projectId": "56b687e29ae1f428e7ebe504",
            "taskId": "56b687e29ae1f428e7ebe505", "invoiceId": "78a687e29ae1f428e7ebe303", "expenseId": "64c777ddd3fcab07cfbb210c",
            "fileId": "745687e29ae1f428e7ebe890", "webhookId": "5b715448b0798751107918ab", "policyId": "63034cd0cb0fb876a57e93ad",
        ]
        let segments = operation.path.segments.map { segment in
            switch segment {
            case .text(let text): text
            case .placeholder(let name): values[name] ?? "44a687e29ae1f428e7ebe305"
            }
        }
        let query = "start=2020-01-01T00:00:00Z&end=2020-12-31T00:00:00Z&assigned-to=\(sandbox.user)&type=TIME_ENTRY&page=1&page-size=5"
        return (
            operation.service == "reports" ? "/report/" : operation.service == "timeOff" ? "/pto/" : "/api/",
            segments.joined(separator: "/") + "?" + query
        )
    }

    @Test("Calls, saves, loads and resets at the same time leave a state that is whole")
    func concurrent() async throws {
        let saved = try sandbox.savedState()
        let path = sandbox.workspacePath + "/tags"
        try await withThrowingTaskGroup { group in
            for number in 0..<40 {
                group.addTask { [sandbox] in
                    switch number % 4 {
                    case 0: try sandbox.loadState(from: saved)
                    case 1: try ClockifySandbox().loadState(from: sandbox.savedState())
                    case 2: _ = try await sandbox.raw(.post, path, json: "{\"name\":\"tag \(number)\"}")
                    default: sandbox.reset()
                    }
                }
            }
            try await group.waitForAll()
        }
        try sandbox.loadState(from: saved)
        #expect(try sandbox.savedState() == saved)
    }
}

extension JSONValue {
    /// Returns the value with another one at a path of names, and of indices in brackets.
    fileprivate func setting(_ path: ArraySlice<Substring>, to value: JSONValue) -> JSONValue {
        guard let step = path.first else { return value }
        if let bracket = step.firstIndex(of: "[") {
            let index = Int(step[bracket...].dropFirst().dropLast()) ?? 0
            var members = objectValue ?? [:]
            var elements = members[String(step[..<bracket])]?.arrayValue ?? []
            guard elements.indices.contains(index) else { return self }
            elements[index] = elements[index].setting(path.dropFirst(), to: value)
            members[String(step[..<bracket])] = .array(elements)
            return .object(members)
        }
        var members = objectValue ?? [:]
        members[String(step)] = (members[String(step)] ?? .null).setting(path.dropFirst(), to: value)
        return .object(members)
    }
}
