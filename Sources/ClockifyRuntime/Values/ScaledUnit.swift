#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A unit in which a service counts a quantity, such as hundredths of a currency's unit.
///
/// A unit has no values of its own. It tells numbers apart that must not be mixed: see ``ScaledInteger`` and ``ScaledNumber``.
public protocol ScaledUnit: Sendable {
    /// The number of decimal digits by which the service's number is shifted: 2 if it counts hundredths, 0 if it counts whole units.
    static var digits: Int { get }
}

/// A unit of money. The currency is stated elsewhere, such as beside the amount.
public protocol CurrencyUnit: ScaledUnit {}

/// A unit of percents: with no digits, 20 are 20 %.
public protocol PercentUnit: ScaledUnit {}

/// A number with a unit, which generated code converts into another unit of the same quantity.
@_spi(Generated)
public protocol ScaledValue: Sendable {
    /// The value in whole units.
    var decimal: Decimal { get }
    /// Creates the value from whole units.
    ///
    /// - Throws: ``ScaledValueError`` if the unit cannot express the value exactly.
    init(_ decimal: Decimal) throws(ScaledValueError)
}
