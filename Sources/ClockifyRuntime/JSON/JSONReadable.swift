/// A type whose values can be read from JSON bytes.
public protocol JSONReadable: Sendable {
    /// Reads the next value and leaves the reader directly after it.
    init(from json: inout JSONReader) throws(JSONError)

    /// `true` if `null` is a value of this type. If it is not, ``JSONReader/read()`` returns `nil` for `null`.
    @_spi(Generated)
    static var acceptsNull: Bool { get }

    /// `true` if lists and maps of this type keep their `null` values. By default they skip them if `null` is not a value of this type.
    @_spi(Generated)
    static var keepsNull: Bool { get }
}

@_spi(Generated)
extension JSONReadable {
    /// `false`: by default, `null` is not a value of the type.
    @inlinable public static var acceptsNull: Bool { false }
    /// By default, the same as ``acceptsNull``.
    @inlinable public static var keepsNull: Bool { acceptsNull }
}

/// The six kinds of JSON values.
@_spi(Generated)
public enum JSONKind: String, Sendable {
    case null, bool, number, string, array, object
}
