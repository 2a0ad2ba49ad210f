/// A string that identifies an entity. Each kind of entity has a type of its own, so that identifiers do not mix:
///
///     public struct TagID: Identifier {
///         public let rawValue: String
///         public init(rawValue: String) { self.rawValue = rawValue }
///     }
///
/// Everything else, also `==`, hashing and `Codable`, comes from here and from `RawRepresentable`.
public protocol Identifier: RawRepresentable, Hashable, Codable, CodingKeyRepresentable, LosslessStringConvertible,
    ExpressibleByStringLiteral, JSONReadable, JSONWritable, ParameterValue
where RawValue == String, StringLiteralType == String {
    init(rawValue: String)
}

extension Identifier {
    @inlinable public init(_ description: String) { self.init(rawValue: description) }
    @inlinable public init(stringLiteral value: String) { self.init(rawValue: value) }
    @inlinable public var description: String { rawValue }
    @inlinable public var parameterText: String { rawValue }

    @inlinable
    public init(from json: inout JSONReader) throws(JSONError) {
        self.init(rawValue: try json.readString())
    }

    @inlinable public func write(to json: inout JSONWriter) { json.writeString(rawValue) }
}
