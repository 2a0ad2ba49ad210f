import Foundation
import HTTPTypes
import Testing

@testable import ClockifyRuntime

/// What every transport must do, over a real socket. Each case says what the server does and what must come of it.
enum SocketFault: Sendable, CaseIterable, CustomTestStringConvertible {
    case reset, resetInHead, resetInBody, stall, stallInBody, truncated, lyingLength, garbage, html, hugeHead, wrongType, invalidUTF8
    case deepNesting, nulls, emptyBody, status429, status503, endless

    var script: [ScriptedServer.Step] {
        switch self {
        case .reset: [.reset]
        case .resetInHead: [.send("HTTP/1.1 200 OK\r\nContent-Le"), .reset]
        case .resetInBody: [.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\""), .reset]
        case .stall: [.stall]
        case .stallInBody: [.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\""), .stall]
        case .truncated: [ScriptedServer.response(#"{"id": "#)]
        case .lyingLength: [.send("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n{\"id\": 1}"), .reset]
        case .garbage: [.send("\u{1}\u{2}not HTTP at all\r\n\r\n"), .reset]
        case .html: [ScriptedServer.response("<html>", type: "text/html")]
        case .hugeHead: [.send("HTTP/1.1 200 OK\r\nX-Large: " + String(repeating: "y", count: 2_000_000) + "\r\n\r\n"), .reset]
        case .wrongType: [ScriptedServer.response(#"{"id": "seven"}"#)]
        case .invalidUTF8: [.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"), .flood(piece: 10, count: 1)]
        case .deepNesting: [ScriptedServer.response(#"{"x":"# + String(repeating: "[", count: 100_000))]
        case .nulls: [ScriptedServer.response(#"{"id": null}"#)]
        case .emptyBody: [ScriptedServer.response("")]
        case .status429: [ScriptedServer.response("", status: "429 Too Many Requests")]
        case .status503: [ScriptedServer.response("", status: "503 Service Unavailable")]
        case .endless: [.send("HTTP/1.1 200 OK\r\nContent-Length: 10737418240\r\n\r\n"), .flood(piece: 1 << 20, count: 10_240)]
        }
    }

    /// Whether the service's answer is there, and is wrong.
    var isBadAnswer: Bool {
        switch self {
        case .truncated, .html, .wrongType, .invalidUTF8, .deepNesting, .nulls, .emptyBody, .endless, .lyingLength: true
        default: false
        }
    }

    var testDescription: String { "\(self)" }
}

@Suite("A hostile server, over a real socket", .serialized)
struct TransportTests {
    private func client(_ server: ScriptedServer) -> APIClient {
        var client = APIClient(
            servers: Servers(["main": server.url]), credentials: StubCredentials.key("SECRET-9"), transport: URLSessionTransport.shared)
        client.options.timeout = .seconds(2)
        client.options.maximumAnswerBytes = 8 << 20
        client.options.retries.baseDelay = .milliseconds(1)
        return client
    }

    private func item(_ client: APIClient, _ method: HTTPRequest.Method) async -> ClockifyError? {
        var call = Call("item", method, "/item", service: "main")
        if method != .get { call.json(["a": 1]) }
        return await thrown { () async throws(ClockifyError) in try await client.value(call) as Item }
    }

    @Test("No write arrives twice, no key is told, no call outlasts its time, memory stays bounded", arguments: SocketFault.selected)
    func faults(fault: SocketFault) async throws {
        for method in [HTTPRequest.Method.get, .post] {
            let server = try ScriptedServer { _ in fault.script }
            defer { server.stop() }
            ResidentMemory.forgetHighest()
            let before = ResidentMemory.highest
            let error = await item(client(server), method)
            let described = "\(method) \(fault): \(String(describing: error))"
            #expect(!described.contains("SECRET-9"), "\(described)")
            switch error {
            case .unexpectedAnswer: #expect(fault.isBadAnswer, "\(described)")
            case .connection: #expect(method == .get && !fault.isBadAnswer || fault == .lyingLength, "\(described)")
            case .outcomeUnknown: #expect(method == .post && !fault.isBadAnswer, "\(described)")
            case .response(let failure): #expect([429, 503].contains(failure.status.code), "\(described)")
            default: #expect(Bool(false), "\(described)")
            }
            if method == .post, fault != .status429 { #expect(server.requests.count == 1, "\(described)") }
            // How much a server manages to push before it is left depends on the machine; how much of it stays here does not.
            #expect(ResidentMemory.highest < before + (512 << 20), "\(described): \(ResidentMemory.highest - before) bytes")
        }
    }

    @Test("A connection that is refused is repeated for writes too, for nothing was sent")
    func refused() async throws {
        let server = try ScriptedServer { _ in [] }
        let gone = client(server)
        server.stop()
        let error = await item(gone, .post)
        guard case .connection(let failure) = error else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(!failure.wasSent)
        #expect(failure.attempts == 4)
    }

    @Test("What is percent-encoded arrives as it was sent")
    func encoding() async throws {
        let server = try ScriptedServer { _ in [ScriptedServer.response("{}")] }
        defer { server.stop() }
        let values = ["a/b", "..", ".", "?x", "#f", "a+b c", "%2F", "é🙂", "\r\nX-Evil: 1", "a;b=c", "\\..\\"]
        for value in values {
            var call = Call("op", .get, "/things/{id}/end", service: "main")
            call.path("id", value)
            call.query("q", value)
            try await client(server).perform(call)
        }
        for (value, request) in zip(values, server.requests) {
            let parts = request.target.split(separator: "?", maxSplits: 1)
            let segments = parts[0].split(separator: "/", omittingEmptySubsequences: false)
            #expect(segments.count == 4, "\(request.target)")
            #expect(segments[2].removingPercentEncoding == value, "\(request.target)")
            #expect(parts[1].dropFirst(2).removingPercentEncoding == value, "\(request.target)")
            #expect(!request.head.contains("\nX-Evil"))
        }
    }

    @Test("A file goes from disk with its exact length, and comes back to disk whole", .timeLimit(.minutes(1)))
    func files() async throws {
        let size = 32 << 20
        let server = try ScriptedServer { request in
            request.method == "POST"
                ? [ScriptedServer.response(#"{"id": \#(request.bodyBytes)}"#)]
                : [
                    .send("HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: \(size)\r\n\r\n"),
                    .flood(piece: 1 << 20, count: size >> 20),
                ]
        }
        defer { server.stop() }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("files-\(UInt64.random(in: 0 ... .max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let target = folder.appendingPathComponent("large.pdf")
        var progress: [Download.Progress] = []
        var call = Call("download", .get, "/file", service: "main")
        call.acceptsFile = true
        try await client(server).file(call).write(to: target) { progress.append($0) }
        #expect(try FileManager.default.attributesOfItem(atPath: target.path)[.size] as? Int == size)
        #expect(progress.last == Download.Progress(bytesRead: size, bytesExpected: size))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["large.pdf"])
        var form = MultipartForm()
        form.text("note", "x")
        form.file("file", .file(at: target, contentType: "application/pdf"))
        let expected = try form.body.collect().count
        var upload = Call("upload", .post, "/file", service: "main")
        upload.form(form)
        let item: Item = try await client(server).value(upload)
        #expect(item.id == expected)
        #expect(server.requests.last?.head.lowercased().contains("transfer-encoding") == false)
    }

    @Test("A file that breaks off leaves nothing behind")
    func brokenDownload() async throws {
        let server = try ScriptedServer { _ in [.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc"), .reset] }
        defer { server.stop() }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("files-\(UInt64.random(in: 0 ... .max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let client = client(server)
        let error = await thrown { () async throws(ClockifyError) in
            try await client.file(Call("download", .get, "/file", service: "main")).write(to: folder.appendingPathComponent("x"))
        }
        guard case .connection = error else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }

    @Test("Two hundred calls at once are all answered")
    func manyCalls() async throws {
        let server = try ScriptedServer { _ in [ScriptedServer.response(#"{"id": 1}"#)] }
        defer { server.stop() }
        var client = client(server)
        client.rateLimiter = nil
        client.options.timeout = .seconds(60)
        let calling = client
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<200 {
                group.addTask { (try await calling.value(Call("item", .get, "/item", service: "main")) as Item).id }
            }
            var sum = 0
            for try await id in group { sum += id }
            #expect(sum == 200)
        }
        #expect(server.requests.count == 200)
    }
}
extension SocketFault {
    static var selected: [SocketFault] {
        ProcessInfo.processInfo.environment["FAULT"].map { f in allCases.filter { "\($0)" == f } } ?? allCases
    }
}
