#if os(Linux)
import ClockifyAPI
import Foundation
import HTTPTypes
import TestServer
import Testing

@_spi(Generated) @testable import ClockifyRuntime

extension SocketTests {
    @Suite("libcurl: decompression, requests and cancellation", .timeLimit(.minutes(5)))
    struct CurlTransportTests {
        private func client(_ url: String, _ transport: CurlTransport) -> APIClient {
            var client = APIClient(servers: APIClient.Servers(["main": url]), transport: transport)
            client.options = CallOptions(timeout: nil, retries: .never, maximumAnswerBytes: 8 << 20)
            client.rateLimiter = nil
            return client
        }

        private let read = Call("item", .get, "/item", service: "main")
        private let write = Call("item", .post, "/item", service: "main")

        // MARK: Compression

        /// `Fault.tag`, compressed.
        private static let packedTag = [UInt8](
            Data(
                base64Encoded: "H4sIAAAAAAAC/6tWykxRslJQKjFU0lFQykvMTQXxKkCc8vyi7OKCxORUT7CKcrCKxKLkjMyyVJBIWmJOcWotAERv+w9BAAAA") ?? Data()
        )
        /// A mebibyte of spaces, compressed.
        private static let packedMebibyte =
            [UInt8](Data(base64Encoded: "H4sIAAAAAAAC/+3BMQEAAADCoCrrn9IQvkAB") ?? Data()) + [UInt8](repeating: 0, count: 1015)
            + [UInt8](Data(base64Encoded: "fAanAgPxAAAQAA==") ?? Data())

