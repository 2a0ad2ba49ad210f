/// A value that can be used in a path, a query or a header.
public protocol ParameterValue: Sendable {
    /// The value as text, not yet percent-encoded.
    var parameterText: String { get }
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
    /// The shortest text that is read as the same number. A whole number is written as one, as in JSON: documents call counts numbers, too.
    @_spi(Generated) public var parameterText: String { description.hasSuffix(".0") ? String(description.dropLast(2)) : description }
}

extension Float: ParameterValue {
    /// The shortest text that is read as the same number. A whole number is written as one, as in JSON: documents call counts numbers, too.
    @_spi(Generated) public var parameterText: String { description.hasSuffix(".0") ? String(description.dropLast(2)) : description }
}
