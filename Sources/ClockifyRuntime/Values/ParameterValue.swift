/// A value that can be used in a path, a query or a header.
public protocol ParameterValue: Sendable {
    /// The value as text, not yet percent-encoded.
    var parameterText: String { get }
}

extension String: ParameterValue { @_spi(Generated) public var parameterText: String { self } }
extension Bool: ParameterValue { @_spi(Generated) public var parameterText: String { self ? "true" : "false" } }
extension Int: ParameterValue { @_spi(Generated) public var parameterText: String { description } }
extension Int32: ParameterValue { @_spi(Generated) public var parameterText: String { description } }
extension Int64: ParameterValue { @_spi(Generated) public var parameterText: String { description } }
extension Double: ParameterValue { @_spi(Generated) public var parameterText: String { description } }
extension Float: ParameterValue { @_spi(Generated) public var parameterText: String { description } }
