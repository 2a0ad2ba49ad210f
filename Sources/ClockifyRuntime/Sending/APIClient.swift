import HTTPTypes

/// A client that makes calls: it builds requests, sends them through a transport, and reads the responses.
///
/// A client can be copied and shared between tasks. Copies share the transport and the rate limiter.
public struct APIClient: Sendable {
    /// The base URLs of the services.
    public var servers: APIClient.Servers
    /// The transport that sends the requests.
    public var transport: any ClientTransport
    /// The options of every call.
    public var options: CallOptions
    /// The middleware that sees each attempt. The first is the outermost.
    public var middleware: [any ClientMiddleware]
    /// Limits the number of calls per second; `nil` for no limit. After a 429, all calls wait, even without a limit.
    public var rateLimiter: RateLimiter?
    /// Makes all calls wait after a 429 if there is no rate limiter.
    private let pauses = RateLimiter.pausesOnly()
    let credentials: CredentialsSource
    /// The secrets in all calls of this client and its copies.
    let secrets = ShownSecrets()
    var time = TimeSource.system
    var recorder: MetadataRecorder?
    /// Answers the calls instead of the transport; `nil` if they are sent.
    var responder: (any CallResponder)?

    /// Creates a client with credentials that do not change.
    ///
    /// - Parameters:
    ///   - servers: The base URLs of the services.
    ///   - credentials: The credentials for every request; `nil` for none.
    ///   - transport: The transport that sends the requests.
    ///   - options: The options of every call.
    ///   - middleware: The middleware that sees each attempt. The first is the outermost.
    ///   - rateLimiter: Limits the number of calls per second; `nil` for no limit.
    public init(
        servers: Servers, credentials: (any APICredentials)? = nil, transport: any ClientTransport = SystemTransport(),
        options: CallOptions = CallOptions(), middleware: [any ClientMiddleware] = [], rateLimiter: RateLimiter? = RateLimiter()
    ) {
        self.init(
            servers: servers, source: .fixed(credentials), transport: transport, options: options, middleware: middleware,
            rateLimiter: rateLimiter)
    }

    /// Creates a client with credentials that may change.
    ///
    /// The `credentials` closure is called before each attempt. Attempts that request credentials at the same time share the result.
    public init(
        servers: Servers, credentials: @escaping @Sendable () async throws -> any APICredentials,
        transport: any ClientTransport = SystemTransport(), options: CallOptions = CallOptions(), middleware: [any ClientMiddleware] = [],
        rateLimiter: RateLimiter? = RateLimiter()
    ) {
        self.init(
            servers: servers, source: .asked(SharedQuestion(credentials)), transport: transport, options: options, middleware: middleware,
            rateLimiter: rateLimiter)
    }

    private init(
        servers: Servers, source: CredentialsSource, transport: any ClientTransport, options: CallOptions,
        middleware: [any ClientMiddleware],
        rateLimiter: RateLimiter?
    ) {
        self.servers = servers
        self.credentials = source
        self.transport = transport
        self.options = options
        self.middleware = middleware
        self.rateLimiter = rateLimiter
    }

    /// The rate limiter that decides when a call may be sent.
    var turns: RateLimiter { rateLimiter ?? pauses }

    // MARK: Calls from generated code

    /// Sends a call and decodes the JSON in the response.
    @_spi(Generated)
    public func value<Value: JSONReadable>(_ call: Call) async throws(APIFailure) -> Value {
        try read(try await send(call), of: call)
    }

    /// Sends a call and decodes the JSON in the response, or returns `nil` if the body is empty or `null`.
    @_spi(Generated)
    public func optionalValue<Value: JSONReadable>(_ call: Call) async throws(APIFailure) -> Value? {
        let answer = try await send(call)
        if answer.body.isEmpty { return nil }
        return try read(answer, of: call) { json throws(JSONError) in .some(try json.read()) }
    }

    /// Sends a call and decodes a response whose type depends on its status.
    @_spi(Generated)
    public func answer<Result: AnswerModel>(_ call: Call) async throws(APIFailure) -> Result {
        let answer = try await send(call)
        return try read(answer, of: call) { json throws(JSONError) in try Result(status: answer.head.status.code, from: &json) }
    }

