import ClockifyAPI
import HTTPTypes
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

@Suite("The end and the bounds of deliveries", .timeLimit(.minutes(5)))
struct DeliveryQueueTests {
    /// Receives nothing until it is cancelled.
    private static let hanging: @Sendable (HTTPRequest, [UInt8]) async throws -> HTTPResponse.Status = { _, _ in
        try await Task.sleep(for: .seconds(3600))
        return .ok
    }

    /// Returns a sandbox with deliveries of which the first one hangs, and the stream that says that it was cancelled.
    private func hangingSandbox() async throws -> (sandbox: ClockifySandbox, ends: AsyncStream<Void>) {
        let sandbox = ClockifySandbox()
        let (begins, beginning) = AsyncStream.makeStream(of: Void.self)
        let (ends, ending) = AsyncStream.makeStream(of: Void.self)
        try await TestSubscriber(sandbox).subscribe(to: "NEW_TAG", at: "tags")
        sandbox.deliveries.receive { request, body in
            beginning.yield()
            defer { ending.yield() }
            return try await Self.hanging(request, body)
        }
        for name in ["a", "b"] { _ = try await sandbox.client.tags.create(in: sandbox.workspace, .init(name: name)) }
        for await _ in begins { break }
        #expect(sandbox.deliveries.pending == 2)
        return (sandbox, ends)
    }

    @Test("A reset drops the deliveries, and whoever waits for them goes on")
    func reset() async throws {
        let (sandbox, ends) = try await hangingSandbox()
        async let wait: Void = sandbox.deliveries.waitUntilDone()
        sandbox.reset()
        await wait
        #expect(sandbox.deliveries.pending == 0)
        for await _ in ends { break }
    }

    @Test("Deliveries that are cancelled are not logged, and later ones are made")
    func cancel() async throws {
        let (sandbox, ends) = try await hangingSandbox()
        sandbox.deliveries.cancel()
        #expect(sandbox.deliveries.pending == 0)
        for await _ in ends { break }
        sandbox.deliveries.receive { _, _ in .accepted }
        _ = try await sandbox.client.tags.create(in: sandbox.workspace, .init(name: "c"))
        await sandbox.deliveries.waitUntilDone()
        let webhook = try #require(try await sandbox.client.webhooks.list(in: sandbox.workspace).webhooks?.first)
        let logs = try await sandbox.client.webhooks.listLogs(webhook.id, in: sandbox.workspace, .init())
        #expect(logs.map(\.statusCode) == [202])
    }

    @Test("Deliveries end with their sandbox")
    func end() async throws {
        let ends = try await hangingSandbox().ends
        for await _ in ends { break }
    }

    @Test("A limited number of deliveries wait; for the others, the log says that they were not sent")
    func bounds() async throws {
        let queue = DeliveryQueue { _, _, _, _ in }
        queue.settings = DeliveryQueue.Settings(transport: HangingTransport(), capacity: 100, totalSize: 1000)
        let request = HTTPRequest(method: .post, scheme: "http", authority: "127.0.0.1", path: "/")
        func order(_ number: Int, body: String = "") -> WebhookDeliveryOrder {
            WebhookDeliveryOrder(number: number, webhook: "\(number % 3)", url: "", token: "", event: "", body: body)
        }
        #expect(!queue.add(order(0, body: String(repeating: "x", count: 1001)), as: request))
        for number in 0..<100 { #expect(queue.add(order(number), as: request)) }
        #expect(!queue.add(order(0), as: request))
        let cancellation = queue.removeAll()
        cancellation.end()
        await cancellation.wait()
        #expect(queue.add(order(0), as: request))
        queue.removeAll().end()
    }

    private struct HangingTransport: ClientTransport {
        func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
            TransportResponse(head: HTTPResponse(status: try await DeliveryQueueTests.hanging(request, [])), body: [])
        }
    }

    @Test("The log keeps the latest attempts, and the beginning of each response")
    func log() async throws {
        var log = WebhookLog(capacity: 100, totalSize: 1000)
        func entry(_ number: Int, body: String = "") throws -> WebhookLog.Entry {
            WebhookLog.Entry(
                delivery: number, attempt: 1, webhook: "w", requestBody: body, date: try date("2026-03-02T09:00:00Z"), status: 200,
                responseBody: "")
        }
        let now = try date("2026-03-02T09:00:00Z")
        for number in 1...250 { log.append(try entry(number)) }
        #expect(log.entries(of: "w", at: now).map(\.delivery) == Array(151...250))
        let half = String(repeating: "x", count: 500)
        for number in 251...253 { log.append(try entry(number, body: half)) }
        #expect(log.entries(of: "w", at: now).map(\.delivery) == [252, 253])

        let attempt = DeliveryAttempt(transport: LongResponse(), timeout: .seconds(3600))
        let result = await attempt(HTTPRequest(method: .post, scheme: "http", authority: "127.0.0.1", path: "/"), body: "")
        #expect(result.status == 200 && result.text == String(repeating: "x", count: DeliveryAttempt.responseSize))
    }

    private struct LongResponse: ClientTransport {
        func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
            TransportResponse(head: HTTPResponse(status: .ok), body: ResponseBody(next: { [UInt8](repeating: 0x78, count: 1000) }))
        }
    }
}
