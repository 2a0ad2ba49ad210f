import GeneratorYAML

/// A parsed query: the node where it begins, and the segments that select from there.
struct Query: Sendable {
    /// `true` if the query begins at the node that a filter tests (`@`), `false` if it begins at the root (`$`).
    var isRelative: Bool
    var segments: [Segment] = []

    /// `true` if the query consists only of names and indices.
    var isSingular: Bool { segments.allSatisfy { $0.singular != nil } }
}

/// Selects children of each node, or of each node and all nodes below it.
struct Segment: Sendable {
    let isDescendant: Bool
    let selectors: [Selector]

    /// The only selector, if it is a name or an index of a child.
    var singular: Selector? {
        guard !isDescendant, selectors.count == 1 else { return nil }
        switch selectors[0] {
        case .name, .index: return selectors[0]
        case .wildcard, .slice, .filter: return nil
        }
    }
}

enum Selector: Sendable {
    case name(String)
    case wildcard
    /// Counted from the end if negative.
    case index(Int)
    case slice(start: Int?, end: Int?, step: Int)
    case filter(Condition)
}

/// The condition of a filter.
indirect enum Condition: Sendable {
    case or([Condition])
    case and([Condition])
    case not(Condition)
    /// `true` if the query selects a node.
    case exists(Query)
    case match(PatternMatch)
    case comparison(Operand, Comparison, Operand)
}

enum Comparison: String, Sendable {
    case equal = "=="
    case notEqual = "!="
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case less = "<"
    case greater = ">"
}

/// An expression with a value, which may be missing.
indirect enum Operand: Sendable {
    case literal(Scalar.Value)
    /// A singular query.
    case query(Query)
    /// `length(…)`
    case length(Operand)
    /// `count(…)`
    case count(Query)
    /// `value(…)`
    case value(Query)
}

/// `match(…)` or `search(…)`.
struct PatternMatch: Sendable {
    let text: Operand
    let pattern: Operand
    /// `true` for `match`: the pattern has to match the whole text.
    let isWhole: Bool
    /// The expression, if the pattern is a literal; `nil` inside if it is not valid.
    let compiled: RegularExpression??
    /// The offset of the function in the query.
    let offset: Int
}
