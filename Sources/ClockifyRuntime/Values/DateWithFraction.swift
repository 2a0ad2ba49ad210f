#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A point in time on its way to a service that takes fractions of a second there. Generated code writes it where the spec
/// says `x-fraction-digits`; everywhere else a `Date` is sent in whole seconds.
@_spi(Generated)
public struct DateWithFraction: Sendable, Equatable, JSONWritable, ParameterValue {
    let date: Date
    let digits: Int

    @_spi(Generated)
    public func write(to json: inout JSONWriter) { date.write(to: &json, fractionDigits: digits) }

    /// `yyyy-MM-ddTHH:mm:ss.ffffffZ`, the fraction only where there is one.
    @_spi(Generated)
    public var parameterText: String { date.wireText(fractionDigits: digits) }
}

extension Date {
    /// The same moment, written with as many digits of its fraction as there are; with three or six at the most.
    @_spi(Generated)
    public func withFraction(digits: Int) -> DateWithFraction { DateWithFraction(date: self, digits: digits) }
}

extension Nullable<Date> {
    /// The same moment, written with as many digits of its fraction as there are; with three or six at the most.
    @_spi(Generated)
    public func withFraction(digits: Int) -> Nullable<DateWithFraction> {
        switch self {
        case .null: .null
        case .value(let date): .value(date.withFraction(digits: digits))
        }
    }
}
