#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

// Sums and differences are exact. What does not fit throws, as it does for `ISODuration`.

extension ScaledInteger {
    /// Adds two amounts exactly.
    ///
    /// - Throws: ``ScaledValueError`` if the result is too large.
    public static func + (one: Self, other: Self) throws(ScaledValueError) -> Self {
        let (sum, overflows) = one.rawValue.addingReportingOverflow(other.rawValue)
        guard !overflows else { throw ScaledValueError(.tooLarge, one.decimal + other.decimal, digits: Unit.digits) }
        return Self(rawValue: sum)
    }

    /// Subtracts an amount exactly.
    ///
    /// - Throws: ``ScaledValueError`` if the result is too large.
    public static func - (one: Self, other: Self) throws(ScaledValueError) -> Self {
        let (difference, overflows) = one.rawValue.subtractingReportingOverflow(other.rawValue)
        guard !overflows else { throw ScaledValueError(.tooLarge, one.decimal - other.decimal, digits: Unit.digits) }
        return Self(rawValue: difference)
    }

    /// Multiplies an amount by a whole number exactly.
    ///
    /// - Throws: ``ScaledValueError`` if the result is too large.
    public static func * (amount: Self, factor: Int) throws(ScaledValueError) -> Self {
        let (product, overflows) = amount.rawValue.multipliedReportingOverflow(by: Int64(factor))
        guard !overflows else { throw ScaledValueError(.tooLarge, amount.decimal * Decimal(factor), digits: Unit.digits) }
        return Self(rawValue: product)
    }

    /// Returns the amount with the other sign.
    ///
    /// - Throws: ``ScaledValueError`` if the result is too large. Only the negative of the smallest amount is.
    public static prefix func - (amount: Self) throws(ScaledValueError) -> Self { try zero - amount }

    /// Adds an amount exactly. If this throws, the left side is unchanged.
    public static func += (one: inout Self, other: Self) throws(ScaledValueError) { one = try one + other }

    /// Subtracts an amount exactly. If this throws, the left side is unchanged.
    public static func -= (one: inout Self, other: Self) throws(ScaledValueError) { one = try one - other }
}

extension ScaledNumber {
    /// Adds two values exactly.
    ///
    /// - Throws: ``ScaledValueError`` if the result has more digits than a `Double` can hold. Add the ``decimal``s then.
    public static func + (one: Self, other: Self) throws(ScaledValueError) -> Self {
        let (left, right) = (one.decimal, other.decimal)
        let sum = left + right
        // A `Decimal` has 38 digits, and drops those beyond.
        guard sum.isNaN || sum - left == right && sum - right == left else {
            throw ScaledValueError(.tooManyDigits, sum, digits: Unit.digits)
        }
        return try Self(sum)
    }

    /// Subtracts a value exactly.
    ///
    /// - Throws: ``ScaledValueError`` if the result has more digits than a `Double` can hold. Subtract the ``decimal``s then.
    public static func - (one: Self, other: Self) throws(ScaledValueError) -> Self { try one + -other }

    /// Multiplies a value by a whole number exactly.
    ///
    /// - Throws: ``ScaledValueError`` if the result has more digits than a `Double` can hold. Multiply the ``decimal`` then.
    public static func * (value: Self, factor: Int) throws(ScaledValueError) -> Self { try Self(value.decimal * Decimal(factor)) }

    /// Returns the value with the other sign.
    public static prefix func - (value: Self) -> Self { Self(rawValue: -value.rawValue) }

    /// Adds a value exactly. If this throws, the left side is unchanged.
    public static func += (one: inout Self, other: Self) throws(ScaledValueError) { one = try one + other }

    /// Subtracts a value exactly. If this throws, the left side is unchanged.
    public static func -= (one: inout Self, other: Self) throws(ScaledValueError) { one = try one - other }
}

extension Sequence {
    /// Returns the exact sum of the amounts. The sum of no amounts is ``ScaledInteger/zero``.
    ///
    /// - Throws: ``ScaledValueError`` if a sum is too large.
    public func sum<Unit>() throws(ScaledValueError) -> Element where Element == ScaledInteger<Unit> {
        var sum = Element.zero
        for amount in self { try sum += amount }
        return sum
    }

    /// Returns the exact sum of the values. The sum of no values is ``ScaledNumber/zero``.
    ///
    /// - Throws: ``ScaledValueError`` if a sum has more digits than a `Double` can hold. Add the ``ScaledNumber/decimal``s then.
    public func sum<Unit>() throws(ScaledValueError) -> Element where Element == ScaledNumber<Unit> {
        var sum = Element.zero
        for value in self { try sum += value }
        return sum
    }
}
