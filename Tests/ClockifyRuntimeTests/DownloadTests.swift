import Foundation
import HTTPTypes
import Testing

@_spi(Generated) @testable import ClockifyRuntime

@Suite("Repeated reads of a download")
struct DownloadTests {
    private let content = Array("0123456789".utf8)
    private let call = Call("download", .get, "/file", service: "main")

    /// Returns a response with the bytes from `start` on, which is interrupted at `end`.
    private func answer(from start: Int = 0, brokenAt end: Int? = nil, status: Int? = nil, tag: String = "\"one\"") -> TransportResponse {
        let status = status ?? (start == 0 ? 200 : 206)
        var answer = TransportResponse.json("", status: status, fields: ["ETag": tag, "Content-Length": "\(content.count - start)"])
        answer.head.headerFields[.contentType] = "application/pdf"
        if status == 206 { answer.head.headerFields[.contentRange] = "bytes \(start)-\(content.count - 1)/\(content.count)" }
        let pieces = Lock(content[start..<(end ?? content.count)].map { [$0] })
        answer.body = ResponseBody(next: {
            if let piece = pieces.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) { return piece }
            if end == nil { return nil }
            throw TransportFailure(fate: .unknown, reason: "lost", underlying: CancellationError())
        })
        return answer
    }

    private func client(_ transport: any ClientTransport) -> APIClient {
        var client = APIClient(
            servers: APIClient.Servers(["main": "https://example.test/api"]), credentials: StubCredentials.key("k"), transport: transport)
        client.time = ManualTime().source
        client.options.timeout = nil
        return client
    }

    private func ranges(_ transport: StubTransport) -> [String?] { transport.exchanges.map { $0.request.headerFields[.range] } }

    private func inFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("download-\(UInt64.random(in: 0 ... .max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }

    private func names(in folder: URL) throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }

    private func writeError(_ download: Download, _ url: URL) async -> APIFailure? {
        await thrown { () async throws(APIFailure) in try await download.write(to: url) }
    }

    @Test("The request for the rest is retried, passes through middleware and fetches credentials like any other request")
    func machinery() async throws {
        let transport = StubTransport([
            .success(answer(brokenAt: 4)), .success(.json("", status: 503)), .failure(StubTransport.NoAnswerLeft()),
            .success(answer(from: 4)),
        ])
        let asked = Counter()
        let seen = Lock<[String]>([])
        var client = APIClient.rotating(transport, asked: asked)
        client.middleware = [ExchangeTests.Tag(name: "a", seen: seen)]
        let calling = client
        try await inFolder { folder in
            let url = folder.appendingPathComponent("x")
            let download = try await calling.file(call)
            guard case .connection = await writeError(download, url) else {
                Issue.record("not the expected outcome")
                return
            }
            var progress: [Download.Progress] = []
            try await download.write(to: url) { progress.append($0) }
            #expect(try Array(Data(contentsOf: url)) == content)
            #expect(progress == (5...10).map { .init(bytesRead: $0, bytesExpected: 10) })
            #expect(ranges(transport) == [nil, "bytes=4-", "bytes=4-", "bytes=4-"])
            #expect(transport.exchanges.last?.request.headerFields[.ifRange] == "\"one\"")
            #expect(transport.exchanges.last?.request.headerFields[.acceptEncoding] == "identity")
            #expect(transport.exchanges.last?.request.headerFields[HTTPField.Name("X-Api-Key")!] == "key-4")
            #expect(seen.withLock { $0 }.map { $0.suffix(8) } == ["1 no key", "1 no key", "2 no key", "3 no key"])
        }
    }

    @Test(
        "An unreachable or busy service leaves the part for the next try, and a missing file removes it",
        arguments: [(503, true), (429, true), (401, true), (nil, true), (404, false), (410, false)] as [(Int?, Bool)])
    func refusedRest(status: Int?, staysInPlace: Bool) async throws {
        let refusal: Result<TransportResponse, any Error> =
            status.map { .success(.json("", status: $0)) }
            ?? .failure(TransportFailure(fate: .notSent, reason: "refused", underlying: CancellationError()))
        let transport = StubTransport([.success(answer(brokenAt: 4)), refusal, .success(answer(from: staysInPlace ? 4 : 0))])
        var client = client(transport)
        client.options.retries = .never
        let calling = client
        try await inFolder { folder in
            let url = folder.appendingPathComponent("x")
            let download = try await calling.file(call)
            _ = await writeError(download, url)
            let error = await writeError(download, url)
            switch error {
            case .response(let failure): #expect(failure.status.code == status)
            case .connection: #expect(status == nil)
            default: Issue.record("\(String(describing: error))")
            }
            #expect(try names(in: folder).count == (staysInPlace ? 1 : 0))
            try await download.write(to: url)
            #expect(try Array(Data(contentsOf: url)) == content)
            #expect(ranges(transport) == [nil, "bytes=4-", staysInPlace ? "bytes=4-" : nil])
            #expect(try names(in: folder) == ["x"])
        }
    }

    @Test("A download that fails before its first byte cannot resume")
    func nothingCame() async throws {
        let transport = StubTransport([.success(answer(brokenAt: 0)), .success(answer())])
        try await inFolder { folder in
            let url = folder.appendingPathComponent("x")
            let download = try await client(transport).file(call)
            _ = await writeError(download, url)
            #expect(try names(in: folder).isEmpty)
            try await download.write(to: url)
            #expect(try Array(Data(contentsOf: url)) == content)
            #expect(ranges(transport) == [nil, nil])
        }
    }

    @Test("A download that fails after its last byte only needs to be put in place")
    func everythingCame() async throws {
        let transport = StubTransport([.success(answer(brokenAt: 10))])
        try await inFolder { folder in
            let url = folder.appendingPathComponent("x")
            let download = try await client(transport).file(call)
            guard case .connection = await writeError(download, url) else {
                Issue.record("not the expected outcome")
                return
            }
            try await download.write(to: url)
            #expect(try Array(Data(contentsOf: url)) == content)
            #expect(transport.exchanges.count == 1)
            #expect(try names(in: folder) == ["x"])
        }
    }

    @Test("An empty file is a valid file")
    func empty() async throws {
        let transport = StubTransport([.success(.json("", fields: ["Content-Length": "0", "ETag": "\"none\""]))])
        try await inFolder { folder in
            try await client(transport).file(call).write(to: folder.appendingPathComponent("x"))
            #expect(try names(in: folder) == ["x"])
        }
    }

    @Test("A part that was changed or removed is not resumed, and the download starts over", arguments: [true, false])
    func tampered(isTaken: Bool) async throws {
        let transport = StubTransport([.success(answer(brokenAt: 4)), .success(answer())])
        try await inFolder { folder in
            let url = folder.appendingPathComponent("x")
            let download = try await client(transport).file(call)
            _ = await writeError(download, url)
            let part = folder.appendingPathComponent(try #require(try names(in: folder).first))
            if isTaken { try FileManager.default.removeItem(at: part) } else { try Data("01".utf8).write(to: part) }
            try await download.write(to: url)
            #expect(try Array(Data(contentsOf: url)) == content)
            #expect(ranges(transport) == [nil, nil])
            #expect(try names(in: folder) == ["x"])
        }
    }

    @Test("Another destination starts over and removes the part of the first one")
    func elsewhere() async throws {
        let transport = StubTransport([.success(answer(brokenAt: 4)), .success(answer(brokenAt: 6)), .success(answer(from: 6))])
        try await inFolder { folder in
            let (first, second) = (folder.appendingPathComponent("first"), folder.appendingPathComponent("second"))
            let download = try await client(transport).file(call)
            _ = await writeError(download, first)
            _ = await writeError(download, second)
            #expect(try names(in: folder).count == 1)
            // The same destination under another name.
            try await download.write(to: folder.appendingPathComponent("./second"))
            #expect(try Array(Data(contentsOf: second)) == content)
            #expect(ranges(transport) == [nil, nil, "bytes=6-"])
            #expect(try names(in: folder) == ["second"])
        }
    }

    @Test("More bytes than announced are not a file and cannot resume")
    func tooMany() async throws {
        var long = answer()
        long.head.headerFields[.contentLength] = "9"
        let transport = StubTransport([.success(long), .success(answer())])
        try await inFolder { folder in
            let url = folder.appendingPathComponent("x")
            let download = try await client(transport).file(call)
            guard case .connection = await writeError(download, url) else {
                Issue.record("not the expected outcome")
                return
            }
            #expect(try names(in: folder).isEmpty)
            try await download.write(to: url)
            #expect(ranges(transport) == [nil, nil])
        }
    }

    @Test("An unwritable destination is reported, and nothing is left behind", arguments: ["none/x", "folder"])
    func unwritable(name: String) async throws {
        let transport = StubTransport([.success(answer())])
        try await inFolder { folder in
            // A file cannot replace a folder that is not empty.
            let inner = folder.appendingPathComponent("folder/inner")
            try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
            let download = try await client(transport).file(call)
            guard case .file = await writeError(download, folder.appendingPathComponent(name)) else {
                Issue.record("not the expected outcome")
                return
            }
            #expect(try names(in: folder) == ["folder"])
        }
    }

    @Test("A response of the wrong length is rejected, in memory and as a stream", arguments: [9, 11])
    func wrongLength(announced: Int) async throws {
        func wrong() -> TransportResponse {
            var wrong = answer()
            wrong.head.headerFields[.contentLength] = "\(announced)"
            return wrong
        }
        let download = try await client(StubTransport([.success(wrong()), .success(wrong())])).file(call)
        guard case .connection(let failure) = await thrown(by: { () async throws(APIFailure) in try await download.bytes() }) else {
            Issue.record("not the expected outcome")
            return
        }
        #expect(failure.reason.contains("10 of \(announced) bytes"))
        var bytes: [UInt8] = []
        let error = await thrown { () async throws(APIFailure) in for try await piece in download { bytes += piece } }
        guard case .connection = error else {
            Issue.record("not the expected outcome: \(String(describing: error))")
            return
        }
        #expect(bytes.count == min(announced, 10))
    }

    @Test(
        "A type that differs from that of the first response is rejected, for a whole file and for the rest",
        arguments: [("application/pdf", "text/html"), ("text/csv", "application/zip"), (nil, "text/html"), (nil, "application/json")]
            as [(String?, String)])
    func otherType(first: String?, then: String) async throws {
        func typed(_ answer: TransportResponse, _ type: String?) -> TransportResponse {
            var answer = answer
            answer.head.headerFields[.contentType] = type
            return answer
        }
        // A part can omit its type. A part with another type belongs to another file.
        let part = typed(answer(from: 4), then)
        let transport = StubTransport([
            .success(typed(answer(brokenAt: 4), first)), .success(typed(answer(tag: "\"two\""), then)), .success(part),
            .success(typed(answer(), first)),
        ])
        try await inFolder { folder in
            let url = folder.appendingPathComponent("x")
            let download = try await client(transport).file(call)
            _ = await writeError(download, url)
            guard case .unexpectedAnswer = await writeError(download, url) else {
                Issue.record("not the expected outcome")
                return
            }
            #expect(try names(in: folder) != ["x"])
            try await download.write(to: url)
            #expect(try Array(Data(contentsOf: url)) == content)
            #expect(ranges(transport) == [nil, "bytes=4-", "bytes=4-", nil])
        }
    }

    @Test("A pipe that appears at the destination in the meantime is rejected and left in place")
    func pipeInTheMeantime() async throws {
        let transport = StubTransport([.success(answer(brokenAt: 4)), .success(answer(from: 4))])
        try await inFolder { folder in
            let url = folder.appendingPathComponent("x")
            let download = try await client(transport).file(call)
            _ = await writeError(download, url)
            #expect(mkfifo(url.path, 0o600) == 0)
            guard case .file = await writeError(download, url) else {
                Issue.record("not the expected outcome")
                return
            }
            #expect(try FileManager.default.attributesOfItem(atPath: url.path)[.type] as? FileAttributeType != .typeRegular)
        }
    }

    @Test("A second concurrent write fails and does no harm")
    func twiceAtOnce() async throws {
        let begun = AsyncStream<Void>.makeStream()
        let mayEnd = AsyncStream<Void>.makeStream()
        var slow = answer()
        let body = Lock<ResponseBody.AsyncIterator>(slow.body.makeAsyncIterator())
        slow.body = ResponseBody(next: {
            begun.continuation.finish()
            for await _ in mayEnd.stream {}
            var pieces = body.withLock { $0 }
            return try await pieces.next()
        })
        let transport = StubTransport([.success(slow)])
        try await inFolder { folder in
            let url = folder.appendingPathComponent("x")
            let download = try await client(transport).file(call)
            let writing = Task { await writeError(download, url) }
            for await _ in begun.stream {}
            for other in [url, folder.appendingPathComponent("y")] {
                guard case .file(let reason) = await writeError(download, other) else {
                    Issue.record("not the expected outcome")
                    return
                }
                #expect(reason.contains("download") && reason.contains("already"))
            }
            mayEnd.continuation.finish()
            #expect(await writing.value == nil)
            #expect(try Array(Data(contentsOf: url)) == content)
            #expect(try names(in: folder) == ["x"])
            #expect(transport.exchanges.count == 1)
        }
    }

    @Test("The bytes of a response can be read once, and a second read repeats the request")
    func again() async throws {
        let transport = StubTransport((0..<4).map { _ in .success(answer()) } + [.success(.json("", status: 404))])
        let download = try await client(transport).file(call)
        // Creating an iterator without using it reads nothing.
        _ = download.makeAsyncIterator()
        for try await piece in download where piece == [content[3]] { break }
        var bytes: [UInt8] = []
        for try await piece in download { bytes += piece }
        #expect(bytes == content)
        #expect(try await download.bytes() == content)
        // Two concurrent reads have separate responses.
        var first = download.makeAsyncIterator()
        #expect(try await first.next() == [content[0]])
        let error = await thrown { () async throws(APIFailure) in try await download.bytes() }
        #expect(error?.isNotFound == true)
        #expect(try await first.next() == [content[1]])
        #expect(ranges(transport) == [nil, nil, nil, nil, nil])
    }

    @Test("Ending the iteration releases the response, even if the download still exists")
    func letGo() async throws {
        let isLetGo = Lock(false)
        func endless() -> TransportResponse {
            let body = ResponseBody(next: { [1] }, cancel: { isLetGo.withLock { $0 = true } })
            return TransportResponse(head: answer().head, body: body)
        }
        let download = try await client(StubTransport([.success(endless())])).file(call)
        for try await piece in download where !piece.isEmpty { break }
        #expect(isLetGo.withLock { $0 })
        #expect(download.size == content.count)
    }

    @Test("A response of another form is rejected on a resume, too, and leaves the part")
    func otherForm() async throws {
        var call = Call("export", .post, "/file", service: "main")
        call.answer(as: .file, member: "exportType", "PDF")
        let export = call
        var page = TransportResponse.json("<html>")
        page.head.headerFields[.contentType] = "text/html"
        let transport = StubTransport([.success(answer(brokenAt: 4)), .success(page), .success(answer(from: 4))])
        try await inFolder { folder in
            let url = folder.appendingPathComponent("x")
            let download = try await client(transport).file(export)
            _ = await writeError(download, url)
            guard case .unexpectedAnswer = await writeError(download, url) else {
                Issue.record("not the expected outcome")
                return
            }
            try await download.write(to: url)
            #expect(try Array(Data(contentsOf: url)) == content)
            #expect(ranges(transport) == [nil, "bytes=4-", "bytes=4-"])
            #expect(transport.exchanges.allSatisfy { $0.body == Array(#"{"exportType":"PDF"}"#.utf8) })
        }
    }
}
