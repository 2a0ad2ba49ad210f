/// A time whose fraction of a second is sent with a chosen number of digits.
@_spi(Generated)
public protocol FractionWritable: Sendable, Equatable {
    /// Writes the time with at most the given number of fractional digits.
    func write(to json: inout JSONWriter, fractionDigits: Int)

    /// The time as text, with at most the given number of fractional digits.
    func wireText(fractionDigits: Int) -> String
}

/// A time that is sent with fractions of a second.
///
/// Generated code uses it where the spec declares `x-fraction-digits`. Everywhere else, times are sent in whole seconds.
@_spi(Generated)
public struct TimeWithFraction<Time: FractionWritable>: Sendable, Equatable, JSONWritable, ParameterValue {
    let time: Time
    let digits: Int

    /// Writes the date and time, with the fraction.
    @_spi(Generated)
    public func write(to json: inout JSONWriter) { time.write(to: &json, fractionDigits: digits) }

    /// The date and time as `yyyy-MM-ddTHH:mm:ss.ffffffZ`. A fraction of zero is omitted.
    @_spi(Generated)
    public var parameterText: String { time.wireText(fractionDigits: digits) }
}

extension FractionWritable {
    /// Returns the same time, to be written with at most the given number of fractional digits, which is three or six.
    @_spi(Generated)
    public func withFraction(digits: Int) -> TimeWithFraction<Self> { TimeWithFraction(time: self, digits: digits) }
}

@_spi(Generated)
extension Nullable where Wrapped: FractionWritable {
    /// Returns the same time, to be written with at most the given number of fractional digits, which is three or six.
    @_spi(Generated)
    public func withFraction(digits: Int) -> Nullable<TimeWithFraction<Wrapped>> {
        switch self {
        case .null: .null
        case .value(let time): .value(time.withFraction(digits: digits))
        }
    }
}
