// Bounds are the service's numbers, and problems state whole units, as callers write them.

@_spi(Generated)
extension Rules {
    /// Checks the bounds of an amount, and that it is a multiple of a factor.
    public mutating func integer<Unit>(
        _ value: ScaledInteger<Unit>?, min: Int64? = nil, above: Int64? = nil, max: Int64? = nil, below: Int64? = nil,
        multipleOf factor: Int64? = nil, at name: String?, in location: RequestProblem.Location = .body
    ) {
        guard let value else { return }
        func text(_ number: Int64) -> String { ScaledInteger<Unit>(rawValue: number).description }
        bounds(value.rawValue, min: min, above: above, max: max, below: below, at: name, in: location, text: text)
        if let factor, factor != 0, !value.rawValue.isMultiple(of: factor) {
            add(.multipleOf(text(factor)), size: "is \(value)", at: name, in: location)
        }
    }

    /// Checks an amount that the service stores in 32 bits.
    public mutating func int32<Unit>(
        _ value: ScaledInteger<Unit>?, min: Int64? = nil, above: Int64? = nil, max: Int64? = nil, below: Int64? = nil,
        multipleOf factor: Int64? = nil, at name: String?, in location: RequestProblem.Location = .body
    ) {
        let low = above == nil ? min ?? Int64(Int32.min) : min
        let high = below == nil ? max ?? Int64(Int32.max) : max
        integer(value, min: low, above: above, max: high, below: below, multipleOf: factor, at: name, in: location)
    }

    /// Checks the bounds of a number with a unit, and that it is a multiple of a factor.
    public mutating func number<Unit>(
        _ value: ScaledNumber<Unit>?, min: Double? = nil, above: Double? = nil, max: Double? = nil, below: Double? = nil,
        multipleOf factor: Double? = nil, at name: String?, in location: RequestProblem.Location = .body
    ) {
        guard let value else { return }
        func text(_ number: Double) -> String { ScaledNumber<Unit>(rawValue: number).description }
        bounds(value.rawValue, min: min, above: above, max: max, below: below, at: name, in: location, text: text)
        if let factor, factor > 0, !value.rawValue.isMultiple(of: factor) {
            add(.multipleOf(text(factor)), size: "is \(value)", at: name, in: location)
        }
    }
}

extension Double {
    /// Returns `true` if the number is a multiple of the factor, up to the error of the division.
    func isMultiple(of factor: Double) -> Bool {
        let quotient = self / factor
        return !(abs(quotient - quotient.rounded()) > 1e-9)
    }
}
