import ClockifyAPI
import Foundation
import HTTPTypes
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

@Suite("Events of the sandbox's webhooks")
struct WebhookEventTests {
    /// An event, and the operation that causes it.
    private struct Cause: Hashable, Comparable, CustomStringConvertible {
        let event: String
        let operation: String

        var description: String { "\(event) by \(operation)" }

        static func < (left: Cause, right: Cause) -> Bool { left.description < right.description }
    }

    private static func documentedEvents() throws -> Set<String> {
        let catalog = try Catalog.shared.get()
        let create = try #require(catalog.operations.first { $0.id == "createWebhook" })
        let schemas = SchemaCheck(schemas: catalog.schemas)
        let body = schemas.resolved(try #require(create.body.first?.schema))
        let event = schemas.resolved(try #require(body["properties"]?["webhookEvent"]))
        return Set(event.strings("enum"))
    }

    @Test("Each documented event is caused by a call, or has a reason why no call causes it")
    func complete() throws {
        let documented = try Self.documentedEvents()
        let operations = Set(try Catalog.shared.get().operations.map(\.id))
        #expect(documented.count == 50)
        let caused = Set(EventRules.all.map(\.event.rawValue))
        let uncaused = Set(EventRules.reasonsWithoutCause.keys.map(\.rawValue))
        #expect(caused.union(uncaused) == documented)
        #expect(caused.isDisjoint(with: uncaused))
        for rule in EventRules.all {
            #expect(!rule.operations.isEmpty && operations.isSuperset(of: rule.operations), "\(rule.event)")
        }
    }

    @Test("The sandbox's article names the events that no call causes")
    func article() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let article = root.appendingPathComponent("Sources/ClockifySandbox/ClockifySandbox.docc/ClockifySandbox.md")
        let text = try String(contentsOf: article, encoding: .utf8)
        let named = try Self.documentedEvents().filter { text.contains("`\($0)`") }
        #expect(named == Set(EventRules.reasonsWithoutCause.keys.map(\.rawValue)))
    }

    @Test("Every operation causes the events of the table and no others, and this library decodes what they deliver")
    func causes() async throws {
        let clock = try TestClock("2026-03-02T16:00:00Z")
        let sandbox = ClockifySandbox(now: { clock.date })
        let subscriber = TestSubscriber(sandbox)
        try await subscriber.subscribe(to: Self.documentedEvents().sorted())
        let calls = try CheckedCalls(sandbox)
        var causes: Set<Cause> = []
        let script = EventScript(user: sandbox.user.rawValue) { method, target, content in
            let answer: JSONValue
            switch content {
            case .nothing: answer = try await calls(method, target)
            case .json(let body): answer = try await calls(method, target, body)
            case .form(let form): answer = try await CheckedSandbox(sandbox).send(method, target, form: form).json ?? .null
            }
            await sandbox.deliveries.waitUntilDone()
            let operation = sandbox.requests.last?.operation ?? ""
            for event in subscriber.takeEvents() {
                causes.insert(Cause(event: event.type.rawValue, operation: operation))
                let payload = try event.payload()
                let isRate = event.type == .costRateUpdated || event.type == .billableRateUpdated
                if case .other = payload, !isRate { Issue.record("\(operation): \(event.type) delivers \(payload)") }
            }
            return answer
        }
        try await script.run()
        let table = Set(
            EventRules.all.flatMap { rule in rule.operations.map { Cause(event: rule.event.rawValue, operation: $0) } })
        #expect(causes.subtracting(table).sorted() == [])
        #expect(table.subtracting(causes).sorted() == [])
        #expect(subscriber.problems == [])
    }

    @Test("A delivery contains what the response to the call contains, without the name of the event")
    func content() async throws {
        let sandbox = ClockifySandbox()
        let subscriber = TestSubscriber(sandbox)
        try await subscriber.subscribe(to: ["NEW_PROJECT", "TIME_ENTRY_BATCH_DELETED"])
        let project = try await sandbox.client.projects.create(in: sandbox.workspace, .init(name: "Apollo"))
        await sandbox.deliveries.waitUntilDone()
        let event = try #require(subscriber.takeEvents().first)
        #expect(try event.payload() == .project(project))
        let call = try CheckedCalls(sandbox)
        var ids: [String] = []
        for hour in 1...2 {
            let entry = try await call(
                .post, "/time-entries",
                ["start": .string("2026-03-02T0\(hour):00:00Z"), "end": .string("2026-03-02T0\(hour):30:00Z")])
            ids.append(entry.id)
        }
        let deleted = try await call(
            .delete, "/user/\(sandbox.user)/time-entries?time-entry-ids=\(ids[1])&time-entry-ids=\(ids[0])")
        await sandbox.deliveries.waitUntilDone()
        let events = subscriber.takeEvents()
        #expect(events.count == 1)
        #expect(try events.first?.decode(JSONValue.self) == deleted)
    }

    @Test("A call that is refused causes no event, and neither does one that a fault refuses")
    func refused() async throws {
        let sandbox = ClockifySandbox()
        let subscriber = TestSubscriber(sandbox)
        try await subscriber.subscribe(to: ["NEW_TAG"])
        let tags = sandbox.workspacePath + "/tags"
        #expect(try await sandbox.raw(.post, tags, json: "{\"name\": \"a\"}").status == 201)
        #expect(try await sandbox.raw(.post, tags, json: "{\"name\": \"a\"}").status == 400)
        try sandbox.fail("createNewTag", status: 503)
        #expect(try await sandbox.raw(.post, tags, json: "{\"name\": \"b\"}").status == 503)
        await sandbox.deliveries.waitUntilDone()
        #expect(subscriber.takeEvents().count == 1)
    }

    @Test("Trigger sources choose what a webhook is for; without any, it is for everything")
    func sources() async throws {
        let sandbox = ClockifySandbox()
        let subscriber = TestSubscriber(sandbox)
        let call = try CheckedCalls(sandbox)
        let anna = try await call.addUser("anna")
        let (mine, other) = (
            try await call(.post, "/projects", ["name": "Apollo"]).id, try await call(.post, "/projects", ["name": "Gemini"]).id
        )
        let tag = try await call(.post, "/tags", ["name": "t"]).id
        let sources = [
            ("PROJECT_ID", [mine]), ("TAG_ID", [tag]), ("USER_ID", [anna]), ("WORKSPACE_ID", [sandbox.workspace.rawValue]),
            ("WORKSPACE_ID", [mine]), ("PROJECT_ID", []), ("TASK_ID", [mine]),
        ]
        for (index, source) in sources.enumerated() {
            try await subscriber.subscribe(to: "NEW_TIME_ENTRY", at: "\(index)", source.0, source.1)
        }
        func delivered(_ user: String, _ members: [String: JSONValue]) async throws -> [String] {
            let interval: [String: JSONValue] = ["start": "2026-03-02T08:00:00Z", "end": "2026-03-02T09:00:00Z"]
            try await call(.post, "/user/\(user)/time-entries", .object(members.merging(interval) { $1 }))
            await sandbox.deliveries.waitUntilDone()
            return subscriber.takePaths().sorted()
        }
        let me = sandbox.user.rawValue
        #expect(try await delivered(me, [:]) == ["/3", "/5"])
        #expect(try await delivered(me, ["projectId": .string(mine)]) == ["/0", "/3", "/5"])
        #expect(try await delivered(me, ["projectId": .string(other), "tagIds": [.string(tag)]]) == ["/1", "/3", "/5"])
        #expect(try await delivered(anna, [:]) == ["/2", "/3", "/5"])
    }
}
