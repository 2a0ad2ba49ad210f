import HTTPTypes
import Testing

@_spi(Generated) @testable import ClockifyRuntime

/// Never responds, and ends when it is cancelled.
struct SilentTransport: ClientTransport {
    let asked = Counter()
    func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
        asked.add()
        try await Task.sleep(for: .seconds(86_400))
        return .json("{}")
    }
}

final class Counter: Sendable {
    private let count = Lock(0)
    func add() { count.withLock { $0 += 1 } }
    var value: Int { count.withLock { $0 } }
}

/// Responds with a file at the moment the request ends: the head arrives, but the bytes do not.
struct LateFileTransport: ClientTransport {
    let body: ResponseBody
    let asked = Counter()
    func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
        asked.add()
        while !Task.isCancelled { await Task.yield() }
        return TransportResponse(head: HTTPResponse(status: .ok), body: self.body)
    }
}

@Suite("Time limits, size limits and redirects")
struct ExchangeTests {
    private func client(_ transport: any ClientTransport, _ change: (inout APIClient) -> Void = { _ in }) -> APIClient {
        var client = APIClient(
            servers: APIClient.Servers(["main": "https://example.test/api"]), credentials: StubCredentials.key("k"), transport: transport)
        change(&client)
        return client
    }

    private func error(_ client: APIClient, _ method: HTTPRequest.Method = .get) async -> APIFailure? {
        await thrown { () async throws(APIFailure) in try await client.perform(Call("op", method: method, "/", service: "main")) }
    }

    /// Returns a client whose time limit ends once the request is on its way.
    private func impatientClient(_ transport: any ClientTransport, asked: Counter) -> APIClient {
        client(transport) { client in
            let now = ContinuousClock.now
            client.time = TimeSource(now: { now }, sleep: { _ in while asked.value == 0 { await Task.yield() } }, random: { 0 })
            client.options.timeout = .seconds(5)
            client.rateLimiter = nil
        }
    }

    @Test("A call that takes too long ends: a read fails, and a write has an unknown outcome")
    func timeout() async throws {
        func timedOut(_ method: HTTPRequest.Method) async -> APIFailure? {
            let silent = SilentTransport()
            return await error(impatientClient(silent, asked: silent.asked), method)
        }
        guard case .connection(let failure) = await timedOut(.get) else {
            Issue.record("not the expected outcome")
            return
        }
        #expect(failure.reason == "timed out")
        guard case .outcomeUnknown = await timedOut(.post) else {
            Issue.record("not the expected outcome")
            return
        }
    }

