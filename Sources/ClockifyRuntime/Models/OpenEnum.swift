/// An enumeration to which the service may add values. A value that was unknown when the type was generated can still be read and
/// printed, and is sent back unchanged.
///
///     public struct SortOrder: OpenEnum {
///         public let rawValue: String
///         public init(rawValue: String) { self.rawValue = rawValue }
///         public static let ascending = SortOrder(rawValue: "ASCENDING")
///     }
public protocol OpenEnum: RawRepresentable, Hashable, Codable, CustomStringConvertible, JSONReadable, JSONWritable,
    ParameterValue
where RawValue: Hashable & Codable & CustomStringConvertible & JSONReadable & JSONWritable & ParameterValue {
    /// Creates a value from what the service sends, known or unknown.
    init(rawValue: RawValue)
}

extension OpenEnum {
    /// The value as the service writes it.
    @inlinable public var description: String { rawValue.description }
    /// The raw value as the text of a parameter.
    @_spi(Generated)
    @inlinable public var parameterText: String { rawValue.parameterText }

    /// Reads the raw value, known or unknown.
    @_spi(Generated)
    @inlinable
    public init(from json: inout JSONReader) throws(JSONError) {
        self.init(rawValue: try RawValue(from: &json))
    }

    /// Writes the raw value.
    @_spi(Generated)
    @inlinable public func write(to json: inout JSONWriter) { json.writeEnumValue(rawValue) }
}
