/// A string that identifies an entity. Each kind of entity has a type of its own, so that identifiers do not mix:
///
///     enum TagKind {}
///     typealias TagID = Identifier<TagKind>
///
/// It is one type with a parameter rather than many that conform to one protocol, because each conformance of each type would
/// have to be compiled.
public struct Identifier<Kind>: Sendable, Hashable, Codable, RawRepresentable, CodingKeyRepresentable, LosslessStringConvertible,
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

    /// Nothing beside the description: how the text is kept is nobody's concern.
    public var customMirror: Mirror { Mirror(self, children: []) }

    @inlinable
    public static func == (one: Self, other: Self) -> Bool { one.text == other.text }

    @inlinable
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }

    // Sets and dictionaries ask for this one, which `RawRepresentable` would answer by making the string.
    @inlinable
    public func _rawHashValue(seed: Int) -> Int { text._rawHashValue(seed: seed) }

    @_spi(Generated)
    @inlinable
    public init(from json: inout JSONReader) throws(JSONError) { self.init(text: try json.readIdentifier()) }

    @_spi(Generated)
    @inlinable public func write(to json: inout JSONWriter) { json.writeIdentifier(text) }
}
