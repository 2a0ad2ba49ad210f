import ClockifyAPI
import ClockifyLogging
import ClockifySandbox
import HTTPTypes
import Logging
import Synchronization
import Testing

@Suite("Logs and middleware")
struct LoggingTasks {
    @Test("Calls are logged without the key.")
    func logging() async throws {
        let office = Office()
        let lines = Lines()
        let logger = Logger(label: "timesheets", factory: { _ in Recorder(lines: lines) })
        let clockify = office.clockify.with(
            try UserAgentMiddleware(product: "Timesheets", version: "2.1"), LoggingMiddleware(logger, details: .init(headers: true)))
        try await clockify.tags.create(in: office.workspace, .init(name: "urgent"))
        #expect(lines.all.count == 1 && lines.all.allSatisfy { $0.contains("createNewTag") && !$0.contains(office.sandbox.apiKey) })
        #expect(office.sandbox.requests.first?.headerFields[.userAgent]?.contains("Timesheets/2.1") == true)
    }

    @Test("A middleware counts the attempts of each operation.")
    func middleware() async throws {
        let office = Office()
        try await office.sandbox.fail(status: 503, retryAfter: 0) { try await $0.users.me() }
        let counter = Counter()
        _ = try await office.clockify.with(counter).users.me()
        #expect(counter.counts == ["getLoggedUser": 2])
    }
}

private final class Counter: ClientMiddleware {
    private let state = Mutex<[String: Int]>([:])
    var counts: [String: Int] { state.withLock { $0 } }

    func intercept(_ request: HTTPRequest, body: RequestBody?, attempt: CallAttempt, next: Next) async throws -> TransportResponse {
        state.withLock { $0[attempt.operation.id, default: 0] += 1 }
        return try await next(request, body)
    }
}

private struct Recorder: LogHandler {
    let lines: Lines
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) { lines.add("\(event.message) \(event.metadata ?? [:])") }
}
