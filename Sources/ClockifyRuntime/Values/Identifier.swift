/// A string that identifies an entity. Each kind of entity has a type of its own, so that identifiers do not mix:
///
///     public struct TagID: Identifier {
///         public let text: IdentifierText
///         public init(text: IdentifierText) { self.text = text }
///     }
///
/// Everything else, also `==`, hashing and `Codable`, comes from here and from `RawRepresentable`.
public protocol Identifier: RawRepresentable, Hashable, Codable, CodingKeyRepresentable, LosslessStringConvertible,
    ExpressibleByStringLiteral, JSONReadable, JSONWritable, ParameterValue
where RawValue == String, StringLiteralType == String {
    var text: IdentifierText { get }
    init(text: IdentifierText)
}

extension Identifier {
    @inlinable public init(rawValue: String) { self.init(text: IdentifierText(rawValue)) }
    @inlinable public init(_ description: String) { self.init(text: IdentifierText(description)) }
    @inlinable public init(stringLiteral value: String) { self.init(text: IdentifierText(value)) }
    @inlinable public var rawValue: String { text.description }
    @inlinable public var description: String { rawValue }
    @inlinable public var parameterText: String { rawValue }

    @inlinable
    public static func == (one: Self, other: Self) -> Bool { one.text == other.text }

    @inlinable
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }

    // Sets and dictionaries ask for this one, which `RawRepresentable` would answer by making the string.
    @inlinable
    public func _rawHashValue(seed: Int) -> Int { text._rawHashValue(seed: seed) }

    @inlinable
    public init(from json: inout JSONReader) throws(JSONError) { self.init(text: try json.readIdentifier()) }

    @inlinable public func write(to json: inout JSONWriter) { json.writeIdentifier(text) }
}
