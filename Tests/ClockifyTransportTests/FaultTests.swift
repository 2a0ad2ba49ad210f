import ClockifyAPI
import Foundation
import HTTPTypes
import TestServer
import Testing

@_spi(Generated) @testable import ClockifyRuntime

extension SocketTests {
    @Suite("A hostile server", .timeLimit(.minutes(5)))
    struct FaultTests {
        static let key = "SECRET-9"
        static let methods: [HTTPRequest.Method] = [.get, .post, .put, .patch, .delete]

        private func client(_ server: ScriptedServer, _ transport: any ClientTransport) -> APIClient {
            var client = APIClient(
                servers: APIClient.Servers(["main": server.url]), credentials: Clockify.Credentials.apiKey(FaultTests.key),
                transport: transport)
            client.options = CallOptions(
                timeout: nil, retries: CallOptions.RetryPolicy(maximumAttempts: 3, baseDelay: .milliseconds(1)), maximumAnswerBytes: 8 << 20
            )
            client.rateLimiter = nil
            return client
        }

        @Test(
            "Each fault has its one outcome, without repeated writes, leaked keys, exceeded times or unbounded memory",
            arguments: Carrier.allCases, Fault.allCases)
        func table(carrier: Carrier, fault: Fault) async throws {
            for method in fault.isFlood ? [.get, .post] : FaultTests.methods {
                let other = try ScriptedServer { _ in [ScriptedServer.response(Fault.tag)] }
                let warmUps = fault == .resetsReused ? 1 : 0
                let server = try ScriptedServer(refuses: fault == .refuses) { request in
                    request.target == "/warm" ? [ScriptedServer.response(Fault.tag)] : fault.script(elsewhere: other.url)
                }
                defer {
                    server.stop()
                    other.stop()
                }
                var client = try client(server, carrier.makeTransport())
                if fault.needsDeadline {
                    // The time limit ends once the server has the request, however long that takes on this machine.
                    client.options.timeout = .seconds(1)
                    let now = ContinuousClock.now
                    client.time = TimeSource(
                        now: { now },
                        sleep: { _ in while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(2)) } }, random: { 0 })
                }
                for _ in 0..<warmUps { try await client.perform(Call("warm", .get, "/warm", service: "main")) }
                let call = Call.item(method)

                ResidentMemory.forgetHighest()
                let before = ResidentMemory.highest
                let calling = client
                let error = await thrown { () async throws(APIFailure) in try await calling.value(call) as Clockify.Tag }
                let grown = ResidentMemory.highest - before

                let described = "\(carrier) \(method) \(fault): \(error.map { "\($0)" } ?? "a value")"
                let required = fault.required(method)
                #expect(Fault.Outcome(error) == required.outcome, "\(described)")
                // A layer below this package may retry a read on a reused connection.
                let allowed =
                    fault == .resetsReused && method == .get
                    ? required.requests...required.requests + 1 : required.requests...required.requests
                #expect(allowed.contains(server.requests.count - warmUps), "\(described): \(server.requests.count - warmUps) requests")
                #expect(!described.contains(FaultTests.key), "\(described)")
                #expect(server.requests.allSatisfy { $0.head.contains(FaultTests.key) }, "\(described)")
                #expect(other.requests.count == (fault == .redirects && method == .get ? 1 : 0), "\(described)")
                #expect(other.requests.allSatisfy { !$0.head.contains(FaultTests.key) }, "\(described)")
                // How much a server can send before the client disconnects depends on the machine. How much of it is kept does not.
                // Other tests of the process also use some memory.
                if fault.isFlood { #expect(grown < 1 << 30, "\(described): \(grown) bytes") }
            }
        }

        @Test("PUT and DELETE are retried over any transport if the caller allows it", arguments: Carrier.allCases)
        func optIn(carrier: Carrier) async throws {
            for method in FaultTests.methods {
                let server = try ScriptedServer { _ in [.reset] }
                defer { server.stop() }
                var client = try client(server, carrier.makeTransport())
                client.options.retries.repeatsPutAndDelete = true
                let calling = client
                let call = Call.item(method)
                _ = await thrown { () async throws(APIFailure) in try await calling.perform(call) }
                #expect(server.requests.count == (method == .post || method == .patch ? 1 : 3), "\(carrier) \(method)")
            }
        }

        @Test("A file that is sent over a reused connection is not sent again after the connection breaks", arguments: Carrier.allCases)
        func uploadOnUsedConnection(carrier: Carrier) async throws {
            let url = FileManager.default.temporaryDirectory.appendingPathComponent("upload-\(UInt64.random(in: 0 ... .max))")
            try Data(count: 100_000).write(to: url)
            defer { try? FileManager.default.removeItem(at: url) }
            let server = try ScriptedServer { $0.target == "/warm" ? [ScriptedServer.response(Fault.tag)] : [.reset] }
            defer { server.stop() }
            let client = try client(server, carrier.makeTransport())
            try await client.perform(Call("warm", .get, "/warm", service: "main"))
            var form = MultipartForm()
            form.file("file", .file(at: url, contentType: "image/png"))
            var call = Call("upload", .post, "/upload", service: "main")
            call.form(form)
            let upload = call
            let error = await thrown { () async throws(APIFailure) in try await client.perform(upload) }
            guard case .outcomeUnknown = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(server.requests.count == 2)
        }

        @Test("Cancelling a call ends the request and its connection", arguments: Carrier.allCases)
        func cancellation(carrier: Carrier) async throws {
            for stall in [[ScriptedServer.Step.stall], [.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\""), .stall]] {
                let server = try ScriptedServer { _ in stall }
                defer { server.stop() }
                let client = try client(server, carrier.makeTransport())
                let call = Call.item(.post)
                let task = Task { await thrown { () async throws(APIFailure) in try await client.perform(call) } }
                while server.stalling == 0 { try await Task.sleep(for: .milliseconds(2)) }
                task.cancel()
                guard case .cancelled = await task.value else {
                    Issue.record("\(carrier)")
                    return
                }
                while server.stalling > 0 { try await Task.sleep(for: .milliseconds(2)) }
                #expect(server.requests.count == 1)
            }
        }

        @Test("A deallocated transport closes its connections", arguments: Carrier.allCases)
        func connections(carrier: Carrier) async throws {
            let server = try ScriptedServer { _ in [ScriptedServer.response(Fault.tag)] }
            defer { server.stop() }
            do {
                let client = try client(server, carrier.makeTransport())
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<200 { group.addTask { try await client.perform(Call("item", .get, "/item", service: "main")) } }
                    try await group.waitForAll()
                }
                #expect(server.requests.count == 200)
                #expect(server.openConnections < 200)
            }
            while server.openConnections > 0 { try await Task.sleep(for: .milliseconds(2)) }
        }
    }
}
