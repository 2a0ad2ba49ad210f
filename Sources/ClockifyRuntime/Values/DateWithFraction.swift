#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A point in time that is sent with fractions of a second.
///
/// Generated code uses it where the spec declares `x-fraction-digits`. Everywhere else, a `Date` is sent in whole seconds.
@_spi(Generated)
public struct DateWithFraction: Sendable, Equatable, JSONWritable, ParameterValue {
    let date: Date
    let digits: Int

    /// Writes the date and time in UTC, with the fraction.
    @_spi(Generated)
    public func write(to json: inout JSONWriter) { date.write(to: &json, fractionDigits: digits) }

    /// The date as `yyyy-MM-ddTHH:mm:ss.ffffffZ`. A fraction of zero is omitted.
    @_spi(Generated)
    public var parameterText: String { date.wireText(fractionDigits: digits) }
}

extension Date {
    /// Returns the same moment, to be written with at most the given number of fractional digits, which is three or six.
    @_spi(Generated)
    public func withFraction(digits: Int) -> DateWithFraction { DateWithFraction(date: self, digits: digits) }
}

extension Nullable<Date> {
    /// Returns the same moment, to be written with at most the given number of fractional digits, which is three or six.
    @_spi(Generated)
    public func withFraction(digits: Int) -> Nullable<DateWithFraction> {
        switch self {
        case .null: .null
        case .value(let date): .value(date.withFraction(digits: digits))
        }
    }
}
