import GeneratorOpenAPI

extension ValueComparison {
    /// Compares the units of numbers (`x-unit`). The number alone does not show that it means something else now.
    mutating func compareUnits() {
        switch (old.unit, new.unit) {
        case (nil, let unit?):
            add(
                .unitSet, .compatible, "its unit is documented now: \(unit.words); the number itself is as before", aspect: .type)
        case (let unit?, nil):
            add(.unitUnset, .risky, "its unit is no longer documented, which was \(unit.words)", aspect: .type)
        case (let before?, let after?) where !before.meansTheSame(as: after):
            add(
                .unitChanged, .breaking,
                "the unit changed from \(before.words) to \(after.words); "
                    + (target.isRequest ? "existing requests mean another amount" : "existing clients read another amount"), aspect: .type)
        default: break
        }
    }
}
