/// The effect of a change on code that relied on the previous state.
package enum Verdict: String, Sendable, Codable, Comparable, CaseIterable {
    /// Invisible: a change of wording, or one that only concerns the other side.
    case none
    /// An addition that existing code can ignore.
    case compatible
    /// Most code keeps working. Code that relied on undocumented behavior, or on something no longer specified, does not.
    case risky
    /// Documented behavior no longer works.
    case breaking

    package static func < (left: Verdict, right: Verdict) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .none: 0
        case .compatible: 1
        case .risky: 2
        case .breaking: 3
        }
    }
}
