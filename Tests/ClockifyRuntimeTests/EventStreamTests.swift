import HTTPTypes
import Testing

@_spi(Generated) @testable import ClockifyRuntime

@Suite("Streams of values")
struct EventStreamTests {
    private struct Cut: Error {}

    /// Returns a client whose response arrives in the given pieces, and breaks after them if `isCut`.
    private func client(_ pieces: [String], contentType: String, isCut: Bool = false, limit: Int = 1 << 20) -> APIClient {
        let rest = Lock(pieces[...])
        let body = ResponseBody {
            guard let piece = rest.withLock({ $0.popFirst() }) else {
                if isCut { throw TransportFailure(fate: .unknown, reason: "reset; the-secret", underlying: Cut()) }
                return nil
            }
            return Array(piece.utf8)
        }
        let head = HTTPResponse(status: .ok, headerFields: [.contentType: contentType])
        var client = APIClient.stub(StubTransport([.success(TransportResponse(head: head, body: body))]))
        client.options.maximumAnswerBytes = limit
        return client
    }

    private let call = Call("watch", .get, "/watch", service: "main")

    private func values(_ client: APIClient) async throws(APIFailure) -> [JSONValue] {
        var values: [JSONValue] = []
        let stream: EventStream<JSONValue> = try await client.lines(call)
        var iterator = stream.makeAsyncIterator()
        while let value = try await iterator.next() { values.append(value) }
        return values
    }

    private func events(_ pieces: [String]) async throws(APIFailure) -> [ServerSentEvent<String>] {
        var events: [ServerSentEvent<String>] = []
        var iterator = try await client(pieces, contentType: "text/event-stream; charset=utf-8").textEvents(call).makeAsyncIterator()
        while let event = try await iterator.next() { events.append(event) }
        return events
    }

    @Test(
        "Lines are read wherever the pieces end",
        arguments: [
            ["{\"a\":1}\n", "{\"a\":2}\n"], ["{\"a\":", "1}", "\n{\"a\":2", "}"], ["{\"a\":1}\r", "\n\r\n \n{\"a\":2}\r\n"],
            ["\u{1E}{\"a\":1}\n\u{1E}{\"a\":2}\n"],
        ])
    func lines(pieces: [String]) async throws {
        #expect(try await values(client(pieces, contentType: "application/x-ndjson")) == [["a": 1], ["a": 2]])
    }

    @Test("Events are read wherever the pieces and their lines end")
    func pieces() async throws {
        let text =
            "\u{FEFF}: hello\r\nid: 1\r\nevent: news\r\ndata: a\r\ndata:b\r\n\r\ndata\r\rid\nretry: 5\ndata:  c\n\nevent: empty\n\ndata: lost"
        let expected: [ServerSentEvent<String>] = [
            .init(name: "news", id: "1", data: "a\nb"), .init(id: "1", data: ""), .init(data: " c"),
        ]
        #expect(try await events([text]) == expected)
        let bytes = Array(text.utf8)
        for size in [1, 2, 3, 7] {
            let rest = Lock(bytes[...])
            let body = ResponseBody {
                rest.withLock { bytes -> [UInt8]? in
                    defer { bytes = bytes.dropFirst(size) }
                    return bytes.isEmpty ? nil : Array(bytes.prefix(size))
                }
            }
            let head = HTTPResponse(status: .ok, headerFields: [.contentType: "text/event-stream"])
            let client = APIClient.stub(StubTransport([.success(TransportResponse(head: head, body: body))]))
            var read: [ServerSentEvent<String>] = []
            for try await event in try await client.textEvents(call) { read.append(event) }
            #expect(read == expected, "in pieces of \(size)")
        }
    }

    @Test("What cannot be read is an error that says where, after the values before it")
    func unreadable() async throws {
        let client = client(["1\n{\"a\":\n3\n"], contentType: "application/jsonl")
        let stream: EventStream<JSONValue> = try await client.lines(call)
        var iterator = stream.makeAsyncIterator()
        #expect(try await iterator.next() == 1)
        let error = await thrown { () async throws(APIFailure) in try await iterator.next() }
        guard case .unexpectedAnswer(let failure)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.operation == "watch" && failure.offset == 5 && String(decoding: failure.body, as: UTF8.self) == "{\"a\":")
    }

    @Test("A stream that breaks is an error without secrets")
    func broken() async throws {
        let error = await thrown { () async throws(APIFailure) in
            try await values(client(["1\n", "2"], contentType: "application/x-ndjson", isCut: true))
        }
        guard case .connection(let failure)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.reason == "the stream was cut off: reset; (hidden)" && failure.attempts == 1)
        #expect(failure.host == "example.test")
    }

    @Test("A stream that a write returns breaks after the write may have happened")
    func brokenWrite() async throws {
        let write = Call("sell", .post, "/sell", service: "main")
        let error = await thrown { () async throws(APIFailure) in
            var stream = try await client(["data: 1\n\n"], contentType: "text/event-stream", isCut: true).textEvents(write)
                .makeAsyncIterator()
            while try await stream.next() != nil {}
        }
        guard case .outcomeUnknown? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(error?.mayHaveHappened == true && error?.isRetryable == false)
    }

    @Test("The attempts before a stream count in its errors")
    func attempts() async throws {
        let head = HTTPResponse(status: .ok, headerFields: [.contentType: "text/event-stream"])
        let cut = ResponseBody { throw TransportFailure(fate: .unknown, reason: "reset", underlying: Cut()) }
        let answers = [TransportResponse.json("{}", status: 503, fields: ["Retry-After": "0"]), TransportResponse(head: head, body: cut)]
        var client = APIClient.stub(StubTransport(answers.map { .success($0) }))
        client.options.retries = .init()
        let error = await thrown { () async throws(APIFailure) in
            var stream = try await client.textEvents(call).makeAsyncIterator()
            _ = try await stream.next()
        }
        guard case .connection(let failure)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.attempts == 2)
    }

    @Test("A value without an end does not fill memory")
    func tooLarge() async throws {
        let line = String(repeating: "1", count: 40)
        for (pieces, type) in [
            ([line, line, line], "application/x-ndjson"), (["data: \(line)\n", "data: \(line)\n", "data: \(line)\n"], "text/event-stream"),
        ] {
            let client = client(pieces, contentType: type, limit: 100)
            let error = await thrown { () async throws(APIFailure) in
                if type == "text/event-stream" {
                    var iterator = try await client.textEvents(call).makeAsyncIterator()
                    while try await iterator.next() != nil {}
                } else {
                    _ = try await values(client)
                }
            }
            guard case .unexpectedAnswer(let failure)? = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
            #expect(failure.reason == "a value has more than 100 bytes")
        }
    }

    @Test("A response of another type is an error with its body")
    func otherType() async throws {
        let error = await thrown { () async throws(APIFailure) in
            try await values(client(["<html>"], contentType: "text/html"))
        }
        guard case .unexpectedAnswer(let failure)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.reason == "expected a stream of values" && failure.body == Array("<html>".utf8))
    }
}
