import ClockifyAPI
import Foundation
import HTTPTypes
import TestServer
import Testing

@_spi(Generated) @testable import ClockifyRuntime

extension SocketTests {
    @Suite("What is no longer wanted", .timeLimit(.minutes(5)))
    struct AbandonTests {
        private func request(_ server: ScriptedServer) -> HTTPRequest {
            HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1:\(server.port)", path: "/")
        }

        @Test("A reader who leaves a flood is let go at once, and the server soon", arguments: Carrier.allCases)
        func flood(carrier: Carrier) async throws {
            let server = try ScriptedServer { _ in
                [.send("HTTP/1.1 200 OK\r\nContent-Length: 1099511627776\r\n\r\n"), .flood(piece: 1 << 20, count: 1 << 20)]
            }
            defer { server.stop() }
            let (transport, request) = (carrier.makeTransport(), request(server))
            let reading = Task {
                for try await _ in try await transport.send(request, body: nil).body { withUnsafeCurrentTask { $0?.cancel() } }
            }
            await #expect(throws: CancellationError.self) { try await reading.value }
            while server.openConnections > 0 { try await Task.sleep(for: .milliseconds(2)) }
        }

        @Test("What unpacks without end fills neither memory nor disk once nobody reads it", arguments: Carrier.allCases)
        func bomb(carrier: Carrier) async throws {
            let packed = Zeros.packed
            let server = try ScriptedServer { _ in
                [.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(packed.count)\r\n\r\n"), .bytes(packed)]
            }
            defer { server.stop() }
            var client = APIClient(servers: APIClient.Servers(["main": server.url]), transport: carrier.makeTransport())
            client.options = CallOptions(timeout: nil, retries: .never, maximumAnswerBytes: 1 << 20)
            ResidentMemory.forgetHighest()
            let before = ResidentMemory.highest
            let calling = client
            let error = await thrown { () async throws(APIFailure) in
                try await calling.value(Call("item", .get, "/item", service: "main")) as Clockify.Tag
            }
            guard case .unexpectedAnswer = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(ResidentMemory.highest - before < 64 << 20)
        }
    }
}

/// Zeros by deflate: one literal, then copies of 258 bytes at a distance of one, two bits each.
enum Zeros {
    /// As a gzip file of more than 200 MiB whose end does not come.
    static let packed: [UInt8] = {
        // A block of fixed codes: a literal 0 (00110000), then again and again length 258 (11000101) at distance 1 (00000).
        var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 3]
        var (buffer, count) = (0, 0)
        func bits(_ text: String) {
            for bit in text {
                if bit == "1" { buffer |= 1 << count }
                count += 1
                if count == 8 {
                    bytes.append(UInt8(buffer))
                    (buffer, count) = (0, 0)
                }
            }
        }
        bits("110")
        bits("00110000")
        // 8 repetitions of 13 bits are 13 bytes: the same again and again.
        for _ in 0..<8 { bits("1100010100000") }
        let repeated = Array(bytes.suffix(13))
        for _ in 0..<100_000 { bytes += repeated }
        return bytes
    }()
}
