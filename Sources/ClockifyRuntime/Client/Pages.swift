import HTTPTypes

/// The entries of every page of a list, each page asked for when the one before has been gone through.
///
///     for try await project in clockify.projects.all(in: workspace) { print(project.name) }
///
/// It ends where the service says so (`Last-Page: true`), at a page that is empty or not full, and at a page that is the
/// same as the one before: some services ignore paging and would answer for ever.
public struct Pages<Element: JSONReadable>: AsyncSequence, Sendable {
    public typealias Failure = ClockifyError

    let client: APIClient
    let call: Call
    let pageParameter: String
    let firstPage: Int
    let pageSize: Int?

    public func makeAsyncIterator() -> Iterator { Iterator(pages: self, nextPage: firstPage) }

    /// All entries in one array.
    public func collect() async throws(ClockifyError) -> [Element] {
        var all: [Element] = []
        var iterator = makeAsyncIterator()
        while let element = try await iterator.next() { all.append(element) }
        return all
    }

    public struct Iterator: AsyncIteratorProtocol {
        let pages: Pages
        var nextPage: Int
        private var entries: [Element] = []
        private var position = 0
        private var isLast = false
        private var previousBody: [UInt8]?

        init(pages: Pages, nextPage: Int) {
            self.pages = pages
            self.nextPage = nextPage
        }

        public mutating func next() async throws(ClockifyError) -> Element? {
            while position == entries.count {
                if isLast { return nil }
                do {
                    try await load()
                } catch {
                    isLast = true
                    throw error
                }
            }
            defer { position += 1 }
            return entries[position]
        }

        private mutating func load() async throws(ClockifyError) {
            var call = pages.call
            call.replaceQuery(pages.pageParameter, String(nextPage))
            let answer = try await pages.client.send(call)
            let isSame = answer.body == previousBody
            entries = isSame ? [] : try pages.client.read(answer, of: call)
            position = 0
            nextPage += 1
            previousBody = answer.body
            switch answer.head.headerFields[.lastPage].map({ $0.lowercased() }) {
            case "true": isLast = true
            case "false" where !entries.isEmpty: isLast = false
            default: isLast = entries.isEmpty || entries.count < pages.pageSize ?? 0
            }
        }
    }
}

extension HTTPField.Name {
    // The text is a token, as RFC 9110 wants; `init?` is for texts that are not known.
    static let lastPage = HTTPField.Name("Last-Page")!
}
