/// The page numbering of an operation, as the spec declares it.
@_spi(Generated)
public struct PageNumbering: Sendable, Hashable {
    /// The part of a request that contains the page number.
    public enum Location: Sendable, Hashable { case query, body }

    /// The name of a query parameter, or the path of a member of the body (`detailedFilter.page`).
    let page: String
    let size: String?
    let first: Int
    let location: Location
    /// The members that lead to the list in the response; empty if the response is the list.
    let items: [String]
}