    /// Sends a call and returns the text in the response. A service that may choose the format may send it as a JSON string.
    @_spi(Generated)
    public func text(_ call: Call) async throws(APIFailure) -> String {
        let answer = try await send(call)
        if answer.head.headerFields[.contentType].map(MediaTypes.isJSON) == true,
            case .string(let text)? = try? JSONReader.decode(JSONValue.self, from: answer.body)
        {
            return text
        }
        guard let text = String(validating: answer.body, as: UTF8.self) else { throw unexpected(answer, of: call, "the text is not UTF-8") }
        return text
    }

    /// Sends a call whose response has no content.
    @_spi(Generated)
    public func perform(_ call: Call) async throws(APIFailure) {
        _ = try await send(call)
    }

    /// Sends a call whose response is read as it arrives: a file, a requested part of one, or a stream of values.
    func unreadAnswer(_ call: Call) async throws(APIFailure) -> (response: TransportResponse, attempts: Int) {
        try await Exchange(client: self, call: call, collectsBody: false).run()
    }

    /// Returns the error for a response that ended before its body did. For a write, the outcome is unknown.
    ///
    /// - Parameter what: What the body was, such as `the file`.
    func interrupted(_ what: String, by error: any Error, of call: Call, attempts: Int) -> APIFailure {
        if error is CancellationError || Task.isCancelled { return .cancelled }
        let reason = (error as? TransportFailure).map { secrets.hidden(in: $0.reason) } ?? "\(type(of: error))"
        let host = (try? servers.base(of: call.operation.service))?.authority
        let failure = ConnectionFailure(
            operation: call.operation.id, host: host ?? "", reason: "\(what) was cut off: " + reason, wasSent: true, attempts: attempts,
            underlying: secrets.hidden(in: error))
        return Verdict(on: .noAnswer, of: call.operation.method, under: options.retries).failure == .connection
            ? .connection(failure) : .outcomeUnknown(.init(operation: call.operation.id, cause: .connection(failure)))
    }

    // MARK: Responses

    /// A successful response with its whole body.
    struct Answer: Sendable {
        let head: HTTPResponse
        let body: [UInt8]
        let attempts: Int
    }

    func send(_ call: Call) async throws(APIFailure) -> Answer {
        let (response, attempts) = try await Exchange(client: self, call: call, collectsBody: true).run()
        do {
            // The exchange already has the body in memory.
            return Answer(head: response.head, body: try await response.body.collect(upTo: .max), attempts: attempts)
        } catch {
            throw .cancelled
        }
    }

    func read<Value: JSONReadable>(_ answer: Answer, of call: Call) throws(APIFailure) -> Value {
        try read(answer, of: call) { json throws(JSONError) in try Value(from: &json) }
    }

    /// Decodes the JSON in a response. The closure returns `nil` if the spec does not describe the response.
    func read<Value>(
        _ answer: Answer, of call: Call, _ read: (inout JSONReader) throws(JSONError) -> Value?
    ) throws(APIFailure) -> Value {
        if let contentType = answer.head.headerFields[.contentType], !answer.body.isEmpty, !MediaTypes.mayBeJSON(contentType) {
            throw unexpected(answer, of: call, "expected JSON")
        }
        if call.answerForm == .json, let message = ServiceMessage(only: answer.body) {
            throw unexpected(answer, of: call, "it is an error, whatever its status: \(message.description(to: call))")
        }
        let value: Value?
        do {
            var json = JSONReader(answer.body.isEmpty && call.mayAnswerNothing ? Array("[]".utf8) : answer.body)
            value = try read(&json)
            if value != nil { try json.finish() }
        } catch {
            throw unexpected(answer, of: call, error.reason, path: error.path, offset: error.offset)
        }
        guard let value else { throw unexpected(answer, of: call, "the status is not documented") }
        return value
    }

    private func unexpected(
        _ answer: Answer, of call: Call, _ reason: String, path: String? = nil, offset: Int? = nil
    ) -> APIFailure {
        .unexpectedAnswer(
            AnswerFailure(
                answer.head, of: call.operation, attempts: answer.attempts, reason: reason, path: path, offset: offset, body: answer.body,
                hiding: secrets))
    }
}
