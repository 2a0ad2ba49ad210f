import GeneratorOpenAPI

extension ValueComparison {
    /// Compares whether a date and time is a point in time or a wall-clock time (`x-wall-clock`). The text has the same form, so both sides
    /// still accept it, but read it as different times.
    mutating func compareClocks() {
        guard old.format == new.format else { return }
        switch (old.wallClock, new.wallClock) {
        case (nil, let zone?):
            add(.wallClockSet, .risky, "it is what clocks show in \(zone), and was documented as a point in time", aspect: .type)
        case (let zone?, nil):
            add(.wallClockUnset, .risky, "it is a point in time, and was documented as what clocks show in \(zone)", aspect: .type)
        default: break
        }
    }

    /// Compares the number of fractional-second digits that the service accepts (`x-fraction-digits`). Clients send as many as
    /// their document declares, or whole seconds if it declares none. They read any number of digits.
    mutating func compareFractions() {
        guard old.format == "date-time", new.format == "date-time" else { return }
        switch (old.fractionDigits, new.fractionDigits) {
        case (nil, nil): break
        case (nil, 0?):
            add(.fractionDigitsSet, .risky, "fractions of a second are rejected; whole seconds are still accepted", aspect: .type)
        case (nil, let digits?):
            add(
                .fractionDigitsSet, .compatible, "\(digits) digits of a second's fraction are accepted; whole seconds still are",
                aspect: .type)
        case (0?, nil):
            add(
                .fractionDigitsUnset, .compatible, "fractions of a second are no longer documented as rejected; clients send whole seconds",
                aspect: .type)
        case (let digits?, nil):
            add(
                .fractionDigitsUnset, .risky,
                "fractions of a second are no longer documented as accepted; existing clients send \(digits) digits, regenerated ones none",
                aspect: .type)
        case (let before?, let after?) where before < after:
            add(
                .fractionDigitsIncreased, .compatible,
                "\(after) digits of a second's fraction are accepted, \(before) before; existing requests are still accepted", aspect: .type
            )
        case (let before?, let after?) where before > after:
            add(
                .fractionDigitsDecreased, .breaking,
                "\(after) digits of a second's fraction are accepted, \(before) before; requests with more are rejected", aspect: .type)
        default: break
        }
    }
}
