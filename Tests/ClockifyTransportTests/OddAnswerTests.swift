import ClockifyAPI
import Foundation
import HTTPTypes
import TestServer
import Testing

@_spi(Generated) @testable import ClockifyRuntime

extension Fault.Outcome {
    init?(_ error: APIFailure?) {
        switch error {
        case nil: self = .value
        case .response(let failure): self = .response(failure.status.code)
        case .unexpectedAnswer: self = .unexpectedAnswer
        case .outcomeUnknown: self = .outcomeUnknown
        case .connection(let failure): self = .connection(wasSent: failure.wasSent)
        default: return nil
        }
    }
}

extension SocketTests {
    @Suite("Odd responses", .timeLimit(.minutes(5)))
    struct OddAnswerTests {
        private func client(_ server: ScriptedServer, _ carrier: Carrier) throws -> APIClient {
            var client = APIClient(servers: APIClient.Servers(["main": server.url]), transport: try carrier.makeTransport())
            client.options = CallOptions(timeout: nil, retries: .never, maximumAnswerBytes: 8 << 20)
            client.rateLimiter = nil
            return client
        }

        @Test(
            "Each odd response has its outcome, without a crash or an endless wait", arguments: Carrier.allCases, OddAnswer.allCases)
        func table(carrier: Carrier, answer: OddAnswer) async throws {
            if carrier.endsProcess(on: answer) { return }
            for method in [HTTPRequest.Method.get, .post, .put, .patch, .delete] {
                let warmUps = answer == .closesInHeadReused ? 1 : 0
                let server = try ScriptedServer { $0.target == "/warm" ? [ScriptedServer.response(Fault.tag)] : answer.script }
                defer { server.stop() }
                let client = try client(server, carrier)
                for _ in 0..<warmUps { try await client.perform(Call("warm", .get, "/warm", service: "main")) }
                let call = Call.item(method)
                let error = await thrown { () async throws(APIFailure) in try await client.value(call) as Clockify.Tag }
                let described = "\(carrier) \(method) \(answer): \(error.map { "\($0)" } ?? "a value")"
                #expect(Fault.Outcome(error) == answer.required(method, carrier), "\(described)")
                // A layer below this package may retry a read on a reused connection.
                #expect(method == .get ? 1...2 ~= server.requests.count - warmUps : server.requests.count - warmUps == 1, "\(described)")
            }
        }

        @Test("Interim responses during an upload are not the response", arguments: Carrier.allCases)
        func interimDuringUpload(carrier: Carrier) async throws {
            let url = FileManager.default.temporaryDirectory.appendingPathComponent("upload-\(UInt64.random(in: 0 ... .max))")
            let size = 3 << 20
            try Data(count: size).write(to: url)
            defer { try? FileManager.default.removeItem(at: url) }
            let interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"
            let server = try ScriptedServer(beforeBody: interim) { [ScriptedServer.response("\($0.bodyBytes)")] }
            defer { server.stop() }
            let client = try client(server, carrier)
            let bytes = [UInt8](repeating: 0, count: size)
            for content in [FileUpload.file(at: url, contentType: "image/png"), .bytes(bytes, name: "a", contentType: "image/png")] {
                var form = MultipartForm()
                form.file("file", content)
                var call = Call("upload", .post, "/upload", service: "main")
                call.form(form)
                #expect(try await client.value(call) as Int > size)
                #expect(server.requests.last?.head.lowercased().contains("transfer-encoding") == false)
            }
            #expect(server.requests.count == 2)
        }

        @Test("All cookies are sent in one field, as HTTP/1.1 requires", arguments: Carrier.allCases)
        func cookies(carrier: Carrier) async throws {
            let server = try ScriptedServer { _ in [ScriptedServer.response("1")] }
            defer { server.stop() }
            let client = APIClient(
                servers: APIClient.Servers(["main": server.url]), credentials: { Cookie() }, transport: try carrier.makeTransport())
            var call = Call("item", .get, "/item", service: "main")
            call.cookie("sid", "a;b=c é")
            call.cookie("list", [1, 2])
            #expect(try await client.value(call) as Int == 1)
            let head = try #require(server.requests.first?.head)
            let fields = head.split(separator: "\r\n").filter { $0.lowercased().hasPrefix("cookie:") }
            #expect(fields.map { $0.drop { $0 != " " } } == [" sid=a%3Bb%3Dc%20%C3%A9; list=1,2; key=k"])
        }

