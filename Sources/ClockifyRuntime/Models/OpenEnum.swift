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
    init(rawValue: RawValue)
}

extension OpenEnum {
    @inlinable public var description: String { rawValue.description }
    @_spi(Generated)
    @inlinable public var parameterText: String { rawValue.parameterText }

    @_spi(Generated)
    @inlinable
    public init(from json: inout JSONReader) throws(JSONError) {
        self.init(rawValue: try RawValue(from: &json))
    }

    @_spi(Generated)
    @inlinable public func write(to json: inout JSONWriter) { json.writeEnumValue(rawValue) }
}
