import Foundation
import HTTPTypes
import Testing

@_spi(Generated) @testable import ClockifyRuntime

@Suite("Changing credentials")
struct CredentialsTests {
    private let call = Call("getItem", .get, "/v1/items", service: "main")

    private func client(
        _ transport: StubTransport, _ credentials: @escaping @Sendable () async throws -> any APICredentials
    ) -> APIClient {
        APIClient(
            servers: APIClient.Servers(["main": "https://example.test"]), credentials: credentials, transport: transport,
            options: CallOptions(timeout: nil), rateLimiter: nil)
    }

    private struct Named: APICredentials {
        let name: String
        let placement = CredentialPlacement.bearer("the-secret")
    }

    @Test("Credentials go only to operations that accept them", arguments: ["oauth", "client", ""])
    func accepted(name: String) async throws {
        func authorization(_ credentials: APIOperation.AcceptedCredentials) async throws(APIFailure) -> String? {
            let transport = StubTransport("{}")
            try await client(transport) { Named(name: name) }
                .perform(Call("token", .get, "/token", service: "main", credentials: credentials))
            return transport.exchanges.first?.request.headerFields[.authorization]
        }
        #expect(try await authorization(.any) == "Bearer the-secret")
        #expect(try await authorization(.onlyOrNone(["oauth"])) == (name == "client" ? nil : "Bearer the-secret"))
        let error = await thrown { () async throws(APIFailure) in _ = try await authorization(.only(["oauth", "key"])) }
        guard name == "client" else {
            #expect(error == nil)
            return
        }
        guard case .configuration(let reason)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reason == "token accepts the credentials oauth or key, but the client has client")
    }

    /// Counts credentials requests, and completes each one on command.
    private final class Vault: Sendable {
        struct Closed: Error, CustomStringConvertible { let description = "the-secret is not available" }

        private let state = Lock((asked: 0, cancelled: 0, answer: String?.none))
        var asked: Int { state.withLock { $0.asked } }
        var cancelled: Int { state.withLock { $0.cancelled } }

        func open(_ secret: String) { state.withLock { $0.answer = secret } }

        func secret() async throws -> String {
            state.withLock { $0.asked += 1 }
            while true {
                if let answer = state.withLock({ $0.answer }) { return answer }
                if Task.isCancelled {
                    state.withLock { $0.cancelled += 1 }
                    throw CancellationError()
                }
                await Task.yield()
            }
        }
    }

    private func eventually(_ condition: () -> Bool) async { while !condition() { await Task.yield() } }

    @Test("Two hundred concurrent calls share one credentials request and its result")
    func sharing() async throws {
        let vault = Vault()
        let question = SharedQuestion { try await vault.secret() }
        let answers = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<200 { group.addTask { try await question.answer() } }
            await eventually { question.waiting == 200 }
            vault.open("one")
            return try await group.reduce(into: [String]()) { $0.append($1) }
        }
        #expect(answers == Array(repeating: "one", count: 200))
        #expect(vault.asked == 1)
        vault.open("two")
        #expect(try await question.answer() == "two")
        #expect(vault.asked == 2)
    }

    @Test("A cancelled caller stops waiting while the request hangs, and the others get its result")
    func oneCancelled() async throws {
        let vault = Vault()
        let question = SharedQuestion { try await vault.secret() }
        let stays = Task { try await question.answer() }
        await eventually { question.waiting == 1 }
        let leaves = Task { try await question.answer() }
        await eventually { question.waiting == 2 }
        leaves.cancel()
        await #expect(throws: CancellationError.self) { try await leaves.value }
        #expect(vault.cancelled == 0)
        vault.open("late")
        #expect(try await stays.value == "late")
        #expect(vault.asked == 1)
    }

    @Test("A request without waiting callers is cancelled, and the next call starts a new one")
    func allCancelled() async throws {
        let vault = Vault()
        let question = SharedQuestion { try await vault.secret() }
        let tasks = (0..<3).map { _ in Task { try await question.answer() } }
        await eventually { question.waiting == 3 }
        for task in tasks { task.cancel() }
        for task in tasks { await #expect(throws: CancellationError.self) { try await task.value } }
        await eventually { vault.cancelled == 1 }
        vault.open("new")
        #expect(try await question.answer() == "new")
        #expect(vault.asked == 2)
    }

    @Test("A task that is already cancelled requests nothing")
    func cancelledBefore() async {
        let vault = Vault()
        let question = SharedQuestion { try await vault.secret() }
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await question.answer()
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(vault.asked == 0 && question.waiting == 0)
    }

    @Test("Every caller resumes exactly once if cancellation and result arrive together")
    func races() async {
        for round in 0..<300 {
            let vault = Vault()
            let question = SharedQuestion { try await vault.secret() }
            let tasks = (0..<8).map { _ in Task { try? await question.answer() } }
            if round % 2 == 0 { vault.open("x") }
            for task in tasks.prefix(round % 9) { task.cancel() }
            vault.open("x")
            for task in tasks { _ = await task.value }
            #expect(question.waiting == 0)
        }
    }

    @Test("If the credentials are unavailable, nothing is sent, the error reveals nothing of the vault, and the next call retries")
    func failing() async throws {
        let transport = StubTransport(#"{"id": 1}"#)
        let failures = Lock(1)
        let client = client(transport) {
            try failures.withLock { left in
                left -= 1
                if left >= 0 { throw Vault.Closed() }
            }
            return StubCredentials.key("the-secret")
        }
        let error = await thrown { () async throws(APIFailure) in try await client.perform(call) }
        guard case .configuration(let reason) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(!reason.contains("the-secret"))
        #expect(transport.exchanges.isEmpty)
        let item: Item = try await client.value(call)
        #expect(item.id == 1)
    }

    @Test(
        "An empty or unsendable key is reported before anything is sent",
        arguments: ["", " \n", "a\nb", "a\u{0}", "key\u{200B}", "\u{200B}", "\u{FEFF}key", "clé"])
    func unusable(secret: String) async {
        let transport = StubTransport("{}")
        let error = await thrown { () async throws(APIFailure) in
            try await client(transport) { StubCredentials.key(secret) }.perform(call)
        }
        guard case .configuration = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(transport.exchanges.isEmpty)
    }

    @Test("A call that is cancelled while it waits for credentials ends at once and sends nothing")
    func cancelledCall() async {
        let vault = Vault()
        let transport = StubTransport("{}")
        let client = client(transport) { StubCredentials.key(try await vault.secret()) }
        let task = Task { [call] in await thrown { () async throws(APIFailure) in try await client.perform(call) } }
        await eventually { vault.asked == 1 }
        task.cancel()
        guard case .cancelled = await task.value else {
            Issue.record("not the expected outcome")
            return
        }
        #expect(transport.exchanges.isEmpty)
    }

    @Test("No printed form of a client contains the key")
    func secrecy() {
        let transport = StubTransport()
        let key = "THE-SECRET"
        let placements: [CredentialPlacement] = [
            .header("X-Api-Key", key), .query("key", key), .cookie("session", key), .bearer(key), .basic(user: key, password: key),
        ]
        let encoded = Data("\(key):\(key)".utf8).base64EncodedString()
        for placement in placements {
            let fixed = APIClient(
                servers: APIClient.Servers(["main": "https://example.test"]), credentials: StubCredentials(placement: placement),
                transport: transport
            )
            let asked = client(transport) { StubCredentials(placement: placement) }
            for value: Any in [placement, StubCredentials(placement: placement), fixed, asked, fixed.credentials, asked.credentials] {
                var text = "\(value) \(String(reflecting: value)) \(String(describing: Mirror(reflecting: value).children.map(\.value)))"
                dump(value, to: &text)
                #expect(!text.contains(key) && !text.contains(encoded), "\(text)")
            }
        }
    }
}
