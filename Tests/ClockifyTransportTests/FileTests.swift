import ClockifyAPI
@_spi(Generated) import ClockifyRuntime
import Foundation
import HTTPTypes
import TestServer
import Testing

extension SocketTests {
    @Suite("Files", .timeLimit(.minutes(5)))
    struct FileTests {
        private func client(_ server: ScriptedServer, _ carrier: Carrier) throws -> APIClient {
            var client = APIClient(servers: APIClient.Servers(["main": server.url]), transport: try carrier.makeTransport())
            client.options.timeout = nil
            client.options.retries = .never
            return client
        }

        private func inFolder(_ body: (URL) async throws -> Void) async throws {
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("files-\(UInt64.random(in: 0 ... .max))")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            try await body(folder)
        }

        @Test(
            "64 MiB are uploaded from disk with their exact length and downloaded to disk completely",
            arguments: Carrier.allCases)
        func large(carrier: Carrier) async throws {
            let size = 64 << 20
            let server = try ScriptedServer { request in
                request.method == "POST"
                    ? [ScriptedServer.response("\(request.bodyBytes)")]
                    : [
                        .send("HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: \(size)\r\n\r\n"),
                        .flood(piece: 1 << 20, count: size >> 20),
                    ]
            }
            defer { server.stop() }
            let client = try client(server, carrier)
            try await inFolder { folder in
                let target = folder.appendingPathComponent("large.pdf")
                var progress: [Download.Progress] = []
                var call = Call("download", .get, "/file", service: "main")
                call.acceptsFile = true
                try await client.file(call).write(to: target) { progress.append($0) }
                #expect(try FileManager.default.attributesOfItem(atPath: target.path)[.size] as? Int == size)
                #expect(progress.last?.bytesRead == size)
                #expect(progress.allSatisfy { $0.bytesExpected == size })
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["large.pdf"])
                var form = MultipartForm()
                form.text("note", "x")
                form.file("file", .file(at: target, contentType: "application/pdf"))
                var upload = Call("upload", .post, "/file", service: "main")
                upload.form(form)
                let arrived = try await client.value(upload) as Int
                #expect(arrived > size && arrived < size + 1000)
                #expect(server.requests.last?.head.lowercased().contains("content-length: \(arrived)\r\n") == true)
                #expect(server.requests.last?.head.lowercased().contains("transfer-encoding") == false)
            }
        }

        @Test("An interrupted download leaves nothing behind except the previous file", arguments: Carrier.allCases)
        func brokenDownload(carrier: Carrier) async throws {
            let server = try ScriptedServer { _ in [.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc"), .close] }
            defer { server.stop() }
            let client = try client(server, carrier)
            try await inFolder { folder in
                let target = folder.appendingPathComponent("x")
                try Data("before".utf8).write(to: target)
                let error = await thrown { () async throws(APIFailure) in
                    try await client.file(Call("download", .get, "/file", service: "main")).write(to: target)
                }
                guard case .connection = error else {
                    Issue.record("\(String(describing: error))")
                    return
                }
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["x"])
                #expect(try Data(contentsOf: target) == Data("before".utf8))
            }
        }

        @Test("The length of a compressed file is that of its decompressed content", arguments: Carrier.allCases)
        func compressed(carrier: Carrier) async throws {
            let (gzip, plain) = (Compressed.bytes, Compressed.plain)
            let server = try ScriptedServer { request in
                let head = "HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\n"
                return request.head.lowercased().contains("gzip")
                    ? [.send("\(head)Content-Encoding: gzip\r\nContent-Length: \(gzip.count)\r\n\r\n"), .bytes(gzip)]
                    : [.send("\(head)Content-Length: \(plain.count)\r\n\r\n"), .bytes(plain)]
            }
            defer { server.stop() }
            let client = try client(server, carrier)
            try await inFolder { folder in
                let target = folder.appendingPathComponent("x.csv")
                try await client.file(Call("download", .get, "/file", service: "main")).write(to: target)
                #expect(try Data(contentsOf: target) == Data(plain))
            }
        }

        @Test("Ending the iteration over a file closes its connection", arguments: Carrier.allCases)
        func abandoned(carrier: Carrier) async throws {
            let server = try ScriptedServer { _ in
                [.send("HTTP/1.1 200 OK\r\nContent-Length: 10737418240\r\n\r\n"), .flood(piece: 1 << 20, count: 10_240)]
            }
            defer { server.stop() }
            let client = try client(server, carrier)
            do {
                let download = try await client.file(Call("download", .get, "/file", service: "main"))
                for try await piece in download where !piece.isEmpty { break }
            }
            while server.openConnections > 0 { try await Task.sleep(for: .milliseconds(2)) }
        }
    }
}
