/// Where the spec does not say what a page says.
struct Difference: Hashable, CustomStringConvertible {
    /// What the page says where the spec says something that the page does not.
    static let nothing = "–"

    let fact: Fact
    /// What differs, as the page has it: the fact's value, or the part of a sample that is not the same.
    let page: String
    let specification: String
    /// `file:line:column`, as far as the spec has a place for it.
    let location: String

    var description: String {
        "\(location): \(fact): the page says \(page), the spec \(specification)"
    }

    /// A line for `decisions.txt` that lacks only the reason.
    func decision(for page: String) -> String {
        [page, fact.subject, fact.element, fact.attribute, self.page, specification, "?"].map(escaped).joined(separator: "\t")
    }
}
