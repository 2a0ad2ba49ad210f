/// A difference between a page and the spec.
struct Difference: Hashable, CustomStringConvertible {
    /// The placeholder for a side that states nothing.
    static let nothing = "–"

    let fact: Fact
    /// The page's side of the difference: the fact's value, or the differing part of a sample.
    let page: String
    let specification: String
    /// `file:line:column`, as precise as the place in the spec is known.
    let location: String

    var description: String {
        "\(location): \(fact): the page says \(page), the spec \(specification)"
    }

    /// A line for `decisions.txt` without the reason.
    func decision(for page: String) -> String {
        [page, fact.subject, fact.element, fact.attribute, self.page, specification, "?"].map(escaped).joined(separator: "\t")
    }
}
