import GeneratorOpenAPI

/// What values must satisfy, by all that is said about them in several places: the tightest bounds, and every pattern.
struct JoinedConstraints: Equatable {
    /// The tightest of all; its pattern and factor are among the others.
    private(set) var tightest: Schema.Constraints
    private(set) var patterns: [String]
    /// What numbers are multiples of, without those that follow from others.
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

    /// Why no value satisfies them all; nil when one may.
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

    /// Of a bound that may be reached and one that may not, the tighter one.
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
