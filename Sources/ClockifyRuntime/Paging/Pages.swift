import HTTPTypes

/// The entries of all pages of a list. A page is requested when the entries of the previous one have been consumed.
///
///     for try await project in clockify.projects.all(in: workspace) { print(project.name) }
///     for try await entry in clockify.timeEntries.all(in: workspace, user: me).prefetching() { … }
///
/// The sequence ends when the service says so (`Last-Page: true`), at a page that is empty or not full, and when the service returns a
/// page again: some services ignore paging, and the sequence would never end.
public struct Pages<Element: JSONReadable>: AsyncSequence, Sendable {
    /// The error that a request for a page may throw.
    public typealias Failure = APIFailure

    let client: APIClient
    let call: Call
    let numbering: PageNumbering
    var startingPage: Int
    var pagesAhead = 0

    /// Starts a new run over the pages. Each run makes its own calls.
    public func makeAsyncIterator() -> Iterator { Iterator(pages: self) }

    /// Returns the same entries from a page on, to continue where an earlier run ended.
    ///
    /// - Parameter page: The page in the service's numbering: most lists begin with page 1.
    public func starting(at page: Int) -> Self {
        var pages = self
        pages.startingPage = page
        return pages
    }

    /// Returns the same entries, but requests following pages while the entries of a page are consumed.
    ///
    /// Pages are requested one after the other, and none after a page that is the last or fails. The error of a failed page is thrown where
    /// its entries would have been. Ending the iteration cancels the requests under way.
    ///
    /// - Parameter pages: The maximum number of prefetched pages; 0 for none.
    public func prefetching(_ pages: Int = 1) -> Self {
        var copy = self
        copy.pagesAhead = Swift.max(0, pages)
        return copy
    }

    /// Returns all entries in one array.
    public func collect() async throws(APIFailure) -> [Element] {
        var all: [Element] = []
        var iterator = makeAsyncIterator()
        while let element = try await iterator.next() { all.append(element) }
        return all
    }

    /// An iterator that requests the pages one after the other.
    public struct Iterator: AsyncIteratorProtocol {
        private var source: PageSource<Element>
        private var entries: [Element] = []
        private var position = 0

        fileprivate init(pages: Pages) {
            source = PageSource(loader: PageLoader(pages: pages, nextPage: pages.startingPage), pagesAhead: pages.pagesAhead)
        }

        /// The page after the one whose entries are being consumed, for ``Pages/starting(at:)``. After a failure, the page that failed.
        public var nextPage: Int { source.nextPage }

        /// Returns the next entry, and requests another page if necessary; `nil` after the last page.
        public mutating func next() async throws(APIFailure) -> Element? {
            while position == entries.count {
                guard let page = try await source.next() else { return nil }
                entries = page
                position = 0
            }
            defer { position += 1 }
            return entries[position]
        }
    }
}

extension APIClient {
    /// Returns the entries of all pages of a list.
    ///
    /// - Parameters:
    ///   - page: The name of the page number: a query parameter, or a member of the body (`detailedFilter.page`).
    ///   - size: The name of the page size.
    ///   - items: The members that lead to the list in the response.
    @_spi(Generated)
    public func pages<Element: JSONReadable>(
        _ call: Call, page: String, size: String? = nil, first: Int = 1, in location: PageNumbering.Location = .query, items: [String] = []
    ) -> Pages<Element> {
        let numbering = PageNumbering(page: page, size: size, first: first, location: location, items: items)
        return Pages(client: self, call: call, numbering: numbering, startingPage: first)
    }
}