        private struct Cookie: APICredentials {
            let placement = CredentialPlacement.cookie("key", "k")
        }

        @Test("A nonexistent port is reported, and nothing is sent", arguments: Carrier.allCases, ["0", "65536", "99999", "-1", "x", ""])
        func port(carrier: Carrier, port: String) async throws {
            let request = HTTPRequest(method: .post, scheme: "http", authority: "127.0.0.1:\(port)", path: "/")
            let error = await #expect(throws: TransportFailure.self) { try await carrier.makeTransport().send(request, body: nil) }
            #expect(error?.fate == .notSent)
        }

        @Test("An unreadable file is reported and not sent", arguments: Carrier.allCases)
        func unreadable(carrier: Carrier) async throws {
            let server = try ScriptedServer { _ in [ScriptedServer.response(Fault.tag)] }
            defer { server.stop() }
            let url = FileManager.default.temporaryDirectory.appendingPathComponent("not-there-\(UInt64.random(in: 0 ... .max))")
            let body = RequestBody(parts: [.bytes([1]), .file(.file(url))], contentType: "image/png")
            let request = HTTPRequest(method: .post, scheme: "http", authority: "127.0.0.1:\(server.port)", path: "/")
            let error = await #expect(throws: TransportFailure.self) { try await carrier.makeTransport().send(request, body: body) }
            #expect(error?.fate == .notSent)
            #expect(server.requests.isEmpty)
        }

        @Test("A call that is cancelled before the transport starts is not sent", arguments: Carrier.allCases)
        func cancelledBefore(carrier: Carrier) async throws {
            let server = try ScriptedServer { _ in [ScriptedServer.response(Fault.tag)] }
            defer { server.stop() }
            let transport = try carrier.makeTransport()
            let request = HTTPRequest(method: .post, scheme: "http", authority: "127.0.0.1:\(server.port)", path: "/")
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<200 {
                    group.addTask {
                        withUnsafeCurrentTask { $0?.cancel() }
                        await #expect(throws: CancellationError.self) {
                            try await transport.send(request, body: RequestBody(bytes: [1], contentType: "x"))
                        }
                    }
                }
            }
            #expect(server.requests.isEmpty)
        }

        @Test("A cancelled call returns at any time without a crash", arguments: Carrier.allCases)
        func races(carrier: Carrier) async throws {
            let url = FileManager.default.temporaryDirectory.appendingPathComponent("upload-\(UInt64.random(in: 0 ... .max))")
            try Data(count: 1 << 20).write(to: url)
            defer { try? FileManager.default.removeItem(at: url) }
            let server = try ScriptedServer { _ in [ScriptedServer.response(Fault.tag)] }
            defer { server.stop() }
            let transport = try carrier.makeTransport()
            let bodies: [RequestBody?] = [
                nil, RequestBody(bytes: [1], contentType: "x"), RequestBody(parts: [.file(.file(url))], contentType: "x"),
            ]
            var request = HTTPRequest(method: .post, scheme: "http", authority: "127.0.0.1:\(server.port)", path: "/")
            var outcomes: [Bool] = []
            for round in 0..<1500 {
                let body = bodies[round % 3]
                request.method = round % 2 == 0 ? .post : .get
                let asked = request
                if asked.method == .get, body != nil { continue }
                let task = Task { _ = try await transport.send(asked, body: body).body.collect(upTo: 1000) }
                // Spins instead of sleeping, because the relevant moments are close together.
                for _ in 0..<(round * 7 % 1000) { await Task.yield() }
                task.cancel()
                switch await task.result {
                case .success: outcomes.append(true)
                case .failure(let error):
                    outcomes.append(false)
                    #expect(error is CancellationError, "\(error)")
                }
            }
            #expect(outcomes.count > 900)
        }
    }
}
