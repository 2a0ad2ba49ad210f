/// How an operation numbers its pages, as the spec says.
@_spi(Generated)
public struct PageNumbering: Sendable, Hashable {
    /// Where a request says which page it asks for.
    public enum Location: Sendable, Hashable { case query, body }

    /// A query parameter, or a member of the body (`detailedFilter.page`).
    let page: String
    let size: String?
    let first: Int
    let location: Location
    /// The members that lead to the list in the answer; none when the answer is the list.
    let items: [String]
}
