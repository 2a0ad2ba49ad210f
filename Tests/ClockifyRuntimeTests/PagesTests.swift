import Testing

@testable import ClockifyRuntime

@Suite("Every page, one after the other")
struct PagesTests {
    private func page(_ ids: [Int], last: String? = nil) -> Result<TransportResponse, any Error> {
        let body = "[" + ids.map { "{\"id\":\($0)}" }.joined(separator: ",") + "]"
        return .success(.json(body, fields: last.map { ["Last-Page": $0] } ?? [:]))
    }

    private func collect(
        _ answers: [Result<TransportResponse, any Error>], size: Int? = nil, first: Int = 1
    ) async throws -> (ids: [Int], paths: [String]) {
        let transport = StubTransport(answers)
        var call = Call("list", .get, "/items", service: "main")
        call.query("size", size)
        let pages: Pages<Item> = APIClient.stub(transport).pages(call, page: "page", size: "size", first: first)
        let ids = try await pages.collect().map(\.id)
        return (ids, transport.exchanges.compactMap(\.request.path))
    }

    @Test("Ends where the service says that it is the last")
    func lastPage() async throws {
        let result = try await collect([page([1, 2], last: "false"), page([3], last: "true")])
        #expect(result.ids == [1, 2, 3])
        #expect(result.paths == ["/api/items?page=1", "/api/items?page=2"])
    }

    @Test("Ends at an empty page when the service says nothing")
    func emptyPage() async throws {
        let result = try await collect([page([1]), page([2]), page([])], first: 0)
        #expect(result.ids == [1, 2])
        #expect(result.paths.first == "/api/items?page=0")
        #expect(result.paths.count == 3)
    }

    @Test("Ends at a page that is not full when the size is known")
    func shortPage() async throws {
        let result = try await collect([page([1, 2]), page([3])], size: 2)
        #expect(result.ids == [1, 2, 3])
        #expect(result.paths.count == 2)
    }

    @Test("A service that ignores paging and answers the same for ever is left after the second time")
    func samePage() async throws {
        let result = try await collect(Array(repeating: page([1, 2]), count: 10))
        #expect(result.ids == [1, 2])
        #expect(result.paths.count == 2)
    }

    @Test("An empty page ends it even where the service says that more follow")
    func emptyAndNotLast() async throws {
        let result = try await collect([page([1], last: "false"), page([], last: "false"), page([9])])
        #expect(result.ids == [1])
    }

    @Test("A failure in the middle is thrown once, after the entries before it")
    func failure() async throws {
        let transport = StubTransport([page([1], last: "false"), .success(.json("{}", status: 500))])
        var client = APIClient.stub(transport)
        client.options.retries = .never
        let pages: Pages<Item> = client.pages(Call("list", .get, "/items", service: "main"), page: "page", first: 1)
        var iterator = pages.makeAsyncIterator()
        #expect(try await iterator.next()?.id == 1)
        #expect(await thrown { () async throws(ClockifyError) in try await iterator.next() } != nil)
        #expect(try await iterator.next() == nil)
        #expect(transport.exchanges.count == 2)
    }

    @Test("Asks for no page before it is wanted")
    func lazy() async throws {
        let transport = StubTransport([page([1], last: "false"), page([2], last: "true")])
        let pages: Pages<Item> = APIClient.stub(transport).pages(Call("list", .get, "/items", service: "main"), page: "page", first: 1)
        var iterator = pages.makeAsyncIterator()
        #expect(transport.exchanges.isEmpty)
        _ = try await iterator.next()
        #expect(transport.exchanges.count == 1)
    }
}
