import HTTPTypes

/// Asks for one page after the other.
struct PageLoader<Element: JSONReadable>: Sendable {
    let pages: Pages<Element>
    private(set) var nextPage: Int
    private(set) var isAtEnd = false
    /// What pages have come, as the hashes of their bytes: the same bytes again are the same page again.
    private var seen: Set<Int> = []

    init(pages: Pages<Element>, nextPage: Int) {
        self.pages = pages
        self.nextPage = nextPage
    }

    mutating func load() async throws(ClockifyError) -> [Element] {
        do {
            return try await loadNext()
        } catch {
            isAtEnd = true
            throw error
        }
    }

    private mutating func loadNext() async throws(ClockifyError) -> [Element] {
        var call = pages.call
        let numbering = pages.numbering
        let size = call.number(numbering.size, in: numbering.location)
        call.set(numbering.page, to: nextPage, in: numbering.location)
        let answer = try await pages.client.send(call)
        let isNew = seen.insert(answer.body.hashValue).inserted
        let entries: [Element] = isNew ? try pages.client.entries(of: answer, at: numbering.items, of: call) : []
        switch answer.head.headerFields[.lastPage].map({ $0.lowercased() }) {
        case "true": isAtEnd = true
        case "false" where !entries.isEmpty: isAtEnd = false
        default: isAtEnd = entries.isEmpty || entries.count < size ?? 0
        }
        let (next, isTooFar) = nextPage.addingReportingOverflow(1)
        if isTooFar { isAtEnd = true } else { nextPage = next }
        return entries
    }
}

extension APIClient {
    /// The entries of the list in an answer: the answer itself, or a member of it.
    func entries<Element: JSONReadable>(
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
