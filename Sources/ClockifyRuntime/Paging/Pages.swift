import HTTPTypes

/// The entries of every page of a list, each page asked for when the one before has been gone through.
///
///     for try await project in clockify.projects.all(in: workspace) { print(project.name) }
///     for try await entry in clockify.timeEntries.all(in: workspace, user: me).prefetching() { … }
///
/// It ends where the service says so (`Last-Page: true`), at a page that is empty or not full, and at a page that has come
/// before: some services ignore paging and would answer for ever.
public struct Pages<Element: JSONReadable>: AsyncSequence, Sendable {
    /// The error that a page may end with.
    public typealias Failure = APIFailure

    let client: APIClient
    let call: Call
    let numbering: PageNumbering
    var startingPage: Int
    var pagesAhead = 0

    public func makeAsyncIterator() -> Iterator { Iterator(pages: self) }

    /// The same entries from a page on, to go on where an earlier run ended.
    ///
    /// - Parameter page: As the service counts: most lists begin with page 1.
    public func starting(at page: Int) -> Self {
        var pages = self
        pages.startingPage = page
        return pages
    }

    /// The same entries, with following pages asked for while a page is gone through.
    ///
    /// They are asked for one after the other, none after one that is the last or fails; its failure is thrown where its entries would have come.
    /// Whoever stops going through the entries ends what is under way.
    ///
    /// - Parameter pages: How many pages may wait; 0 for none.
    public func prefetching(_ pages: Int = 1) -> Self {
        var copy = self
        copy.pagesAhead = Swift.max(0, pages)
        return copy
    }

    /// All entries in one array.
    public func collect() async throws(APIFailure) -> [Element] {
        var all: [Element] = []
        var iterator = makeAsyncIterator()
        while let element = try await iterator.next() { all.append(element) }
        return all
    }

    /// Requests the pages one after the other.
    public struct Iterator: AsyncIteratorProtocol {
        private var source: PageSource<Element>
        private var entries: [Element] = []
        private var position = 0

        fileprivate init(pages: Pages) {
            source = PageSource(loader: PageLoader(pages: pages, nextPage: pages.startingPage), pagesAhead: pages.pagesAhead)
        }

        /// The page that comes after the one whose entries are gone through, for ``Pages/starting(at:)``; after a failure, the page
        /// that failed.
        public var nextPage: Int { source.nextPage }

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
    /// The entries of every page.
    ///
    /// - Parameters:
    ///   - page: What numbers the page: a query parameter, or a member of the body (`detailedFilter.page`).
    ///   - size: What says how many entries a page has.
    ///   - items: The members that lead to the list in the answer.
    @_spi(Generated)
    public func pages<Element: JSONReadable>(
        _ call: Call, page: String, size: String? = nil, first: Int = 1, in location: PageNumbering.Location = .query, items: [String] = []
    ) -> Pages<Element> {
        let numbering = PageNumbering(page: page, size: size, first: first, location: location, items: items)
        return Pages(client: self, call: call, numbering: numbering, startingPage: first)
    }
}
