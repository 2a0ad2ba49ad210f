import HTTPTypes

/// Values that a service sends one after the other in a single response. Each is read as it arrives.
///
///     for try await event in try await assistant.answers.stream(question) { print(event.data.text) }
///
/// A stream is read once: a second iteration continues where the first one stopped. The timeout of calls applies until the response begins.
/// When nothing refers to the stream any more, its connection is closed.
public struct EventStream<Element: Sendable>: AsyncSequence, Sendable {
    let response: TransportResponse
    let reader: EventReader
    let read: @Sendable (ServerSentEvent<[UInt8]>) throws(JSONError) -> Element?

    /// An iterator that returns the values as they arrive.
    public struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate var pieces: ResponseBody.AsyncIterator
        fileprivate var reader: EventReader
        fileprivate let read: @Sendable (ServerSentEvent<[UInt8]>) throws(JSONError) -> Element?
        private var isAtEnd = false

        fileprivate init(_ stream: EventStream) {
            pieces = stream.response.body.makeAsyncIterator()
            reader = stream.reader
            read = stream.read
        }

        /// Returns the next value; `nil` at the end of the stream.
        public mutating func next() async throws(APIFailure) -> Element? {
            while true {
                if let event = reader.next() {
                    guard let value = try value(of: event) else { break }
                    return value
                }
                guard !isAtEnd else { break }
                do {
                    guard let piece = try await pieces.next() else {
                        isAtEnd = true
                        reader.finish()
                        continue
                    }
                    reader.add(piece)
                } catch {
                    throw reader.broken(error)
                }
                try reader.checkSize()
            }
            isAtEnd = true
            return nil
        }

        private func value(of event: ServerSentEvent<[UInt8]>) throws(APIFailure) -> Element? {
            // Services that stream the answers of language models end with this event.
            if reader.format == .events, event.data == Array("[DONE]".utf8) { return nil }
            do {
                return try read(event)
            } catch {
                throw reader.unreadable(error, event.data)
            }
        }
    }

    /// Returns an iterator over the values that have not been read yet.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }
}

/// The events of a response, and the errors of reading them.
struct EventReader: Sendable {
    let format: StreamFormat
    let head: HTTPResponse
    let call: Call
    /// The number of attempts until the response came.
    let attempts: Int
    let client: APIClient
    private var splitter: LineSplitter
    private var parser = EventParser()
    private var events: ArraySlice<ServerSentEvent<[UInt8]>> = []

    init(_ format: StreamFormat, _ head: HTTPResponse, call: Call, attempts: Int, client: APIClient) {
        self.format = format
        self.head = head
        self.call = call
        self.attempts = attempts
        self.client = client
        splitter = LineSplitter(splitsAtReturns: format == .events)
    }

    mutating func next() -> ServerSentEvent<[UInt8]>? { events.popFirst() }

    mutating func add(_ piece: [UInt8]) {
        for line in splitter.lines(adding: piece) { add(line: line) }
    }

    /// Adds the rest after the last line end. An incomplete event is dropped.
    mutating func finish() {
        if format == .lines { add(line: splitter.finish()) }
    }

    private mutating func add(line: [UInt8]) {
        switch format {
        case .events: if let event = parser.event(after: line) { events.append(event) }
        case .lines:
            // A record of a JSON text sequence (RFC 7464) begins with 0x1E.
            let text = line.drop { $0 == 0x1E }
            if text.contains(where: { ![0x20, 0x09, 0x0D].contains($0) }) { events.append(ServerSentEvent(data: Array(text))) }
        }
    }

    // MARK: Errors

    func checkSize() throws(APIFailure) {
        let limit = client.options.maximumAnswerBytes
        guard splitter.pendingCount + parser.pendingCount <= limit else { throw unexpected("a value has more than \(limit) bytes") }
    }

    func unreadable(_ error: JSONError, _ body: [UInt8]) -> APIFailure {
        unexpected(error.reason, path: error.path, offset: error.offset, body: body)
    }

    func unexpected(_ reason: String, path: String? = nil, offset: Int? = nil, body: [UInt8] = []) -> APIFailure {
        .unexpectedAnswer(
            AnswerFailure(
                head, of: call.operation, attempts: attempts, reason: reason, path: path, offset: offset, body: body, hiding: client.secrets
            ))
    }

    func broken(_ error: any Error) -> APIFailure { client.interrupted("the stream", by: error, of: call, attempts: attempts) }
}

extension APIClient {
    /// Sends a call whose response has a line of JSON for each value.
    @_spi(Generated)
    public func lines<Value: JSONReadable>(_ call: Call) async throws(APIFailure) -> EventStream<Value> {
        try await stream(call, .lines) { event throws(JSONError) in try JSONReader.decode(from: event.data) }
    }

    /// Sends a call whose response has server-sent events with JSON as their data.
    @_spi(Generated)
    public func events<Value: JSONReadable>(_ call: Call) async throws(APIFailure) -> EventStream<ServerSentEvent<Value>> {
        try await stream(call, .events) { event throws(JSONError) in
            ServerSentEvent(name: event.name, id: event.id, data: try JSONReader.decode(from: event.data))
        }
    }

    /// Sends a call whose response has server-sent events with text as their data.
    @_spi(Generated)
    public func textEvents(_ call: Call) async throws(APIFailure) -> EventStream<ServerSentEvent<String>> {
        try await stream(call, .events) { event throws(JSONError) in
            ServerSentEvent(name: event.name, id: event.id, data: String(decoding: event.data, as: UTF8.self))
        }
    }

    private func stream<Element>(
        _ call: Call, _ format: StreamFormat, read: @escaping @Sendable (ServerSentEvent<[UInt8]>) throws(JSONError) -> Element?
    ) async throws(APIFailure) -> EventStream<Element> {
        let (response, attempts) = try await unreadAnswer(call)
        let reader = EventReader(format, response.head, call: call, attempts: attempts, client: self)
        guard format.accepts(response.head.headerFields[.contentType]) else {
            throw reader.unexpected("expected a stream of values", body: await response.body.prefix(ResponseFailure.maximumBodyBytes))
        }
        return EventStream(response: response, reader: reader, read: read)
    }
}
