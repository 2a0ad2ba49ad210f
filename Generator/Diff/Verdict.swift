/// What a change means for those who relied on how things were.
public enum Verdict: String, Sendable, Codable, Comparable, CaseIterable {
    /// Nobody sees it: words, or what concerns only the other side.
    case none
    /// Something new that nobody has to know.
    case compatible
    /// Most go on working; who relied on more than was promised, or on what can no longer be told, does not.
    case risky
    /// What worked as documented does not work any more.
    case breaking

    public static func < (left: Verdict, right: Verdict) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .none: 0
        case .compatible: 1
        case .risky: 2
        case .breaking: 3
        }
    }
}