    @Test("A file that starts at the deadline times out, and a file that is already complete is returned")
    func fileAtTheDeadline() async throws {
        func file(_ body: ResponseBody) async throws -> Download {
            let transport = LateFileTransport(body: body)
            return try await impatientClient(transport, asked: transport.asked).file(Call("op", .get, "/", service: "main"))
        }
        let error = await #expect(throws: APIFailure.self) { try await file(ResponseBody(next: { throw CancellationError() })) }
        guard case .connection(let failure) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.reason == "timed out")
        #expect(failure.wasSent)
        #expect(try await file(ResponseBody([1, 2])).bytes() == [1, 2])
    }

    @Test("Cancelling the task ends the request at once")
    func cancelInFlight() async throws {
        let silent = SilentTransport()
        let client = client(silent)
        let call = Task { await error(client) }
        while silent.asked.value == 0 { await Task.yield() }
        call.cancel()
        guard case .cancelled = await call.value else {
            Issue.record("not the expected outcome")
            return
        }
    }

    @Test("Cancelling the task ends a wait between attempts at once")
    func cancelBackoff() async throws {
        let transport = StubTransport([.success(.json("", status: 500))])
        let client = client(transport) { $0.time = standingTime }
        let call = Task { await error(client) }
        while transport.exchanges.isEmpty { await Task.yield() }
        call.cancel()
        guard case .cancelled = await call.value else {
            Issue.record("not the expected outcome")
            return
        }
        #expect(transport.exchanges.count == 1)
    }

    @Test("A response larger than the limit fails and does not fill memory")
    func size() async throws {
        let pieces = Counter()
        let endless = ResponseBody(next: {
            pieces.add()
            return [UInt8](repeating: 32, count: 1000)
        })
        let transport = StubTransport([.success(TransportResponse(head: HTTPResponse(status: .ok), body: endless))])
        let client = client(transport) { $0.options.maximumAnswerBytes = 10_000 }
        guard case .unexpectedAnswer(let failure) = await error(client) else {
            Issue.record("not the expected outcome")
            return
        }
        #expect(failure.reason == "it has more than 10000 bytes")
        #expect(pieces.value == 11)
    }

    @Test("The body of an error response is kept up to a limit")
    func refusalSize() async throws {
        let endless = ResponseBody(next: { [UInt8](repeating: 65, count: 50_000) })
        let transport = StubTransport([.success(TransportResponse(head: HTTPResponse(status: .badRequest), body: endless))])
        guard case .response(let failure) = await error(client(transport)) else {
            Issue.record("not the expected outcome")
            return
        }
        #expect(failure.body.count == ResponseFailure.maximumBodyBytes)
    }

    @Test("An interrupted response to a write leaves its outcome unknown")
    func brokenAnswer() async throws {
        let breaking = ResponseBody(next: { throw TransportFailure(fate: .unknown, reason: "lost", underlying: CancellationError()) })
        let transport = StubTransport([.success(TransportResponse(head: HTTPResponse(status: .created), body: breaking))])
        guard case .outcomeUnknown = await error(client(transport), .post) else {
            Issue.record("not the expected outcome")
            return
        }
        #expect(transport.exchanges.count == 1)
    }

    // MARK: Redirects

    private func redirect(
        to location: String, status: Int = 302, method: HTTPRequest.Method = .get
    ) async -> (requests: [HTTPRequest], error: APIFailure?) {
        let transport = StubTransport([.success(.json("", status: status, fields: ["Location": location])), .success(.json("{}"))])
        let error = await error(client(transport), method)
        return (transport.exchanges.map(\.request), error)
    }

    private let key = HTTPField.Name(token: "X-Api-Key")

    @Test(
        "A read follows redirects within its origin, with its credentials",
        arguments: ["/api/other?x=1", "https://example.test/api/other?x=1", "other?x=1"])
    func sameOrigin(location: String) async throws {
        let result = await redirect(to: location)
        #expect(result.error == nil)
        #expect(result.requests.last?.path == "/api/other?x=1")
        #expect(result.requests.last?.headerFields[key] == "k")
    }

    @Test(
        "No credentials are sent to another origin", arguments: ["https://files.test/x", "https://example.test:8443/x", "//files.test/x"])
    func otherOrigin(location: String) async throws {
        let result = await redirect(to: location)
        #expect(result.requests.count == 2)
        #expect(result.requests.first?.headerFields[key] == "k")
        #expect(result.requests.last?.headerFields[key] == nil)
    }

    @Test(
        "No redirect leads from https to http or to another scheme",
        arguments: ["http://example.test/x", "file:///etc/passwd", "ftp://x/y", "javascript:1"])
    func downgrade(location: String) async throws {
        let result = await redirect(to: location)
        #expect(result.requests.count == 1)
        guard case .response(let failure) = result.error else {
            Issue.record("not the expected outcome: \(String(describing: result.error))")
            return
        }
        #expect(failure.status.code == 302)
    }

    @Test("No write is repeated after a redirect", arguments: [HTTPRequest.Method.post, .put, .patch, .delete], [301, 302, 303, 307, 308])
    func writes(method: HTTPRequest.Method, status: Int) async throws {
        #expect(await redirect(to: "/elsewhere", status: status, method: method).requests.count == 1)
    }

    @Test("A redirect loop ends")
    func circle() async throws {
        let transport = StubTransport(Array(repeating: .success(.json("", status: 302, fields: ["Location": "/a"])), count: 20))
        guard case .unexpectedAnswer = await error(client(transport)) else {
            Issue.record("not the expected outcome")
            return
        }
        #expect(transport.exchanges.count == 6)
    }

    // MARK: Middleware, credentials, options and raw calls

    struct Tag: ClientMiddleware {
        let name: String
        let seen: Lock<[String]>
        func intercept(_ request: HTTPRequest, body: RequestBody?, attempt: CallAttempt, next: Next) async throws -> TransportResponse {
            let key = request.headerFields[HTTPField.Name(token: "X-Api-Key")]
            seen.withLock { $0.append("\(name) \(attempt.operation.id) \(attempt.number) \(key ?? "no key")") }
            var request = request
            let trace = HTTPField.Name(token: "X-Trace")
            request.headerFields[trace] = (request.headerFields[trace] ?? "") + name
            return try await next(request, body)
        }
    }

    @Test("Middleware sees every attempt from the outside in, can change it, and never sees the key")
    func middleware() async throws {
        let seen = Lock<[String]>([])
        let transport = StubTransport([.success(.json("", status: 500)), .success(.json("{}"))])
        let client = client(transport) { client in
            client.middleware = [Tag(name: "a", seen: seen), Tag(name: "b", seen: seen)]
            client.time = ManualTime().source
            client.options.timeout = nil
        }
        #expect(await error(client) == nil)
        #expect(seen.withLock { $0 } == ["a op 1 no key", "b op 1 no key", "a op 2 no key", "b op 2 no key"])
        #expect(transport.exchanges.map { $0.request.headerFields[HTTPField.Name(token: "X-Trace")] } == ["ab", "ab"])
        #expect(transport.exchanges.allSatisfy { $0.request.headerFields[key] == "k" })
    }

    @Test("Credentials are fetched before each attempt")
    func rotation() async throws {
        let asked = Counter()
        let transport = StubTransport([.success(.json("", status: 500)), .success(.json("{}"))])
        let client = APIClient.rotating(transport, asked: asked)
        #expect(await error(client) == nil)
        #expect(transport.exchanges.map { $0.request.headerFields[key] } == ["key-1", "key-2"])
    }

    struct StubAPI: GeneratedAPI {
        let client: APIClient
        func item() async throws(APIFailure) -> Item { try await client.value(Call("item", .get, "/", service: "main")) }
    }

    @Test("Metadata comes with the value on request, and options apply only to their calls")
    func metadata() async throws {
        let transport = StubTransport([
            .success(.json("", status: 500)), .success(.json(#"{"id": 3}"#, fields: ["Last-Page": "true", "X-Other": "y"])),
            .success(.json("", status: 500)),
        ])
        var client = client(transport)
        client.time = ManualTime(random: 0).source
        client.options.timeout = nil
        let api = StubAPI(client: client)
        let (item, metadata) = try await api.metadata { try await $0.item() }
        #expect(item.id == 3)
        #expect(metadata?.attempts == 2)
        #expect(metadata?.isLastPage == true)
        #expect(metadata?.status == .ok)
        #expect(metadata?.headers[HTTPField.Name("X-Other")!] == "y")
        let error = await thrown { () async throws(APIFailure) in try await api.with { $0.retries = .never }.item() }
        guard case .response = error else {
            Issue.record("not the expected outcome: \(String(describing: error))")
            return
        }
        #expect(transport.exchanges.count == 3)
    }

    @Test("A raw call supports placeholders, query and JSON, and throws the client's errors")
    func raw() async throws {
        let transport = StubTransport([.success(.json(#"{"a": [1]}"#, status: 201)), .success(.json("", status: 404))])
        let client = client(transport)
        let answer = try await client.raw(
            .post, "/v1/things/{id}", ["id": "a/b"], query: [("q", 5), ("q", "x y")], json: ["n": 1], service: "main")
        #expect(answer.status == .created)
        #expect(try answer.json() == ["a": [1]])
        #expect(transport.exchanges.first?.request.path == "/api/v1/things/a%2Fb?q=5&q=x%20y")
        #expect(transport.exchanges.first.map { String(decoding: $0.body, as: UTF8.self) } == #"{"n":1}"#)
        let error = await thrown { () async throws(APIFailure) in try await client.raw(.get, "/v1/none", service: "main") }
        #expect(error?.isNotFound == true)
    }
}
