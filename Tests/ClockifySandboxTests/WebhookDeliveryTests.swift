import ClockifyAPI
import Foundation
import HTTPTypes
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

@Suite("Deliveries of the sandbox's webhooks")
struct WebhookDeliveryTests {
    let clock: TestClock
    let sandbox: ClockifySandbox
    let call: CheckedCalls

    init() throws { (clock, sandbox, call) = try CheckedCalls.starting(at: "2026-03-02T09:00:00Z") }

    private func logs(_ webhook: Clockify.Webhook, _ query: String = "", _ filter: JSONValue = [:]) async throws -> [JSONValue] {
        try await call(.post, "/webhooks/\(webhook.id)/logs\(query)", filter).arrayValue ?? []
    }

    private func createTag(_ name: String) async throws { try await call(.post, "/tags", ["name": .string(name)]) }

    private func names(_ events: [WebhookEvent]) throws -> [String] { try events.map { try $0.decode(Clockify.Tag.self).name } }

    @Test("A delivery that the subscriber cannot take is sent again, before the next one, and each attempt is logged")
    func retries() async throws {
        let subscriber = TestSubscriber(sandbox, statuses: [500, 503, 200])
        let webhook = try await subscriber.subscribe(to: "NEW_TAG", at: "tags")
        for name in ["a", "b"] { try await createTag(name) }
        await sandbox.deliveries.waitUntilDone()
        #expect(try names(subscriber.takeEvents()) == ["a", "a", "a", "b"])
        #expect(subscriber.problems == [])

        let all = try await logs(webhook)
        #expect(all.map { $0["statusCode"] } == [500, 503, 200, 200])
        #expect(Set(all.map(\.id)).count == 4 && all.allSatisfy { $0["webhookId"] == .string(webhook.id.rawValue) })
        #expect(all[0]["requestBody"]?.stringValue?.contains("\"name\":\"a\"") == true && all[0]["responseBody"] == "")
        #expect(all[0]["respondedAt"] == "2026-03-02T09:00:00.000+00:00")
        #expect(try await logs(webhook, "", ["status": "FAILED"]).map { $0["statusCode"] } == [500, 503])
        #expect(try await logs(webhook, "", ["status": "SUCCEEDED", "sortByNewest": true]) == [all[3], all[2]])
        #expect(try await logs(webhook, "?page=0&size=3") == Array(all.prefix(3)))
        #expect(try await logs(webhook, "?page=1&size=3") == [all[3]])
        #expect(try await logs(webhook, "?page=2&size=3") == [])
        let decoded = try await sandbox.client.webhooks.listLogs(webhook.id, in: sandbox.workspace, .init(sortByNewest: true))
        #expect(decoded.map(\.statusCode) == [200, 200, 503, 500])
    }

    @Test("A delivery is given up after three attempts, or at once if the subscriber refuses it")
    func givenUp() async throws {
        let subscriber = TestSubscriber(sandbox, statuses: [500, 500, 500, 404, 302, 200])
        let webhook = try await subscriber.subscribe(to: "NEW_TAG", at: "tags")
        for name in ["a", "b", "c", "d"] { try await createTag(name) }
        await sandbox.deliveries.waitUntilDone()
        #expect(try names(subscriber.takeEvents()) == ["a", "a", "a", "b", "c", "d"])
        #expect(try await logs(webhook).map { $0["statusCode"] } == [500, 500, 500, 404, 302, 200])
    }

    @Test("A subscriber that is down, or does not respond in time, has logs without a status")
    func down() async throws {
        struct Down: Error {}
        let subscriber = TestSubscriber(sandbox)
        let webhook = try await subscriber.subscribe(to: "NEW_TAG", at: "tags")
        sandbox.deliveries.receive { _, _ in throw Down() }
        try await createTag("a")
        await sandbox.deliveries.waitUntilDone()
        sandbox.deliveries.timeout = .zero
        sandbox.deliveries.receive { _, _ in
            // Until the attempt is cancelled.
            try await Task.sleep(for: .seconds(3600))
            return .ok
        }
        try await createTag("b")
        await sandbox.deliveries.waitUntilDone()
        let logs = try await logs(webhook, "", ["status": "FAILED"])
        #expect(logs.map { $0["statusCode"] } == [nil, nil, nil, nil, nil, nil])
        #expect(logs.map { $0["responseBody"]?.stringValue?.hasPrefix("No response") } == Array(repeating: true, count: 6))
    }

