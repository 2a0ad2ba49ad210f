#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// An exact amount, which the service counts in parts of a unit: 50.00 is 5000 if it counts hundredths.
///
/// Each unit has its own type, so that amounts in different units cannot be mixed up. Amounts are made from whole units and turned back
/// into whole units. Nothing is rounded: a value that does not fit is an error.
///
///     let rate: Clockify.MinorUnits = 50.00           // 5000 on the wire
///     let price = try Clockify.MinorUnits(decimal)    // throws for 0.001
///     print(rate.decimal, rate.rawValue)              // 50 5000
///
/// A literal has a decimal point. `50` does not compile, because it would not say whether it means 50 whole units or 50 parts.
public struct ScaledInteger<Unit: ScaledUnit>: Sendable, Hashable, Codable, RawRepresentable, JSONReadable, JSONWritable, ParameterValue {
    /// The service's number, in parts of the unit.
    public let rawValue: Int64

    /// Creates an amount from the service's number, in parts of the unit. For whole units, use a literal or a `Decimal`.
    @inlinable public init(rawValue: Int64) { self.rawValue = rawValue }

    /// Creates an amount from whole units.
    ///
    /// - Throws: ``ScaledValueError`` if the value has more digits after the point than the unit, is too large, or is not a number.
    public init(_ decimal: Decimal) throws(ScaledValueError) {
        guard let number = JSONNumber(decimal) else { throw ScaledValueError(.notANumber, decimal, digits: Unit.digits) }
        let parts = number.shifted(by: Unit.digits)
        guard case .value(let rawValue) = parts.int64 else {
            throw ScaledValueError(parts.exponent < 0 ? .tooManyDigits : .tooLarge, decimal, digits: Unit.digits)
        }
        self.init(rawValue: rawValue)
    }

    /// Creates an amount from whole units, rounded to the digits of the unit.
    ///
    ///     try Clockify.MinorUnits(rounding: report.decimal, .toNearestOrEven)
    ///
    /// - Parameters:
    ///   - decimal: The amount in whole units, for example in dollars.
    ///   - rule: The rounding rule. With `.toNearestOrAwayFromZero`, 0.005 becomes 0.01, and -0.005 becomes -0.01.
    /// - Throws: ``ScaledValueError`` if the rounded value is too large, or the value is not a number.
    public init(rounding decimal: Decimal, _ rule: FloatingPointRoundingRule) throws(ScaledValueError) {
        guard !decimal.isNaN else { throw ScaledValueError(.notANumber, decimal, digits: Unit.digits) }
        guard let rawValue = DecimalDigits(decimal).rounded(after: Unit.digits, rule) else {
            throw ScaledValueError(.tooLarge, decimal, digits: Unit.digits)
        }
        self.init(rawValue: rawValue)
    }

    /// The amount in whole units, exactly.
    public var decimal: Decimal { Decimal(rawValue).multiplied(byPowerOfTen: -Unit.digits) }

    /// No amount.
    public static var zero: Self { Self(rawValue: 0) }

    /// Reads a whole number that fits into 64 bits.
    @_spi(Generated)
    @inlinable public init(from json: inout JSONReader) throws(JSONError) { self.init(rawValue: try json.readInt64()) }

    /// Writes the service's number.
    @_spi(Generated)
    @inlinable public func write(to json: inout JSONWriter) { json.writeInt64(rawValue) }

    /// The service's number in decimal digits.
    @_spi(Generated)
    public var parameterText: String { rawValue.description }
}

@_spi(Generated)
extension ScaledInteger: ScaledValue {}

@_spi(Generated)
extension ScaledInteger: JSONPrintable {}

extension ScaledInteger: Comparable {
    /// The order of the amounts.
    @inlinable
    public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}

extension ScaledInteger: CustomStringConvertible {
    /// The amount in whole units, with all digits of the unit: `50.00`.
    public var description: String {
        DecimalDigits(magnitude: rawValue.magnitude, isNegative: rawValue < 0, exponent: -Unit.digits).text(minimum: Unit.digits)
    }
}

extension ScaledInteger: ExpressibleByFloatLiteral {
    /// Creates an amount from a literal in whole units: `50.00`.
    ///
    /// - Precondition: The literal has no more digits after the point than the unit, and at most 15 digits in all, because the compiler
    ///   rounds longer ones. Any other value is made from a `Decimal`.
    public init(floatLiteral value: Double) {
        do { try self.init(Decimal(literal: value, digits: Unit.digits)) } catch {
            preconditionFailure("the literal \(value) does not fit: \(error)")
        }
    }
}
