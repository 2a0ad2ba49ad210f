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
    let numbering: PageNumbering
    var startingPage: Int

    public func makeAsyncIterator() -> Iterator { Iterator(pages: self) }

    /// The same entries from a page on, to go on where an earlier run ended.
    ///
    /// - Parameter page: As the service counts: most lists begin with page 1.
    public func starting(at page: Int) -> Self {
        var pages = self
        pages.startingPage = page
        return pages
    }

    /// All entries in one array.
    public func collect() async throws(ClockifyError) -> [Element] {
        var all: [Element] = []
        var iterator = makeAsyncIterator()
        while let element = try await iterator.next() { all.append(element) }
        return all
    }

    public struct Iterator: AsyncIteratorProtocol {
        private let pages: Pages
        /// The page that is asked for next, for ``Pages/starting(at:)``.
        public private(set) var nextPage: Int
        private var entries: [Element] = []
        private var position = 0
        private var isLast = false
        private var previousBody: [UInt8]?

        fileprivate init(pages: Pages) {
            self.pages = pages
            nextPage = pages.startingPage
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
            let numbering = pages.numbering
            let size = call.number(numbering.size, in: numbering.location)
            call.set(numbering.page, to: nextPage, in: numbering.location)
            let answer = try await pages.client.send(call)
            let isSame = answer.body == previousBody
            entries = isSame ? [] : try pages.client.entries(of: answer, at: numbering.items, of: call)
            position = 0
            nextPage += 1
            previousBody = answer.body
            switch answer.head.headerFields[.lastPage].map({ $0.lowercased() }) {
            case "true": isLast = true
            case "false" where !entries.isEmpty: isLast = false
            default: isLast = entries.isEmpty || entries.count < size ?? 0
            }
        }
    }
}

/// How an operation numbers its pages, as the spec says.
public struct PageNumbering: Sendable, Hashable {
    public enum Location: Sendable, Hashable { case query, body }

    /// A query parameter, or a member of the body (`detailedFilter.page`).
    let page: String
    let size: String?
    let first: Int
    let location: Location
    /// The members that lead to the list in the answer; none when the answer is the list.
    let items: [String]
}

extension APIClient {
    /// The entries of the list in an answer: the answer itself, or a member of it.
    fileprivate func entries<Element: JSONReadable>(
        of answer: Answer, at path: [String], of call: Call
    ) throws(ClockifyError) -> [Element] {
        // Some services answer with the bare list where they promise one in an object.
        try read(answer, of: call) { json throws(JSONError) -> [Element]? in try json.list(at: path[...]) }
    }
}

extension JSONReader {
    /// Reads the list at `path`; an absent or null one is empty.
    fileprivate mutating func list<Element: JSONReadable>(at path: ArraySlice<String>) throws(JSONError) -> [Element] {
        guard let name = path.first, try peekKind() == .object else { return try read() ?? [] }
        var list: [Element] = []
        try beginObject()
        while let key = try nextKey() {
            if key == name {
                list = try self.list(at: path.dropFirst())
            } else {
                try skipValue()
            }
        }
        return list
    }
}

extension HTTPField.Name {
    // The text is a token, as RFC 9110 wants; `init?` is for texts that are not known.
    static let lastPage = HTTPField.Name("Last-Page")!
}
