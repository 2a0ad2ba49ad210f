/// A value that can be used in a path, a query or a header.
public protocol ParameterValue: Sendable {
    /// The value as text, not yet percent-encoded.
    var parameterText: String { get }
    /// `false` for a value that no text stands for, such as a number that is not finite. It is refused.
    var hasParameterText: Bool { get }
}

extension ParameterValue {
    /// `true`.
    public var hasParameterText: Bool { true }
}

extension String: ParameterValue {
    /// The text itself.
    @_spi(Generated) public var parameterText: String { self }
}

extension Bool: ParameterValue {
    /// `true` or `false`.
    @_spi(Generated) public var parameterText: String { self ? "true" : "false" }
}

extension Int: ParameterValue {
    /// The number in decimal digits.
    @_spi(Generated) public var parameterText: String { description }
}

extension Int32: ParameterValue {
    /// The number in decimal digits.
    @_spi(Generated) public var parameterText: String { description }
}

extension Int64: ParameterValue {
    /// The number in decimal digits.
    @_spi(Generated) public var parameterText: String { description }
}

extension Double: ParameterValue {
    /// The shortest text that is read as the same number. A whole number has no fraction, because many documents declare counts as `number`.
    @_spi(Generated) public var parameterText: String { description.withoutZeroFraction }
    /// `true` for a finite number.
    @_spi(Generated) public var hasParameterText: Bool { isFinite }
}

extension Float: ParameterValue {
    /// The shortest text that is read as the same number. A whole number has no fraction, because many documents declare counts as `number`.
    @_spi(Generated) public var parameterText: String { description.withoutZeroFraction }
    /// `true` for a finite number.
    @_spi(Generated) public var hasParameterText: Bool { isFinite }
}

extension String {
    /// `5` for `5.0`; any other text unchanged.
    fileprivate var withoutZeroFraction: String { hasSuffix(".0") ? String(dropLast(2)) : self }
}
