import ClockifyAPI
@_spi(Generated) import ClockifyRuntime
import Foundation
import HTTPTypes
import TestServer
import Testing

extension SocketTests {
    @Suite("Interrupted downloads", .timeLimit(.minutes(5)))
    struct ResumeTests {
        private let key = "SECRET-9"

        private func client(_ server: ScriptedServer, _ carrier: Carrier) throws -> APIClient {
            var client = APIClient(
                servers: APIClient.Servers(["main": server.url]), credentials: Clockify.Credentials.apiKey(key),
                transport: try carrier.makeTransport())
            client.options.timeout = nil
            client.options.retries = .never
            client.rateLimiter = nil
            return client
        }

        private func call(_ method: HTTPRequest.Method = .get) -> Call {
            var call = Call("download", method: method, "/file", service: "main")
            call.acceptsFile = true
            if method == .post { call.json(["exportType": "PDF"]) }
            return call
        }

        /// Runs `body` with a folder that contains a previous file at the destination.
        private func inFolder(_ body: (Folder) async throws -> Void) async throws {
            let url = FileManager.default.temporaryDirectory.appendingPathComponent("resume-\(UInt64.random(in: 0 ... .max))")
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: url) }
            let folder = Folder(url: url)
            try Data("before".utf8).write(to: folder.file)
            try await body(folder)
        }

        /// Returns the error from a write whose connection ends once all sent bytes have arrived.
        private func breakOff(_ download: Download, to file: URL, _ server: ScriptedServer) async -> APIFailure? {
            await thrown { () async throws(APIFailure) in
                try await download.write(to: file) { progress in
                    if Resumption.ends.contains(progress.bytesRead) { server.release() }
                }
            }
        }

        private struct Folder {
            let url: URL
            var file: URL { url.appendingPathComponent("x.pdf") }
            var hidden: [String] {
                get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).filter { $0.hasPrefix(".") } }
            }
            var content: [UInt8] { get throws { Array(try Data(contentsOf: file)) } }
        }

        @Test(
            "A download resumes or restarts as the service allows, and requests no more than necessary",
            arguments: Carrier.allCases, Resumption.allCases)
        func table(carrier: Carrier, resumption: Resumption) async throws {
            let server = try ScriptedServer(inTurn: resumption.acts)
            defer { server.stop() }
            try await inFolder { folder in
                let download = try await client(server, carrier).file(call())
                for _ in 0..<resumption.breakOffs {
                    let error = await breakOff(download, to: folder.file, server)
                    guard case .connection = error else {
                        Issue.record("\(String(describing: error))")
                        return
                    }
                    #expect(try folder.content == Array("before".utf8))
                    #expect(try folder.hidden.count == (resumption.keepsPart ? 1 : 0))
                }
                var progress: [Download.Progress] = []
                try await download.write(to: folder.file) { progress.append($0) }
                #expect(try folder.content == resumption.bytes)
                #expect(try folder.hidden.isEmpty)
                #expect(server.ranges == resumption.ranges)
                for request in server.requests {
                    #expect(request.field("if-range") == (request.field("range") == nil ? nil : resumption.condition))
                    #expect(request.head.contains(key))
                }
                #expect(progress.last?.bytesRead == resumption.bytes.count)
                #expect(progress.map(\.bytesRead) == progress.map(\.bytesRead).sorted())
                if resumption.goesOn { #expect(progress.allSatisfy { $0.bytesRead > Resumption.end && $0.bytesExpected == 300_000 }) }
            }
        }

        @Test("A file from a POST is requested again with the same body", arguments: Carrier.allCases)
        func post(carrier: Carrier) async throws {
            let server = try ScriptedServer(inTurn: Resumption.honoursRanges.acts)
            defer { server.stop() }
            try await inFolder { folder in
                let download = try await client(server, carrier).file(call(.post))
                _ = await breakOff(download, to: folder.file, server)
                try await download.write(to: folder.file)
                #expect(try folder.content == ServedFile.one.bytes)
                #expect(server.ranges == Resumption.honoursRanges.ranges)
                #expect(server.requests.map(\.method) == ["POST", "POST"])
                #expect(Set(server.requests.map(\.bodyBytes)) == [20])
            }
        }

        @Test("The rest is requested without the key if a redirect leads to another host", arguments: Carrier.allCases)
        func redirect(carrier: Carrier) async throws {
            let other = try ScriptedServer(inTurn: Resumption.honoursRanges.acts)
            let server = try ScriptedServer { _ in
                [ScriptedServer.response("", status: "307 Temporary Redirect", headers: "Location: \(other.url)/taken\r\n")]
            }
            defer {
                server.stop()
                other.stop()
            }
            try await inFolder { folder in
                let download = try await client(server, carrier).file(call())
                _ = await breakOff(download, to: folder.file, other)
                try await download.write(to: folder.file)
                #expect(try folder.content == ServedFile.one.bytes)
                #expect(other.ranges == Resumption.honoursRanges.ranges)
                #expect(server.requests.count == 2)
                #expect(other.requests.allSatisfy { !$0.head.contains(key) })
            }
        }

        @Test("A cancelled download closes its connection and can resume", arguments: Carrier.allCases)
        func cancelled(carrier: Carrier) async throws {
            let one = ServedFile.one
            let server = try ScriptedServer(inTurn: [
                { _ in one.whole(upTo: Resumption.end).dropLast(2) + [.stall] }, { one.requested(by: $0) },
            ])
            defer { server.stop() }
            try await inFolder { folder in
                let client = try client(server, carrier)
                let download = try await client.file(call())
                let (file, end) = (folder.file, Resumption.end)
                let writing = Task {
                    await thrown { () async throws(APIFailure) in
                        try await download.write(to: file) { progress in
                            if progress.bytesRead == end { withUnsafeCurrentTask { $0?.cancel() } }
                        }
                    }
                }
                guard case .cancelled = await writing.value else {
                    Issue.record("not the expected outcome")
                    return
                }
                #expect(try folder.hidden.count == 1)
                while server.stalling > 0 { try await Task.sleep(for: .milliseconds(2)) }
                try await download.write(to: folder.file)
                #expect(try folder.content == one.bytes)
                #expect(server.ranges == [nil, "bytes=\(end)-"])
            }
        }

        @Test("The part exists as long as any copy of the download, and is removed with the last one", arguments: Carrier.allCases)
        func released(carrier: Carrier) async throws {
            let server = try ScriptedServer(inTurn: Resumption.honoursRanges.acts)
            defer { server.stop() }
            try await inFolder { folder in
                var copies = [try await client(server, carrier).file(call())]
                copies.append(copies[0])
                _ = await breakOff(copies[0], to: folder.file, server)
                copies.removeFirst()
                #expect(try folder.hidden.count == 1)
                copies = []
                #expect(try folder.hidden.isEmpty)
                #expect(try folder.content == Array("before".utf8))
                #expect(server.requests.count == 1)
            }
        }

        @Test("A second read returns the whole file, in every way of reading", arguments: Carrier.allCases)
        func again(carrier: Carrier) async throws {
            let server = try ScriptedServer { _ in ServedFile.one.whole() }
            defer { server.stop() }
            try await inFolder { folder in
                let download = try await client(server, carrier).file(call())
                try await download.write(to: folder.file)
                try await download.write(to: folder.file)
                #expect(try folder.content == ServedFile.one.bytes)
                for try await piece in download where !piece.isEmpty { break }
                for _ in 0..<2 {
                    var bytes: [UInt8] = []
                    for try await piece in download { bytes += piece }
                    #expect(bytes == ServedFile.one.bytes)
                }
                #expect(try await download.bytes() == ServedFile.one.bytes)
                #expect(server.ranges == [nil, nil, nil, nil, nil, nil])
                #expect(try folder.hidden.isEmpty)
            }
        }
    }
}
