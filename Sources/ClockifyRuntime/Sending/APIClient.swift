import HTTPTypes

/// Makes calls: puts requests together, has them carried, and reads the answers.
///
/// A value that may be copied and shared between tasks. Copies share the transport and the rate limiter.
public struct APIClient: Sendable {
    /// The base URLs of the services.
    public var servers: APIClient.Servers
    /// What carries the requests.
    public var transport: any ClientTransport
    /// The options of every call.
    public var options: CallOptions
    /// What sees each attempt, the first outermost.
    public var middleware: [any ClientMiddleware]
    /// Keeps calls to so many a second; nil for none. After a 429 all calls wait, also then.
    public var rateLimiter: RateLimiter?
    /// Makes all calls wait where no limiter does.
    private let pauses = RateLimiter.pausesOnly()
    let credentials: CredentialsSource
    /// Of all calls that it makes, as are those of its copies.
    let secrets = ShownSecrets()
    var time = TimeSource.system
    var recorder: MetadataRecorder?

    /// Creates a client with credentials that do not change.
    ///
    /// - Parameters:
    ///   - servers: The base URLs of the services.
    ///   - credentials: What every request shows; nil for none.
    ///   - transport: What carries the requests.
    ///   - options: The options of every call.
    ///   - middleware: What sees each attempt, the first outermost.
    ///   - rateLimiter: Keeps calls to so many a second; nil for no limit.
    public init(
        servers: Servers, credentials: (any APICredentials)? = nil, transport: any ClientTransport = SystemTransport(),
        options: CallOptions = CallOptions(), middleware: [any ClientMiddleware] = [], rateLimiter: RateLimiter? = RateLimiter()
    ) {
        self.init(
            servers: servers, source: .fixed(credentials), transport: transport, options: options, middleware: middleware,
            rateLimiter: rateLimiter)
    }

    /// Asks for the credentials before each attempt, so that they may change; calls that ask at the same time share the answer.
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

    /// Who says when a call may go.
    var turns: RateLimiter { rateLimiter ?? pauses }

    // MARK: Calls, as generated code makes them

    /// An answer in JSON.
    @_spi(Generated)
    public func value<Value: JSONReadable>(_ call: Call) async throws(APIFailure) -> Value {
        try read(try await send(call), of: call)
    }

    /// An answer in JSON, or none.
    @_spi(Generated)
    public func optionalValue<Value: JSONReadable>(_ call: Call) async throws(APIFailure) -> Value? {
        let answer = try await send(call)
        return answer.body.isEmpty ? nil : try read(answer, of: call)
    }

    /// An answer whose kind depends on its status.
    @_spi(Generated)
    public func answer<Result: AnswerModel>(_ call: Call) async throws(APIFailure) -> Result {
        let answer = try await send(call)
        return try read(answer, of: call) { json throws(JSONError) in try Result(status: answer.head.status.code, from: &json) }
    }

    /// An answer that is a text.
    @_spi(Generated)
    public func text(_ call: Call) async throws(APIFailure) -> String {
        let answer = try await send(call)
        guard let text = String(validating: answer.body, as: UTF8.self) else { throw unexpected(answer, of: call, "the text is not UTF-8") }
        return text
    }

    /// An answer without content.
    @_spi(Generated)
    public func perform(_ call: Call) async throws(APIFailure) {
        _ = try await send(call)
    }

    /// An answer that is a file, or a part of one that was asked for.
    func fileAnswer(_ call: Call) async throws(APIFailure) -> TransportResponse {
        let (response, _) = try await Exchange(client: self, call: call, collectsBody: false).run()
        return response
    }

    // MARK: Answers

    /// A successful answer, all of it.
    struct Answer: Sendable {
        let head: HTTPResponse
        let body: [UInt8]
        let attempts: Int
    }

    func send(_ call: Call) async throws(APIFailure) -> Answer {
        let (response, attempts) = try await Exchange(client: self, call: call, collectsBody: true).run()
        do {
            // The exchange has it in memory already.
            return Answer(head: response.head, body: try await response.body.collect(upTo: .max), attempts: attempts)
        } catch {
            throw .cancelled
        }
    }

    func read<Value: JSONReadable>(_ answer: Answer, of call: Call) throws(APIFailure) -> Value {
        try read(answer, of: call) { json throws(JSONError) in try Value(from: &json) }
    }

    /// Reads the answer's JSON; a function that gives nil takes the answer for something that the spec does not describe.
    func read<Value>(
        _ answer: Answer, of call: Call, _ read: (inout JSONReader) throws(JSONError) -> Value?
    ) throws(APIFailure) -> Value {
        if let contentType = answer.head.headerFields[.contentType], !answer.body.isEmpty, !MediaTypes.mayBeJSON(contentType) {
            throw unexpected(answer, of: call, "JSON was asked for")
        }
        if call.answerForm == .json, let message = ServiceMessage(only: answer.body) {
            throw unexpected(answer, of: call, "it is a refusal, whatever its status says: \(message.description(to: call))")
        }
        let value: Value?
        do {
            var json = JSONReader(answer.body.isEmpty && call.mayAnswerNothing ? Array("[]".utf8) : answer.body)
            value = try read(&json)
            if value != nil { try json.finish() }
        } catch {
            throw unexpected(answer, of: call, error.reason, path: error.path, offset: error.offset)
        }
        guard let value else { throw unexpected(answer, of: call, "the documentation has no such status") }
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
