import HTTPTypes

/// Requests one page after the other.
struct PageLoader<Element: JSONReadable>: Sendable {
    let pages: Pages<Element>
    private(set) var nextPage: Int
    private(set) var isAtEnd = false
    /// The hashes of the pages received so far. The same bytes mean the same page.
    private var seen: Set<Int> = []

    init(pages: Pages<Element>, nextPage: Int) {
        self.pages = pages
        self.nextPage = nextPage
    }

    mutating func load() async throws(APIFailure) -> [Element] {
        do {
            return try await loadNext()
        } catch {
            isAtEnd = true
            throw error
        }
    }

    private mutating func loadNext() async throws(APIFailure) -> [Element] {
        var call = pages.call
        let numbering = pages.numbering
        let size = call.number(numbering.size, in: numbering.location)
        call.set(numbering.page, to: nextPage, in: numbering.location)
        let answer = try await pages.client.send(call)
        let isNew = seen.insert(answer.body.hashValue).inserted
        let page = isNew ? try pages.client.page(of: answer, at: numbering.items, of: call) : Page<Element>()
        switch answer.head.headerFields[.lastPage].map({ $0.lowercased() }) {
        case "true": isAtEnd = true
        case "false" where page.length > 0: isAtEnd = false
        default: isAtEnd = page.length == 0 || page.length < size ?? 0
        }
        let (next, isTooFar) = nextPage.addingReportingOverflow(1)
        if isTooFar { isAtEnd = true } else { nextPage = next }
        return page.entries
    }
}

/// The entries of one page.
private struct Page<Element: JSONReadable>: Sendable {
    var entries: [Element] = []
    /// The number of entries that the service sent, including nulls. It decides whether a page is full.
    var length = 0
}

extension APIClient {
    /// Returns the list in a response: the response itself, or a member of it.
    fileprivate func page<Element: JSONReadable>(
        of answer: Answer, at path: [String], of call: Call
    ) throws(APIFailure) -> Page<Element> {
        // Some services respond with the bare list where they document one inside an object.
        try read(answer, of: call) { json throws(JSONError) -> Page<Element>? in try json.page(at: path[...]) }
    }
}

extension JSONReader {
    /// Reads the list at `path`. An absent or null list is read as empty.
    fileprivate mutating func page<Element: JSONReadable>(at path: ArraySlice<String>) throws(JSONError) -> Page<Element> {
        var page = Page<Element>()
        guard let name = path.first, try peekKind() == .object else {
            guard try beginArrayUnlessNull() else { return page }
            while try nextElement() {
                page.length += 1
                if !Element.keepsNull, try readNull() { continue }
                page.entries.append(try Element(from: &self))
            }
            return page
        }
        try beginObject()
        while let key = try nextKey() {
            if key == name {
                page = try self.page(at: path.dropFirst())
            } else {
                try skipValue()
            }
        }
        return page
    }
}
