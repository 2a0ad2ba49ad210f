@_spi(Generated) @testable import ClockifyRuntime
import Testing

/// An API in the form of generated code.
private struct FakedAPI: GeneratedAPI {
    let client: APIClient

    func item(_ id: Int) async throws(APIFailure) -> Item {
        var call = Call("item", .get, "/items/{id}", service: "main")
        call.path("id", id)
        return try await client.value(call)
    }

    func maybe() async throws(APIFailure) -> Item? { try await client.optionalValue(Call("maybe", .get, "/maybe", service: "main")) }

    func plainText() async throws(APIFailure) -> String { try await client.text(Call("plainText", .get, "/plain", service: "other")) }

    func jsonText() async throws(APIFailure) -> String { try await client.value(Call("jsonText", .get, "/json", service: "other")) }

    func add(_ name: String) async throws(APIFailure) {
        var call = Call("add", .post, "/items", service: "main")
        call.json(JSONValue.object(["name": .string(name)]))
        try await client.perform(call)
    }

    func names(_ names: [String]? = nil, first: Int? = nil) async throws(APIFailure) -> [String] {
        var call = Call("names", .get, "/names", service: "main")
        call.query("name", names)
        call.query("first", first)
        return try await client.value(call)
    }
}

@Suite("Fakes of any API")
struct FakeServiceTests {
    private let fake = FakeService<FakedAPI>()

    @Test("A text is answered as JSON or plain, whichever the operation returns")
    func texts() async throws {
        fake.answer(with: "a \"word\"") { try await $0.plainText() }
        fake.answer(with: "a \"word\"") { try await $0.jsonText() }
        #expect(try await fake.api.plainText() == "a \"word\"")
        #expect(try await fake.api.jsonText() == "a \"word\"")
    }

    @Test("No value is an empty response")
    func noValue() async throws {
        fake.answer(with: nil, times: 1) { try await $0.maybe() }
        fake.answer(json: #"{"id": 3}"#) { try await $0.maybe() }
        #expect(try await fake.api.maybe() == nil)
        #expect(try await fake.api.maybe()?.id == 3)
    }

    @Test("An answer that is not one is refused when the first call is made")
    func unfittingAnswer() async {
        fake.answer { _ = try await $0.item(1) }
        let failure = await thrown { () async throws(APIFailure) in try await fake.api.add("x") }
        #expect(failure.map { "\($0)".hasPrefix("the fake cannot answer: the answer to item is not one: ") } == true)
    }

    @Test("Query parameters that the description has must be the same, repeated ones included")
    func query() async throws {
        fake.answer(with: ["both"], times: 1) { try await $0.names(["a", "b"]) }
        fake.answer(with: ["any first"]) { try await $0.names(["*"], first: 2) }
        #expect(try await fake.api.names(["b", "a", "c"], first: 1) == ["both"])
        #expect(try await fake.api.names(["c"], first: 2) == ["any first"])
        #expect(await thrown { () async throws(APIFailure) in try await fake.api.names(["c"], first: 3) } != nil)
        let failure = await thrown { () async throws(APIFailure) in try await fake.api.names() }
        #expect(
            failure.map { "\($0)" }
                == "the fake has no answer to names: GET /names; it answers names: GET /names?name=a&name=b (used up), names: GET "
                + "/names?name=*&first=2")
    }

    @Test("A fake without answers says so, and keeps the call")
    func noAnswers() async {
        let failure = await thrown { () async throws(APIFailure) in try await fake.api.add("x") }
        #expect(failure.map { "\($0)" } == "the fake has no answer to add: POST /items; it has no answers")
        #expect(fake.unexpectedCalls.map(\.description) == ["add: POST /items"])
        #expect(fake.calls.first.map { String(decoding: $0.body, as: UTF8.self) } == #"{"name":"x"}"#)
    }

    @Test("The longest wait between attempts takes no time, and a timeout is not shortened by it")
    func waits() async throws {
        fake.fail(with: .rateLimited(retryAfter: 30), times: 3) { try await $0.item(1) }
        fake.answer(json: #"{"id": 1}"#) { try await $0.item(1) }
        let begin = ContinuousClock.now
        let api = fake.api.with { $0.timeout = .seconds(1000) }
        for _ in 0..<2 { #expect(try await api.item(1).id == 1) }
        #expect(ContinuousClock.now - begin < .seconds(20))
        #expect(fake.calls.count == 5)
    }

    @Test("What an answer throws is told, and not taken for an answer")
    func brokenAnswer() async {
        fake.answer { _ throws -> [String] in
            throw JSONError(reason: "made up", offset: 0, in: [])
        } to: {
            try await $0.names()
        }
        let failure = await thrown { () async throws(APIFailure) in try await fake.api.names() }
        #expect(failure.map { "\($0)".hasPrefix("the fake cannot answer names: GET /names: ") } == true)
    }

    @Test("Several tasks can call at once, and an answer that is given once is given once")
    func concurrency() async {
        fake.answer(with: ["once"], times: 1) { try await $0.names() }
        fake.answer(with: ["later"]) { try await $0.names() }
        let api = fake.api
        let answers = await withTaskGroup(of: [String].self) { group in
            for _ in 0..<50 { group.addTask { (try? await api.names()) ?? [] } }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(answers.count == 50 && answers.count { $0 == "once" } == 1)
    }
}
