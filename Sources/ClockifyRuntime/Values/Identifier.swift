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

    @inlinable public init(rawValue: String) { self.init(text: IdentifierText(rawValue)) }
    @inlinable public init(_ description: String) { self.init(text: IdentifierText(description)) }
    @inlinable public init(stringLiteral value: String) { self.init(text: IdentifierText(value)) }
    @inlinable public var rawValue: String { text.description }
    @inlinable public var description: String { rawValue }
    @_spi(Generated)
    @inlinable public var parameterText: String { rawValue }

    /// An empty mirror, because the storage of the text is an implementation detail.
    public var customMirror: Mirror { Mirror(self, children: []) }

    @inlinable
    public static func == (one: Self, other: Self) -> Bool { one.text == other.text }

    @inlinable
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }

    // Sets and dictionaries call this method. The default implementation for `RawRepresentable` would create the string.
    @inlinable
    public func _rawHashValue(seed: Int) -> Int { text._rawHashValue(seed: seed) }

    @_spi(Generated)
    @inlinable
    public init(from json: inout JSONReader) throws(JSONError) { self.init(text: try json.readIdentifier()) }

    @_spi(Generated)
    @inlinable public func write(to json: inout JSONWriter) { json.writeIdentifier(text) }
}

extension Identifier: Comparable {
    /// The order of the texts.
    @inlinable
    public static func < (one: Self, other: Self) -> Bool { one.text < other.text }
}
