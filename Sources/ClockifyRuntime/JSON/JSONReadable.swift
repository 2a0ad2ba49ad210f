/// A value that reads itself from JSON bytes.
public protocol JSONReadable: Sendable {
    /// Reads the value that comes next and leaves the reader right behind it.
    init(from json: inout JSONReader) throws(JSONError)

    /// Whether `null` is a value of this type. Where it is not, ``JSONReader/read()`` gives `nil` for `null`.
    @_spi(Generated)
    static var acceptsNull: Bool { get }

    /// Whether lists and maps of this type have their nulls. They are read without them where null is no value of it.
    @_spi(Generated)
    static var keepsNull: Bool { get }
}

@_spi(Generated)
extension JSONReadable {
    @inlinable public static var acceptsNull: Bool { false }
    @inlinable public static var keepsNull: Bool { acceptsNull }
}

/// The six kinds of JSON values.
@_spi(Generated)
public enum JSONKind: String, Sendable {
    case null, bool, number, string, array, object
}
