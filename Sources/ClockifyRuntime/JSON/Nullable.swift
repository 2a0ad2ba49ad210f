/// A value that may be `null` on the wire, as distinct from being absent.
///
/// In a request, an optional `Nullable` that is `nil` omits the member, and ``null`` clears it.
public enum Nullable<Wrapped: Sendable>: Sendable {
    /// `null`. In a request it clears the member.
    case null
    /// A value.
    case value(Wrapped)

    /// The value; `nil` for ``null``.
    public var value: Wrapped? {
        if case .value(let value) = self { value } else { nil }
    }

    /// Creates ``null`` from `nil`, or a value.
    public init(_ value: Wrapped?) {
        self = value.map(Nullable.value) ?? .null
    }
}

extension Nullable: Equatable where Wrapped: Equatable {}
extension Nullable: Hashable where Wrapped: Hashable {}

extension Nullable: CustomStringConvertible, CustomDebugStringConvertible {
    /// `null`, or the text of the value.
    public var description: String {
        switch self {
        case .null: "null"
        case .value(let value): String(describing: value)
        }
    }

    /// `null`, or the value's text for debugging.
    public var debugDescription: String {
        switch self {
        case .null: "null"
        case .value(let value): String(reflecting: value)
        }
    }
}

extension Nullable: JSONReadable where Wrapped: JSONReadable {
    /// `true`: `null` is read as ``null``.
    @_spi(Generated)
    @inlinable public static var acceptsNull: Bool { true }

    /// Reads `null` or a value.
    @_spi(Generated)
    @inlinable
    public init(from json: inout JSONReader) throws(JSONError) {
        self = try json.readNull() ? .null : .value(Wrapped(from: &json))
    }
}

extension Nullable: JSONWritable where Wrapped: JSONWritable {
    /// Writes `null` or the value.
    @_spi(Generated)
    @inlinable
    public func write(to json: inout JSONWriter) {
        switch self {
        case .null: json.writeNull()
        case .value(let value): value.write(to: &json)
        }
    }
}

// A literal creates the value that it creates for `Wrapped`.

extension Nullable: ExpressibleByBooleanLiteral where Wrapped: ExpressibleByBooleanLiteral {
    /// Creates a value from a Boolean literal.
    public init(booleanLiteral value: Wrapped.BooleanLiteralType) { self = .value(Wrapped(booleanLiteral: value)) }
}

extension Nullable: ExpressibleByIntegerLiteral where Wrapped: ExpressibleByIntegerLiteral {
    /// Creates a value from an integer literal.
    public init(integerLiteral value: Wrapped.IntegerLiteralType) { self = .value(Wrapped(integerLiteral: value)) }
}

extension Nullable: ExpressibleByFloatLiteral where Wrapped: ExpressibleByFloatLiteral {
    /// Creates a value from a floating-point literal.
    public init(floatLiteral value: Wrapped.FloatLiteralType) { self = .value(Wrapped(floatLiteral: value)) }
}

extension Nullable: ExpressibleByUnicodeScalarLiteral where Wrapped: ExpressibleByUnicodeScalarLiteral {
    /// Creates a value from a literal of one Unicode scalar.
    public init(unicodeScalarLiteral value: Wrapped.UnicodeScalarLiteralType) {
        self = .value(Wrapped(unicodeScalarLiteral: value))
    }
}

extension Nullable: ExpressibleByExtendedGraphemeClusterLiteral
where Wrapped: ExpressibleByExtendedGraphemeClusterLiteral {
    /// Creates a value from a literal of one character.
    public init(extendedGraphemeClusterLiteral value: Wrapped.ExtendedGraphemeClusterLiteralType) {
        self = .value(Wrapped(extendedGraphemeClusterLiteral: value))
    }
}

extension Nullable: ExpressibleByStringLiteral where Wrapped: ExpressibleByStringLiteral {
    /// Creates a value from a string literal.
    public init(stringLiteral value: Wrapped.StringLiteralType) { self = .value(Wrapped(stringLiteral: value)) }
}

extension Nullable: ExpressibleByArrayLiteral where Wrapped: RangeReplaceableCollection {
    /// Creates a value from an array literal.
    public init(arrayLiteral elements: Wrapped.Element...) { self = .value(Wrapped(elements)) }
}
