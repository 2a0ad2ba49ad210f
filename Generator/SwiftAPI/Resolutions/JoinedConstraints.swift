import GeneratorOpenAPI

/// The combined constraints on a value that the spec describes in several places: the tightest bounds and every pattern.
struct JoinedConstraints: Equatable {
    /// The tightest constraints. Their pattern and factor are also in ``patterns`` and ``factors``.
    private(set) var tightest: Schema.Constraints
    private(set) var patterns: [String]
    /// The factors that numbers must be multiples of, without those that other factors imply.
    private(set) var factors: [Number]

    init(_ constraints: Schema.Constraints) {
        tightest = constraints
        patterns = [constraints.pattern].compactMap { $0 }
        factors = [constraints.multipleOf].compactMap { $0 }
        tightenBounds()
    }

    mutating func join(_ other: JoinedConstraints) {
        let constraints = other.tightest
        tightest.minLength = larger(tightest.minLength, constraints.minLength)
        tightest.maxLength = smaller(tightest.maxLength, constraints.maxLength)
        tightest.minItems = larger(tightest.minItems, constraints.minItems)
        tightest.maxItems = smaller(tightest.maxItems, constraints.maxItems)
        tightest.minProperties = larger(tightest.minProperties, constraints.minProperties)
        tightest.maxProperties = smaller(tightest.maxProperties, constraints.maxProperties)
        tightest.uniqueItems = tightest.uniqueItems || constraints.uniqueItems
        tightest.minimum = tighter(tightest.minimum, constraints.minimum, max)
        tightest.exclusiveMinimum = tighter(tightest.exclusiveMinimum, constraints.exclusiveMinimum, max)
        tightest.maximum = tighter(tightest.maximum, constraints.maximum, min)
        tightest.exclusiveMaximum = tighter(tightest.exclusiveMaximum, constraints.exclusiveMaximum, min)
        tightenBounds()
        for pattern in other.patterns where !patterns.contains(pattern) { patterns.append(pattern) }
        for factor in other.factors { add(factor) }
    }

    /// The reason why no value can satisfy all constraints; `nil` if a value may.
    var problem: String? {
        for (low, high, unit) in [
            (tightest.minLength, tightest.maxLength, "characters"), (tightest.minItems, tightest.maxItems, "items"),
            (tightest.minProperties, tightest.maxProperties, "members"),
        ] {
            if let low, let high, low > high { return "at least \(low) and at most \(high) \(unit) are allowed" }
        }
        guard let low = tightest.minimum ?? tightest.exclusiveMinimum, let high = tightest.maximum ?? tightest.exclusiveMaximum else {
            return nil
        }
        let isEmpty = high < low || low == high && (tightest.minimum == nil || tightest.maximum == nil)
        guard isEmpty else { return nil }
        let (above, below) = (tightest.minimum == nil ? "more than" : "at least", tightest.maximum == nil ? "less than" : "at most")
        return "\(above) \(low.text) and \(below) \(high.text) are allowed"
    }

    /// Keeps the tighter bound where both an inclusive and an exclusive one are given.
    private mutating func tightenBounds() {
        if let inclusive = tightest.minimum, let exclusive = tightest.exclusiveMinimum {
            if exclusive < inclusive { tightest.exclusiveMinimum = nil } else { tightest.minimum = nil }
        }
        if let inclusive = tightest.maximum, let exclusive = tightest.exclusiveMaximum {
            if inclusive < exclusive { tightest.exclusiveMaximum = nil } else { tightest.maximum = nil }
        }
    }

    private mutating func add(_ factor: Number) {
        guard !factors.contains(where: { $0.isMultiple(of: factor) }) else { return }
        factors.removeAll { factor.isMultiple(of: $0) }
        factors.append(factor)
    }

    private func larger(_ left: Int?, _ right: Int?) -> Int? { tighter(left, right, max) }
    private func smaller(_ left: Int?, _ right: Int?) -> Int? { tighter(left, right, min) }

    private func tighter<Bound>(_ left: Bound?, _ right: Bound?, _ choose: (Bound, Bound) -> Bound) -> Bound? {
        guard let left, let right else { return left ?? right }
        return choose(left, right)
    }
}