        private func packed(_ bytes: [UInt8]) -> [ScriptedServer.Step] {
            [
                .send(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: \(bytes.count)\r\n\r\n"),
                .bytes(bytes),
            ]
        }

        @Test("A compressed response is decompressed, even if it has several parts")
        func compressed() async throws {
            for bytes in [Self.packedTag, Self.packedTag + Self.packedMebibyte, Self.packedMebibyte + Self.packedTag] {
                let server = try ScriptedServer { _ in self.packed(bytes) }
                defer { server.stop() }
                let tag = try await client(server.url, try CurlTransport()).value(read) as Clockify.Tag
                #expect(tag.id == "t1")
                #expect(server.requests.allSatisfy { $0.head.contains("Accept-Encoding: gzip\r\n") })
            }
        }

        @Test("A compressed response that is truncated, damaged or followed by other bytes is not accepted as complete")
        func damaged() async throws {
            let tag = Self.packedTag
            var damaged = tag
            damaged[tag.count - 6] ^= 1
            let broken = (1..<tag.count).map { Array(tag.prefix($0)) } + [damaged, tag + [0], tag + tag.prefix(12), Array("plain".utf8)]
            let steps = Lock<[ScriptedServer.Step]>([])
            let server = try ScriptedServer { _ in steps.withLock { $0 } }
            defer { server.stop() }
            let client = client(server.url, try CurlTransport())
            for bytes in broken {
                steps.withLock { $0 = packed(bytes) }
                let error = await thrown { () async throws(APIFailure) in try await client.value(read) as Clockify.Tag }
                guard case .connection(let failure) = error else {
                    Issue.record("\(bytes.count) bytes: \(String(describing: error))")
                    continue
                }
                #expect(failure.wasSent)
                let lost = await thrown { () async throws(APIFailure) in try await client.value(write) as Clockify.Tag }
                guard case .outcomeUnknown = lost else {
                    Issue.record("\(String(describing: lost))")
                    return
                }
            }
        }

        @Test("Decompression stops at the size limit, however few bytes arrive")
        func bomb() async throws {
            let bomb = (0..<4096).flatMap { _ in Self.packedMebibyte }
            let server = try ScriptedServer { _ in self.packed(bomb) }
            defer { server.stop() }
            let client = client(server.url, try CurlTransport())
            ResidentMemory.forgetHighest()
            let before = ResidentMemory.highest
            let error = await thrown { () async throws(APIFailure) in try await client.value(read) as Clockify.Tag }
            guard case .unexpectedAnswer = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(ResidentMemory.highest - before < 256 << 20)
            while server.openConnections > 0 { try await Task.sleep(for: .milliseconds(2)) }
        }

        // MARK: Bodies

        @Test("Unread bytes wait on the network and do not block other calls")
        func unread() async throws {
            let server = try ScriptedServer { request in
                request.target == "/item"
                    ? [ScriptedServer.response(Fault.tag)]
                    : [.send("HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n"), .flood(piece: 1 << 20, count: 4096)]
            }
            defer { server.stop() }
            let client = client(server.url, try CurlTransport())
            ResidentMemory.forgetHighest()
            let before = ResidentMemory.highest
            var call = Call("download", .get, "/file", service: "main")
            call.acceptsFile = true
            var downloads: [Download] = []
            for _ in 0..<8 { downloads.append(try await client.file(call)) }
            for _ in 0..<50 { #expect(try await (client.value(read) as Clockify.Tag).id == "t1") }
            var count = 0
            for try await piece in downloads[0] {
                count += piece.count
                if count > 64 << 20 { break }
            }
            #expect(ResidentMemory.highest - before < 512 << 20)
            downloads = []
            while server.openConnections > 1 { try await Task.sleep(for: .milliseconds(2)) }
        }

        @Test("A file that differs from its announced length is not sent")
        func changedFile() async throws {
            let url = FileManager.default.temporaryDirectory.appendingPathComponent("changed-\(UInt64.random(in: 0 ... .max))")
            defer { try? FileManager.default.removeItem(at: url) }
            try Data("0123456789".utf8).write(to: url)
            let body = RequestBody(parts: [.bytes(Array("<".utf8)), .file(.file(url)), .bytes(Array(">".utf8))], contentType: "text/plain")
            var source = try RequestBody.Source(body, length: 12)
            #expect(try read(&source) == "<0123456789>")
            source = try RequestBody.Source(body, length: 12)
            try FileHandle(forWritingTo: url).truncate(atOffset: 4)
            #expect(throws: RequestBody.Source.TooShort.self) { try read(&source) }
            source = try RequestBody.Source(body, length: 4)
            #expect(try read(&source) == "<012")
        }

        private func read(_ source: inout RequestBody.Source) throws -> String {
            var bytes: [UInt8] = []
            let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 5, alignment: 1)
            defer { room.deallocate() }
            while case let count = try source.read(into: room), count > 0 { bytes += room.prefix(count) }
            return String(decoding: bytes, as: UTF8.self)
        }

        @Test("A request that was certainly never sent is reported as such")
        func notSent() async throws {
            let folder = FileManager.default.temporaryDirectory
            let transport = try CurlTransport()
            for url in ["http://nowhere.invalid", "http://127.0.0.1:1", "https://127.0.0.1:1"] {
                let error = await thrown { () async throws(APIFailure) in try await client(url, transport).perform(write) }
                guard case .connection(let failure) = error else {
                    Issue.record("\(String(describing: error))")
                    return
                }
                #expect(!failure.wasSent, "\(url): \(failure)")
            }
            let body = RequestBody(parts: [.file(.file(folder))], contentType: "text/plain")
            let request = HTTPRequest(method: .post, scheme: "http", authority: "127.0.0.1:1", path: "/")
            let failure = await #expect(throws: TransportFailure.self) { try await transport.send(request, body: body) }
            #expect(failure?.fate == .notSent)
            for (authority, path) in [
                ("user@host", "/"), ("host/x", "/"), ("host", "/a b"), ("host", "/\r\nX: y"), ("", "/"), ("h:99999", "/"),
            ] {
                let request = HTTPRequest(method: .post, scheme: "http", authority: authority, path: path)
                let failure = await #expect(throws: TransportFailure.self) { try await transport.send(request, body: nil) }
                #expect(failure?.fate == .notSent, "\(authority) \(path)")
            }
        }

        // MARK: Cancellation

        @Test("Calls that are cancelled at any time return, leave no connection behind and report no false outcome")
        func races() async throws {
            let server = try ScriptedServer { _ in [ScriptedServer.response(Fault.tag)] }
            defer { server.stop() }
            do {
                let client = client(server.url, try CurlTransport())
                var answered = 0
                var cancelled = 0
                for round in 0..<2000 {
                    let call = round.isMultiple(of: 2) ? read : write
                    let task = Task { await thrown { () async throws(APIFailure) in try await client.value(call) as Clockify.Tag } }
                    for _ in 0..<Int.random(in: 0...40) { await Task.yield() }
                    task.cancel()
                    switch await task.value {
                    case nil: answered += 1
                    case .cancelled: cancelled += 1
                    case let error?: Issue.record("\(error)")
                    }
                }
                #expect(answered + cancelled == 2000 && cancelled > 0)
                #expect(server.requests.count >= answered)
                #expect(try await (client.value(read) as Clockify.Tag).id == "t1")
            }
            while server.openConnections > 0 { try await Task.sleep(for: .milliseconds(2)) }
        }

        #if AsyncHTTPClient
        @Test("Only the certificates of the given file are accepted")
        func trust() async throws {
            let server = try await SecureServer(answer: Fault.tag)
            let url = FileManager.default.temporaryDirectory.appendingPathComponent("roots-\(UInt64.random(in: 0 ... .max)).pem")
            defer { try? FileManager.default.removeItem(at: url) }
            try SecureServer.pem.write(to: url, atomically: true, encoding: .utf8)
            let base = "https://127.0.0.1:\(server.port)"
            let error = await thrown { () async throws(APIFailure) in try await client(base, try CurlTransport()).perform(write) }
            guard case .connection(let failure) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(!failure.wasSent && failure.reason.contains("secure connection"))
            #expect(server.requests == 0)
            let trusting = try CurlTransport(certificateAuthorities: url.path)
            #expect(try await (client(base, trusting).value(read) as Clockify.Tag).id == "t1")
            try await server.stop()
        }
        #endif
    }
}
#endif
