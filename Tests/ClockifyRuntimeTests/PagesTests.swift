import HTTPTypes
import Testing

@_spi(Generated) @testable import ClockifyRuntime

@Suite("Page sequences")
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

    @Test("The sequence ends where the service marks the last page")
    func lastPage() async throws {
        let result = try await collect([page([1, 2], last: "false"), page([3], last: "true")])
        #expect(result.ids == [1, 2, 3])
        #expect(result.paths == ["/api/items?page=1", "/api/items?page=2"])
    }

    @Test("The sequence ends at an empty page if the service does not mark the last one")
    func emptyPage() async throws {
        let result = try await collect([page([1]), page([2]), page([])], first: 0)
        #expect(result.ids == [1, 2])
        #expect(result.paths.first == "/api/items?page=0")
        #expect(result.paths.count == 3)
    }

    @Test("The sequence ends at a partial page if the page size is known")
    func shortPage() async throws {
        let result = try await collect([page([1, 2]), page([3])], size: 2)
        #expect(result.ids == [1, 2, 3])
        #expect(result.paths.count == 2)
    }

    @Test("A page with null entries counts as full by its received size")
    func nullEntry() async throws {
        let full = Result<TransportResponse, any Error>.success(.json(#"[{"id":1},null]"#, fields: [:]))
        #expect(try await collect([full, page([3])], size: 2).ids == [1, 3])
        let nulls = Result<TransportResponse, any Error>.success(.json("[null,null]", fields: [:]))
        #expect(try await collect([nulls, page([3])], size: 2).ids == [3])
        #expect(try await collect([page([1, 2]), .success(.json("null", fields: [:]))], size: 2).ids == [1, 2])
    }

    @Test("The sequence ends if a service ignores paging and returns the same page twice")
    func samePage() async throws {
        let result = try await collect(Array(repeating: page([1, 2]), count: 10))
        #expect(result.ids == [1, 2])
        #expect(result.paths.count == 2)
    }

    @Test("An empty page ends the sequence even if the service announces more")
    func emptyAndNotLast() async throws {
        let result = try await collect([page([1], last: "false"), page([], last: "false"), page([9])])
        #expect(result.ids == [1])
    }

    @Test("A failure in the middle is thrown once, after the preceding entries")
    func failure() async throws {
        let transport = StubTransport([page([1], last: "false"), .success(.json("{}", status: 500))])
        var client = APIClient.stub(transport)
        client.options.retries = .never
        let pages: Pages<Item> = client.pages(Call("list", .get, "/items", service: "main"), page: "page", first: 1)
        var iterator = pages.makeAsyncIterator()
        #expect(try await iterator.next()?.id == 1)
        #expect(await thrown { () async throws(APIFailure) in try await iterator.next() } != nil)
        #expect(try await iterator.next() == nil)
        #expect(transport.exchanges.count == 2)
    }

    @Test("No page is requested before it is needed")
    func lazy() async throws {
        let transport = StubTransport([page([1], last: "false"), page([2], last: "true")])
        let pages: Pages<Item> = APIClient.stub(transport).pages(Call("list", .get, "/items", service: "main"), page: "page", first: 1)
        var iterator = pages.makeAsyncIterator()
        #expect(transport.exchanges.isEmpty)
        _ = try await iterator.next()
        #expect(transport.exchanges.count == 1)
    }

    @Test("The sequence ends if the service repeats an earlier page")
    func circle() async throws {
        let result = try await collect([page([1]), page([2]), page([1]), page([2])])
        #expect(result.ids == [1, 2])
        #expect(result.paths.count == 3)
    }

    @Test("The sequence can start at any page and reports the next one")
    func resumption() async throws {
        let transport = StubTransport([page([7], last: "false"), page([8], last: "true")])
        let pages: Pages<Item> = APIClient.stub(transport).pages(Call("list", .get, "/items", service: "main"), page: "page", first: 1)
        var iterator = pages.starting(at: 4).makeAsyncIterator()
        #expect(iterator.nextPage == 4)
        _ = try await iterator.next()
        #expect(iterator.nextPage == 5)
        #expect(try await iterator.next()?.id == 8)
        #expect(transport.exchanges.map(\.request.path) == ["/api/items?page=4", "/api/items?page=5"])
    }

    @Test("The largest page number does not trap")
    func largestPage() async throws {
        let transport = StubTransport([page([7], last: "false")])
        let pages: Pages<Item> = APIClient.stub(transport).pages(Call("list", .get, "/items", service: "main"), page: "page", first: 1)
        #expect(try await pages.starting(at: .max).collect().map(\.id) == [7])
    }
}

@Suite("Prefetched pages")
struct PrefetchTests {
    private func pages(_ transport: any ClientTransport, ahead: Int) -> Pages<Item> {
        var client = APIClient(servers: APIClient.Servers(["main": "https://example.test"]), transport: transport)
        client.options.retries = .never
        return client.pages(Call("list", .get, "/items", service: "main"), page: "page", first: 1).prefetching(ahead)
    }

    /// Responds page by page, and records which pages were requested and which requests were cancelled.
    private final class PagedTransport: ClientTransport {
        let answer: @Sendable (Int) async throws -> TransportResponse
        private let state = Lock((asked: [Int](), cancelled: [Int]()))
        var asked: [Int] { state.withLock { $0.asked } }
        var cancelled: [Int] { state.withLock { $0.cancelled } }

        init(_ answer: @escaping @Sendable (Int) async throws -> TransportResponse) { self.answer = answer }

        func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
            let page = request.path?.split(separator: "=").last.flatMap { Int($0) } ?? 0
            state.withLock { $0.asked.append(page) }
            do {
                return try await answer(page)
            } catch is CancellationError {
                state.withLock { $0.cancelled.append(page) }
                throw CancellationError()
            }
        }
    }

    private static func page(_ number: Int, of last: Int) -> TransportResponse {
        .json(#"[{"id":\#(number)}]"#, fields: ["Last-Page": "\(number == last)"])
    }

    @Test(
        "The number of prefetched pages is limited, their order is kept, and none is requested after the last", arguments: [0, 1, 3, 100])
    func bounded(ahead: Int) async throws {
        let transport = PagedTransport { PrefetchTests.page($0, of: 9) }
        var iterator = pages(transport, ahead: ahead).makeAsyncIterator()
        var ids: [Int] = []
        while let item = try await iterator.next() {
            ids.append(item.id)
            let expected = min(item.id + ahead, 9)
            while transport.asked.count < expected { await Task.yield() }
            for _ in 0..<100 { await Task.yield() }
            #expect(transport.asked.count == expected)
            #expect(iterator.nextPage == item.id + 1)
        }
        #expect(ids == Array(1...9))
        #expect(transport.asked == ids)
    }

    @Test("A failure is thrown once in place of its entries, and no page is requested after it")
    func failure() async throws {
        let transport = PagedTransport { $0 == 3 ? .json("{}", status: 500) : PrefetchTests.page($0, of: 9) }
        var iterator = pages(transport, ahead: 5).makeAsyncIterator()
        #expect(try await iterator.next()?.id == 1)
        while transport.asked.count < 3 { await Task.yield() }
        #expect(try await iterator.next()?.id == 2)
        let error = await thrown { () async throws(APIFailure) in try await iterator.next() }
        guard case .response = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(iterator.nextPage == 3)
        #expect(try await iterator.next() == nil)
        #expect(transport.asked == [1, 2, 3])
    }

    @Test("Ending the iteration cancels pending requests")
    func stopping() async throws {
        let transport = PagedTransport { page in
            if page > 1 { try await Task.sleep(for: .seconds(86_400)) }
            return PrefetchTests.page(page, of: 9)
        }
        for try await _ in pages(transport, ahead: 2) {
            while transport.asked.count < 2 { await Task.yield() }
            break
        }
        while transport.cancelled.isEmpty { await Task.yield() }
        #expect(transport.asked == [1, 2])
    }

    @Test("Cancelling the task that waits for a page ends the wait")
    func cancellation() async throws {
        let transport = PagedTransport { page in
            if page > 1 { try await Task.sleep(for: .seconds(86_400)) }
            return PrefetchTests.page(page, of: 9)
        }
        let pages = pages(transport, ahead: 1)
        let task = Task { await thrown { () async throws(APIFailure) in try await pages.collect() } }
        while transport.asked.count < 2 { await Task.yield() }
        task.cancel()
        guard case .cancelled = await task.value else {
            Issue.record("not the expected outcome")
            return
        }
    }
}
