#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A number that the service counts in parts of a unit, with fractions: 400.555 is 40055.5 if it counts hundredths.
///
/// Like ``ScaledInteger``, but the service's number is not whole. It is kept to the bit. Literals are in whole units, and have a decimal
/// point.
public struct ScaledNumber<Unit: ScaledUnit>: Sendable, Hashable, Codable, RawRepresentable, JSONReadable, JSONWritable, ParameterValue {
    /// The service's number, in parts of the unit.
    public let rawValue: Double

    /// Creates a value from the service's number, in parts of the unit. For whole units, use a literal or a `Decimal`.
    @inlinable public init(rawValue: Double) { self.rawValue = rawValue }

    /// Creates a value from whole units.
    ///
    /// - Throws: ``ScaledValueError`` if the value has more digits than a `Double` can hold, is too large, or is not a number.
    ///   ``init(nearest:)`` rounds to the nearest `Double` instead.
    public init(_ decimal: Decimal) throws(ScaledValueError) {
        try self.init(nearest: decimal)
        guard self.decimal == decimal else { throw ScaledValueError(.tooManyDigits, decimal, digits: Unit.digits) }
    }

    /// Creates a value from whole units, rounded to the nearest `Double`.
    ///
    /// - Throws: ``ScaledValueError`` if the value is not a number.
    public init(nearest decimal: Decimal) throws(ScaledValueError) {
        guard !decimal.isNaN, let rawValue = Double("\(decimal)e\(Unit.digits)") else {
            throw ScaledValueError(.notANumber, decimal, digits: Unit.digits)
        }
        self.init(rawValue: rawValue)
    }

    /// The value in whole units: the decimal number that the service wrote.
    ///
    /// It is the shortest one that is read as the same `Double`. It is `Decimal.nan` if the service's number is not finite, or is so
    /// large or small that a `Decimal` cannot express it.
    public var decimal: Decimal {
        guard let number = JSONNumber(shortestTextOf: rawValue) else { return .nan }
        let exponent = number.exponent - Unit.digits
        guard number.significand != 0 else { return 0 }
        guard -127...127 ~= exponent else { return .nan }
        let magnitude = Decimal(number.significand).multiplied(byPowerOfTen: exponent)
        return number.isNegative ? -magnitude : magnitude
    }

    /// Nothing.
    public static var zero: Self { Self(rawValue: 0) }

    /// Reads a number as the nearest `Double`.
    @_spi(Generated)
    @inlinable public init(from json: inout JSONReader) throws(JSONError) { self.init(rawValue: try json.readDouble()) }

    /// Writes the service's number.
    @_spi(Generated)
    @inlinable public func write(to json: inout JSONWriter) { json.writeDouble(rawValue) }

    /// The shortest text that is read as the service's number.
    @_spi(Generated)
    public var parameterText: String { rawValue.description }
}

@_spi(Generated)
extension ScaledNumber: ScaledValue {}

@_spi(Generated)
extension ScaledNumber: JSONPrintable {}

extension ScaledNumber: Comparable {
    /// The order of the values.
    @inlinable
    public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}

extension ScaledNumber: CustomStringConvertible {
    /// The value in whole units, with at least as many digits after the point as the unit has: `400.555`.
    public var description: String {
        guard let number = JSONNumber(shortestTextOf: rawValue) else { return rawValue.description }
        return DecimalDigits(
            magnitude: number.significand, isNegative: number.isNegative, exponent: number.exponent - Unit.digits
        ).text(minimum: Unit.digits)
    }
}

extension ScaledNumber: ExpressibleByFloatLiteral {
    /// Creates a value from a literal in whole units: `19.5`.
    ///
    /// - Precondition: The literal has at most 15 digits in all, because the compiler rounds longer ones. Any other value is
    ///   made from a `Decimal`.
    public init(floatLiteral value: Double) {
        do { try self.init(Decimal(literal: value, digits: Unit.digits)) } catch {
            preconditionFailure("the literal \(value) does not fit: \(error)")
        }
    }
}
