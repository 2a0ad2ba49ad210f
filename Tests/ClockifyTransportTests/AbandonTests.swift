import ClockifyAPI
import Foundation
import HTTPTypes
import TestServer
import Testing

@_spi(Generated) @testable import ClockifyRuntime

extension SocketTests {
    @Suite("Abandoned responses", .timeLimit(.minutes(5)))
    struct AbandonTests {
        private func request(_ server: ScriptedServer) -> HTTPRequest {
            HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1:\(server.port)", path: "/")
        }

        @Test("An endless response ends at once for a reader that stops, and soon for the server", arguments: Carrier.allCases)
        func flood(carrier: Carrier) async throws {
            let server = try ScriptedServer { _ in
                [.send("HTTP/1.1 200 OK\r\nContent-Length: 1099511627776\r\n\r\n"), .flood(piece: 1 << 20, count: 1 << 20)]
            }
            defer { server.stop() }
            let (transport, request) = (try carrier.makeTransport(), request(server))
            let reading = Task {
                for try await _ in try await transport.send(request, body: nil).body { withUnsafeCurrentTask { $0?.cancel() } }
            }
            await #expect(throws: CancellationError.self) { try await reading.value }
            while server.openConnections > 0 { try await Task.sleep(for: .milliseconds(2)) }
        }

        @Test("An endless compressed response fills neither memory nor disk after its reader stops", arguments: Carrier.allCases)
        func bomb(carrier: Carrier) async throws {
            let packed = Zeros.packed
            let server = try ScriptedServer { _ in
                [.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(packed.count)\r\n\r\n"), .bytes(packed)]
            }
            defer { server.stop() }
            var client = APIClient(servers: APIClient.Servers(["main": server.url]), transport: try carrier.makeTransport())
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

/// Zeros in deflate: one literal, then copies of 258 bytes at a distance of one, two bits each.
enum Zeros {
    /// A gzip file of more than 200 MiB whose end never arrives.
    static let packed: [UInt8] = {
        // A block of fixed codes: a literal 0 (00110000), then repeatedly length 258 (11000101) at distance 1 (00000).
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
        // 8 repetitions of 13 bits are 13 bytes, which repeat.
        for _ in 0..<8 { bits("1100010100000") }
        let repeated = Array(bytes.suffix(13))
        for _ in 0..<100_000 { bytes += repeated }
        return bytes
    }()
}
