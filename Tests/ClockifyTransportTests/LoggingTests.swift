#if Logging
import ClockifyAPI
import ClockifyLogging
import ClockifySandbox
import HTTPTypes
import Logging
import Synchronization
import Testing

@Suite("Logging of calls")
struct LoggingTests {
    /// Keeps every line as text, including its metadata.
    private struct Recorder: LogHandler {
        let lines: Lines
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level = .trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            lines.add(level: event.level, event.message.description, event.metadata ?? [:])
        }
    }

    private final class Lines: Sendable {
        private let state = Mutex<[(level: Logger.Level, message: String, metadata: Logger.Metadata)]>([])
        var all: [(level: Logger.Level, message: String, metadata: Logger.Metadata)] { state.withLock { $0 } }
        var text: String { all.map { "\($0)" }.joined(separator: "\n") }
        func add(level: Logger.Level, _ message: String, _ metadata: Logger.Metadata) {
            state.withLock { $0.append((level, message, metadata)) }
        }
    }

    /// Adds headers, like a user's middleware.
    private struct Headers: ClientMiddleware {
        let fields: [String: String]
        func intercept(_ request: HTTPRequest, body: RequestBody?, attempt: CallAttempt, next: Next) async throws -> TransportResponse {
            var request = request
            for (name, value) in fields { request.headerFields[try #require(HTTPField.Name(name))] = value }
            return try await next(request, body)
        }
    }

    private let sandbox = ClockifySandbox()

    private func logged(
        _ details: LoggingMiddleware.Details = .init(), _ call: (Clockify) async throws -> Void
    ) async throws -> Lines {
        let lines = Lines()
        let logger = Logger(label: "test", factory: { _ in Recorder(lines: lines) })
        let outer = Headers(fields: [
            "X-Vendor-Key": "HEADER-SECRET", "Proxy-Authorization": "HEADER-SECRET", "Cookie": "HEADER-SECRET", "X-Note": "plain",
        ])
        try await call(
            Clockify(.apiKey(sandbox.apiKey), transport: sandbox.transport)
                .with(outer, RequestIDMiddleware(makeID: { "id-1" }), LoggingMiddleware(logger, details: details)))
        return lines
    }

    @Test("A log line has operation, status, attempt and ID, and nothing that the caller provides")
    func plain() async throws {
        let lines = try await logged { _ = try await $0.tags.create(in: sandbox.workspace, .init(name: "PAYLOAD")) }
        let line = try #require(lines.all.first)
        #expect(lines.all.count == 1 && line.level == .debug)
        #expect(line.metadata["operation"] == "createNewTag" && line.metadata["status"] == "201" && line.metadata["attempt"] == "1")
        #expect(line.metadata["request-id"] == "id-1" && line.metadata["path"] == "/v1/workspaces/{workspaceId}/tags")
        #expect(line.metadata["duration"] != nil)
        for secret in ["PAYLOAD", "HEADER-SECRET", sandbox.apiKey, sandbox.workspace.rawValue] { #expect(!lines.text.contains(secret)) }
    }

    @Test("Headers are logged on request, without secret values and never with the key")
    func headers() async throws {
        let lines = try await logged(.init(headers: true, target: true)) { _ = try await $0.users.me() }
        #expect(lines.text.contains("x-vendor-key") && lines.text.contains("(hidden)") && lines.text.contains("plain"))
        #expect(lines.text.contains("/api/v1/user"))
        for secret in ["HEADER-SECRET", sandbox.apiKey] { #expect(!lines.text.contains(secret)) }
    }

    @Test("Bodies are logged on request, up to their limit")
    func bodies() async throws {
        let lines = try await logged(.init(bodyBytes: 12)) { _ = try await $0.tags.create(in: sandbox.workspace, .init(name: "PAYLOAD")) }
        #expect(lines.all.count == 2)
        #expect(lines.all.first?.metadata["request-body"] == #"{"name":"PAY…"#)
        guard case .string(let body)? = lines.all.last?.metadata["response-body"] else {
            Issue.record("\(lines.text)")
            return
        }
        #expect(body.count == 13 && body.hasSuffix("…"))
    }

    @Test("A key that the service or transport repeats is absent from the log")
    func repeatedKey() async throws {
        struct Repeating: ClientTransport {
            let fails: Bool
            func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
                let key = request.headerFields[HTTPField.Name("X-Api-Key")!] ?? ""
                #expect(!key.isEmpty)
                if fails { throw TransportFailure(fate: .unknown, reason: "no answer to \(key)", underlying: CancellationError()) }
                var head = HTTPResponse(status: .init(code: 400, reasonPhrase: "no \(key)"))
                for name in ["X-Note", "Content-Type", "X-Request-Id"] { head.headerFields[HTTPField.Name(name)!] = "got \(key)" }
                return TransportResponse(head: head, body: Array(#"{"message": "no \#(key)", "code": 1}"#.utf8))
            }
        }
        for fails in [true, false] {
            let lines = try await logged(.init(headers: true, target: true, bodyBytes: 1000)) { clockify in
                var client = clockify.client
                client.transport = Repeating(fails: fails)
                client.options.retries = .never
                let error = await thrown { () async throws(APIFailure) in try await Clockify(client: client).users.me() }
                #expect(error != nil && !"\(error as Any)".contains(sandbox.apiKey))
            }
            #expect(lines.text.contains("(hidden)") && !lines.text.contains(sandbox.apiKey), "\(lines.text)")
            #expect(lines.all.count == (fails ? 1 : 2))
        }
    }

    @Test("Error responses and lost responses are warnings, and a lost one has no message of its own")
    func failures() async throws {
        struct Broken: ClientTransport {
            func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
                throw TransportFailure(fate: .unknown, reason: "the connection was lost", underlying: CancellationError())
            }
        }
        let lines = try await logged { clockify in
            _ = await thrown { () async throws(APIFailure) in try await clockify.tags.get("none", in: sandbox.workspace) }
            var client = clockify.client
            client.transport = Broken()
            client.options.retries = .never
            _ = await thrown { () async throws(APIFailure) in try await Clockify(client: client).users.me() }
        }
        #expect(lines.all.map(\.level) == [.warning, .warning])
        #expect(lines.all.map { $0.metadata["status"] } == ["400", nil])
        #expect(lines.all.last?.metadata["error"] == "the connection was lost")
    }
}
#endif
