/// A text that is one of several, to which the service may add others. A value that was unknown when the type was generated can still be
/// read and printed, and is sent back unchanged.
///
/// Each enumeration has its own type, and its values are constants of that type:
///
///     enum SortOrderKind {}
///     typealias SortOrder = OpenEnum<SortOrderKind>
///
///     extension SortOrder {
///         static var ascending: Self { .init(rawValue: "ASCENDING") }
///     }
///
/// It is one generic type rather than many types that conform to a protocol, because every conformance of every type would have to
/// be compiled.
public struct OpenEnum<Kind>: RawRepresentable, Sendable, Hashable, Codable, CustomStringConvertible, CustomReflectable, JSONReadable,
    JSONWritable, ParameterValue
{
    /// The value as the service writes it.
    public let rawValue: String

    /// Creates a value from what the service sends. It may be none of the known values.
    @inlinable public init(rawValue: String) { self.rawValue = rawValue }

    /// The value as the service writes it.
    @inlinable public var description: String { rawValue }

    /// An empty mirror, because the description says everything.
    public var customMirror: Mirror { Mirror(self, children: []) }

    /// The value as the text of a parameter.
    @_spi(Generated)
    @inlinable public var parameterText: String { rawValue }

    /// Reads a string, known or unknown.
    @_spi(Generated)
    @inlinable
    public init(from json: inout JSONReader) throws(JSONError) { rawValue = try json.readString() }

    /// Writes the value as a string.
    @_spi(Generated)
    @inlinable public func write(to json: inout JSONWriter) { json.writeEnumValue(rawValue) }
}

/// A whole number that is one of several, to which the service may add others.
///
/// It is an ``OpenEnum`` whose values are numbers.
public struct OpenIntegerEnum<Kind>: RawRepresentable, Sendable, Hashable, Codable, CustomStringConvertible, CustomReflectable,
    JSONReadable, JSONWritable, ParameterValue
{
    /// The value as the service writes it.
    public let rawValue: Int

    /// Creates a value from what the service sends. It may be none of the known values.
    @inlinable public init(rawValue: Int) { self.rawValue = rawValue }

    /// The value in decimal digits.
    @inlinable public var description: String { rawValue.description }

    /// An empty mirror, because the description says everything.
    public var customMirror: Mirror { Mirror(self, children: []) }

    /// The value as the text of a parameter.
    @_spi(Generated)
    @inlinable public var parameterText: String { rawValue.description }

    /// Reads a whole number, known or unknown.
    @_spi(Generated)
    @inlinable
    public init(from json: inout JSONReader) throws(JSONError) { rawValue = try Int(from: &json) }

    /// Writes the value as a number.
    @_spi(Generated)
    @inlinable public func write(to json: inout JSONWriter) { json.writeEnumValue(rawValue) }
}

/// Makes the lists of known values of generated enumerations.
///
/// A generated type has its values in one literal, because an array of them compiles several times slower.
@_spi(Generated)
public enum KnownValues {
    /// Returns the values whose texts are the words, separated by whitespace.
    public static func words<Kind>(_ words: String) -> [OpenEnum<Kind>] {
        words.split(whereSeparator: \.isWhitespace).map { .init(rawValue: String($0)) }
    }

    /// Returns the values with these texts.
    public static func texts<Kind>(_ texts: [String]) -> [OpenEnum<Kind>] { texts.map(OpenEnum.init(rawValue:)) }

    /// Returns the values with these numbers.
    public static func numbers<Kind>(_ numbers: [Int]) -> [OpenIntegerEnum<Kind>] { numbers.map(OpenIntegerEnum.init(rawValue:)) }
}
