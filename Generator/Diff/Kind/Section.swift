/// The part of a report that an entry belongs to, in the order in which a reviewer reads it.
enum Section: String, Sendable, Codable, CaseIterable, Comparable {
    /// Operations and webhooks that were removed or added, and those that changed as a whole.
    case operations
    /// What operations send and receive.
    case values = "requests-and-responses"
    /// What only changes how Swift code is written.
    case names

    /// The heading in a report.
    var title: String {
        switch self {
        case .operations: "Operations"
        case .values: "Requests and responses"
        case .names: "Names"
        }
    }

    static func < (left: Section, right: Section) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .operations: 0
        case .values: 1
        case .names: 2
        }
    }
}