    @Test("A call does not wait for its deliveries, which stay in their order")
    func order() async throws {
        let subscriber = TestSubscriber(sandbox)
        try await subscriber.subscribe(to: "NEW_TAG", at: "tags")
        let (gate, opening) = AsyncStream.makeStream(of: Void.self)
        let transport = sandbox.deliveries.transport
        sandbox.deliveries.receive { request, body in
            for await _ in gate { break }
            return try await transport.send(request, body: RequestBody(bytes: body, contentType: "application/json")).head.status
        }
        let tags = (1...50).map { "tag \($0)" }
        for tag in tags { try await createTag(tag) }
        #expect(sandbox.deliveries.pending == 50 && subscriber.takeEvents().isEmpty)
        opening.finish()
        await sandbox.deliveries.waitUntilDone()
        #expect(try names(subscriber.takeEvents()) == tags)
        #expect(sandbox.deliveries.pending == 0)
    }

    @Test("A delivery carries the token that the webhook had when the event happened")
    func tokens() async throws {
        let subscriber = TestSubscriber(sandbox)
        let webhook = try await subscriber.subscribe(to: "NEW_TAG", at: "tags")
        let seen = Lock<[String?]>([])
        sandbox.deliveries.receive { request, _ in
            seen.withLock { $0.append(request.headerFields[values: HTTPField.Name("clockify-signature") ?? .accept].first) }
            return .ok
        }
        try await createTag("a")
        let renewed = try await sandbox.client.webhooks.generateToken(webhook.id, in: sandbox.workspace)
        try await createTag("b")
        await sandbox.deliveries.waitUntilDone()
        #expect(seen.withLock { $0 } == [webhook.authToken, renewed.authToken])
    }

    @Test(
        "Nothing is sent to another host, or over https, and the log says so", arguments: ["http://example.com/hook", "https://localhost/"])
    func otherHosts(url: String) async throws {
        sandbox.deliveries.receive { request, _ in
            Issue.record("a delivery went to \(request.authority ?? "")")
            return .ok
        }
        let webhook = try await sandbox.client.webhooks.create(
            in: sandbox.workspace,
            .init(name: "hook", triggerSource: [], triggerSourceType: .workspaceID, url: url, webhookEvent: .newTag))
        try await createTag("a")
        let logs = try await logs(webhook, "", ["status": "FAILED"])
        #expect(logs.count == 1 && logs[0]["statusCode"] == nil)
        #expect(logs[0]["responseBody"]?.stringValue?.hasPrefix("Not sent: the sandbox delivers to http URLs of 127.0.0.0/8") == true)
        #expect(logs[0]["requestBody"]?.stringValue?.contains("\"name\":\"a\"") == true)
    }

    @Test("Logs are kept for seven days, and filtered by time")
    func age() async throws {
        let subscriber = TestSubscriber(sandbox)
        let webhook = try await subscriber.subscribe(to: "NEW_TAG", at: "tags")
        for day in 2...4 {
            clock.date = try date("2026-03-0\(day)T09:00:00Z")
            try await createTag("\(day)")
            await sandbox.deliveries.waitUntilDone()
        }
        #expect(try await logs(webhook, "", ["from": "2026-03-03T00:00:00Z", "to": "2026-03-04T00:00:00Z"]).count == 1)
        #expect(try await logs(webhook, "", ["from": "2026-03-03T09:00:00Z"]).count == 2)
        clock.date = try date("2026-03-09T09:00:00Z")
        #expect(try await logs(webhook).count == 3)
        clock.date = try date("2026-03-09T09:00:01Z")
        #expect(try await logs(webhook).count == 2)
        clock.date = try date("2026-03-12T09:00:00Z")
        #expect(try await logs(webhook) == [])
    }

    @Test("A webhook that is deleted, or is for another event now, delivers nothing")
    func changed() async throws {
        let subscriber = TestSubscriber(sandbox)
        let first = try await subscriber.subscribe(to: "NEW_TAG", at: "first")
        let second = try await subscriber.subscribe(to: "NEW_TAG", at: "second")
        try await sandbox.client.webhooks.delete(first.id, in: sandbox.workspace)
        _ = try await sandbox.client.webhooks.update(
            second.id, in: sandbox.workspace,
            .init(triggerSource: [], triggerSourceType: .workspaceID, url: "http://127.0.0.1:9/second", webhookEvent: .newClient))
        try await createTag("a")
        try await call(.post, "/clients", ["name": "b"])
        await sandbox.deliveries.waitUntilDone()
        #expect(subscriber.takePaths() == ["/second"])
    }
}
