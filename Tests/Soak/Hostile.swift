import ClockifyAPI
@_spi(Generated) import ClockifyRuntime
import Foundation
import RepeatableNumbers
import TestServer

/// Makes calls to a server that responds to each in its own way, mostly incorrectly. Checks that every call returns, that no write
/// is sent twice, and that correct responses are decoded.
struct Hostile {
    let calls: Int
    let inFlight: Int
    private static let tag = #"{"id": "t1", "name": "x", "workspaceId": "w1", "archived": false}"#

    func run(_ name: String, _ transport: any ClientTransport) async throws {
        // The number in a request determines the response.
        let server = try ScriptedServer { request in
            let number = request.target.split(separator: "/").last.flatMap { UInt64($0) } ?? 0
            return Answer(number).steps
        }
        defer { server.stop() }
        var client = APIClient(servers: APIClient.Servers(["main": server.url]), transport: transport)
        client.rateLimiter = nil
        client.options = CallOptions(
            timeout: .seconds(2), retries: CallOptions.RetryPolicy(maximumAttempts: 2, baseDelay: .milliseconds(1)),
            maximumAnswerBytes: 1 << 20)
        let calling = client
        let numbers = (0..<calls).map { UInt64($0) }
        let outcomes = try await withThrowingTaskGroup(of: String.self) { group in
            var outcomes: [String: Int] = [:]
            var waiting = numbers[...]
            for _ in 0..<inFlight { if let number = waiting.popFirst() { group.addTask { try await call(number, calling, server) } } }
            while let outcome = try await group.next() {
                outcomes[outcome, default: 0] += 1
                if let number = waiting.popFirst() { group.addTask { try await call(number, calling, server) } }
            }
            return outcomes
        }
        let writes = Dictionary(grouping: server.requests.filter { $0.method == "POST" }, by: \.target)
        if let twice = writes.first(where: { $0.value.count > 1 }) {
            throw Failure("\(name): \(twice.key) was sent \(twice.value.count) times")
        }
        print("\(name): \(calls) answers; " + outcomes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    }

    private func call(_ number: UInt64, _ client: APIClient, _ server: ScriptedServer) async throws -> String {
        do throws(APIFailure) {
            let call = Call("item", number.isMultiple(of: 2) ? .get : .post, "/item/\(number)", service: "main")
            _ = try await client.value(call) as Clockify.Tag
            return "read"
        } catch {
            // If a write uses a kept connection that the server has just closed, the server never sees it, and there is no response.
            let wasAnswered = server.requests.contains { $0.target == "/item/\(number)" }
            guard !(Answer(number).isSound && wasAnswered) else {
                throw Failure("answer \(number) is right, and was not read: \(error)\n\(Answer(number).steps)".prefix(3000).description)
            }
            switch error {
            case .connection: return "connection"
            case .outcomeUnknown: return "outcomeUnknown"
            case .response: return "response"
            case .unexpectedAnswer: return "unexpectedAnswer"
            default: throw Failure("answer \(number): \(error)")
            }
        }
    }

    /// A response with a head and a body, complete or not, in pieces or at once, and the end of the connection.
    private struct Answer {
        private(set) var steps: [ScriptedServer.Step] = []
        /// `true` if a client must decode it.
        private(set) var isSound = true

        init(_ number: UInt64) {
            var random = SeededNumbers(seed: number)
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...2, using: &random) where Bool.random(using: &random) {
                bytes += Array(pick(Answer.interim, &random).utf8)
            }
            bytes += statusLine(&random)
            let stalls = Int.random(in: 0..<200, using: &random) == 0
            if stalls {
                isSound = false
                // No other call may use a connection on which the server never responds.
                bytes += Array("Connection: close\r\n".utf8)
            }
            bytes += fields(&random)
            bytes += body(&random)
            if Int.random(in: 0..<8, using: &random) == 0 {
                isSound = false
                bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
            }
            if Int.random(in: 0..<16, using: &random) == 0, let place = bytes.indices.randomElement(using: &random) {
                isSound = false
                bytes[place] = UInt8.random(in: 0...255, using: &random)
            }
            while !bytes.isEmpty {
                let count = Bool.random(using: &random) ? bytes.count : Int.random(in: 1...bytes.count, using: &random)
                steps.append(.bytes(Array(bytes.prefix(count))))
                bytes.removeFirst(count)
            }
            if stalls { steps.append(.stall) }
            // Bytes that were sent may be lost if a connection is reset.
            if Int.random(in: 0..<10, using: &random) == 0 {
                isSound = false
                steps.append(.reset)
            } else {
                steps.append(.close)
            }
        }

        private static let interim = [
            "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 102 Processing\r\nX: y\r\n\r\n", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n",
        ]

        private mutating func statusLine(_ random: inout SeededNumbers) -> [UInt8] {
            if Int.random(in: 0..<3, using: &random) > 0 {
                return Array(pick(["HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 \r\n", "HTTP/1.1 201 Created\r\n"], &random).utf8)
            }
            isSound = false
            let odd = [
                "HTTP/1.1 000 Zero\r\n", "HTTP/1.1 099 Low\r\n", "HTTP/1.1 1000 High\r\n", "HTTP/1.1 -5 Less\r\n", "HTTP/1.1 abc\r\n",
                "\r\n",
                "HTTP/9.9 200 OK\r\n", "ICY 200 OK\r\n", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: upgrade\r\n",
                "HTTP/1.1 204 No Content\r\n", "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 1-2/3\r\n", "HTTP/1.1 302 Found\r\n",
                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:99999/\r\n", "HTTP/1.1 302 Found\r\nLocation: \u{0}://\r\n",
                "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"x\"\r\n", "HTTP/1.1 407 No\r\nProxy-Authenticate: NTLM\r\n",
                "HTTP/1.1 500 No\r\n", "HTTP/1.1 999 No\r\n",
            ]
            return Array(pick(odd, &random).utf8)
        }

        private mutating func fields(_ random: inout SeededNumbers) -> [UInt8] {
            var bytes = Array("Content-Type: application/json\r\n".utf8)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes += Array("X-Long: \(String(repeating: "y", count: 50_000))\r\n".utf8)
            case 1: bytes += Array("Content-Disposition: attachment; filename=\"".utf8) + [0xE9, 0xC3, 0xA9] + Array("\"\r\n".utf8)
            case 2:
                isSound = false
                bytes += Array(
                    pick(
                        [
                            "Content-Encoding: gzip\r\n", "no colon\r\n", ": no name\r\n", "Content-Length: 9223372036854775807\r\n",
                            "Content-Length: -1\r\n", "Content-Length: 1\r\n", "Content-Length: 99999999999999999999\r\n",
                            " folded\r\n", "X: \u{0}\r\n", "Transfer-Encoding: gzip, chunked\r\n", "Transfer-Encoding: what\r\n",
                        ], &random
                    ).utf8)
            default: break
            }
            return bytes
        }

        private mutating func body(_ random: inout SeededNumbers) -> [UInt8] {
            let tag = Array(Hostile.tag.utf8)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: return Array("\r\n".utf8) + tag
            case 1: return Array("Content-Length: \(tag.count)\r\n\r\n".utf8) + tag
            case 2:
                let cut = Int.random(in: 1..<tag.count, using: &random)
                let chunks = [tag.prefix(cut), tag.dropFirst(cut)].flatMap {
                    Array("\(String($0.count, radix: 16))\r\n".utf8) + $0 + Array("\r\n".utf8)
                }
                let end = pick(["0\r\n\r\n", "0\r\nX-Trailer: y\r\n\r\n", "0\r\nX: y\r\nLast-Page: true\r\n\r\n"], &random)
                return Array("Transfer-Encoding: chunked\r\n\r\n".utf8) + chunks + Array(end.utf8)
            default:
                isSound = false
                let wrong = [
                    "Content-Length: 1000\r\n\r\n{", "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
                    "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n",
                ]
                return Array(pick(wrong, &random).utf8)
            }
        }

        private func pick(_ choices: [String], _ random: inout SeededNumbers) -> String {
            choices[Int.random(in: choices.indices, using: &random)]
        }
    }
}
