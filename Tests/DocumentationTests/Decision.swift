import Foundation

/// A recorded decision about a difference between a page and the spec: a line of `decisions.txt`.
struct Decision: Hashable, CustomStringConvertible {
    /// `current` or `legacy`.
    let page: String
    /// `*` stands for every subject.
    let subject: String
    let element: String
    let attribute: String
    let pageSays: String
    let specificationSays: String
    let reason: String

    var description: String {
        "\(page) · \(subject) · \(element) · \(attribute): the page says \(pageSays), the spec \(specificationSays), because \(reason)"
    }

    func covers(_ difference: Difference) -> Bool {
        let fact = difference.fact
        return (subject == "*" || subject == fact.subject) && element == fact.element && attribute == fact.attribute
            && pageSays == difference.page && specificationSays == difference.specification
    }

    static func read(_ file: URL, page: String) throws -> [Decision] {
        let all = try rows(of: file).map { row in
            guard row.count == 7, !row[6].isEmpty, row[6] != "?" else {
                throw FixtureProblem("a decision has seven columns, the last says why: \(row)")
            }
            return Decision(
                page: row[0], subject: row[1], element: row[2], attribute: row[3], pageSays: row[4], specificationSays: row[5],
                reason: row[6])
        }
        if let unknown = all.first(where: { decision in !Page.all.contains { $0.name == decision.page } }) {
            throw FixtureProblem("there is no page \(unknown.page): \(unknown)")
        }
        return all.filter { $0.page == page }
    }
}
