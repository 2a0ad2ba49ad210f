/// A string that identifies an entity. Each kind of entity has its own type, so that identifiers cannot be mixed up:
///
///     enum TagKind {}
///     typealias TagID = Identifier<TagKind>
///
/// It is one generic type rather than many types that conform to a protocol, because every conformance of every type would have to
/// be compiled.
public struct Identifier<Kind>: Sendable, Hashable, Codable, RawRepresentable, CodingKeyRepresentable,
    LosslessStringConvertible,
    ExpressibleByStringLiteral, CustomReflectable, JSONReadable, JSONWritable, ParameterValue
{
    @usableFromInline let text: IdentifierText

    @inlinable
    init(text: IdentifierText) { self.text = text }

    /// Creates an identifier from its text, which is not checked.
    @inlinable public init(rawValue: String) { self.init(text: IdentifierText(rawValue)) }
    /// Creates an identifier from its text, which is not checked.
    @inlinable public init(_ description: String) { self.init(text: IdentifierText(description)) }
    /// Creates an identifier from a literal, which is not checked.
    @inlinable public init(stringLiteral value: String) { self.init(text: IdentifierText(value)) }
    /// The identifier's text.
    @inlinable public var rawValue: String { text.description }
    /// The identifier's text.
    @inlinable public var description: String { rawValue }
    /// The identifier's text.
    @_spi(Generated)
    @inlinable public var parameterText: String { rawValue }

    /// An empty mirror, because the storage of the text is an implementation detail.
    public var customMirror: Mirror { Mirror(self, children: []) }

    /// Compares the texts.
    @inlinable
    public static func == (one: Self, other: Self) -> Bool { one.text == other.text }

    /// Hashes the text.
    @inlinable
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }

    /// Hashes the text for sets and dictionaries. The default implementation for `RawRepresentable` would create the string.
    @inlinable
    public func _rawHashValue(seed: Int) -> Int { text._rawHashValue(seed: seed) }

    /// Reads a JSON string.
    @_spi(Generated)
    @inlinable
    public init(from json: inout JSONReader) throws(JSONError) { self.init(text: try json.readIdentifier()) }

    /// Writes the text as a JSON string.
    @_spi(Generated)
    @inlinable public func write(to json: inout JSONWriter) { json.writeIdentifier(text) }
}

extension Identifier: Comparable {
    /// The order of the texts.
    @inlinable
    public static func < (one: Self, other: Self) -> Bool { one.text < other.text }
}
