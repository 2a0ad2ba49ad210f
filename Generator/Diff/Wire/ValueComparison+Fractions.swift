import GeneratorOpenAPI

extension ValueComparison {
    /// Compares how much of a second's fraction the service takes (`x-fraction-digits`). Clients send as much as their document
    /// says, and whole seconds where it says nothing; they read whatever comes.
    mutating func compareFractions() {
        guard old.format == "date-time", new.format == "date-time" else { return }
        switch (old.fractionDigits, new.fractionDigits) {
        case (nil, nil): break
        case (nil, 0?):
            add(.fractionDigitsSet, .risky, "fractions of a second are refused; whole seconds are taken as before", aspect: .type)
        case (nil, let digits?):
            add(
                .fractionDigitsSet, .compatible, "\(digits) digits of a second's fraction are taken; whole seconds are as before",
                aspect: .type)
        case (0?, nil):
            add(
                .fractionDigitsUnset, .compatible, "nobody says any more that fractions of a second are refused; whole seconds are sent",
                aspect: .type)
        case (let digits?, nil):
            add(
                .fractionDigitsUnset, .risky,
                "nobody says any more that fractions of a second are taken; older clients send \(digits) digits, those built anew none",
                aspect: .type)
        case (let before?, let after?) where before < after:
            add(
                .fractionDigitsIncreased, .compatible,
                "\(after) digits of a second's fraction are taken, \(before) before; what was sent is still taken", aspect: .type)
        case (let before?, let after?) where before > after:
            add(
                .fractionDigitsDecreased, .breaking,
                "\(after) digits of a second's fraction are taken, \(before) before; requests with more are refused", aspect: .type)
        default: break
        }
    }
}
