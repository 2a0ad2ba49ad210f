/// A generated type that is decoded from JSON and encoded as JSON.
///
/// Its `Codable` conformance uses the service's own JSON, so that values can be cached, or stored in other formats.
///
/// Two values are equal if they have the same JSON. Numbers are compared by value, durations by length, and dates exactly. The method that
/// encodes a value also compares and hashes it, because synthesized conformances would be compiled for every type.
public protocol JSONModel: JSONReadable, JSONWritable, Codable, Hashable {}

extension JSONModel {
    /// Reads the model from a decoder that holds what ``encode(to:)`` has written, or the service's JSON.
    public init(from decoder: any Decoder) throws { self = try Self(decoding: decoder) }

    /// Encodes the model as JSON, including fractions of seconds and members that requests omit.
    public func encode(to encoder: any Encoder) throws { try encoder.encodeJSON(of: self) }

    /// Compares two values by their JSON.
    public static func == (one: Self, other: Self) -> Bool { ComparedJSON(one) == ComparedJSON(other) }

    /// Hashes the value's JSON.
    public func hash(into hasher: inout Hasher) { hasher.combine(ComparedJSON(self)) }

    /// The hash of the value's JSON.
    public var hashValue: Int {
        var hasher = Hasher()
        hash(into: &hasher)
        return hasher.finalize()
    }

    /// Returns the model as the service's JSON.
    package func json() throws(JSONError) -> JSONValue { try JSONReader.decode(from: JSONWriter.copy(of: self)) }
}

extension JSONModel where Self: Identifiable {
    /// Hashes only the identifier. `==` compares all members.
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// What decides whether two models are equal.
private struct ComparedJSON: Hashable {
    private let bytes: [UInt8]
    private let values: [any Hashable & Sendable]

    init(_ model: some JSONWritable) {
        var writer = JSONWriter(for: .comparing)
        model.write(to: &writer)
        (bytes, values) = (writer.bytes, writer.comparedValues)
    }

    static func == (one: Self, other: Self) -> Bool {
        guard one.bytes == other.bytes else { return false }
        for (value, otherValue) in zip(one.values, other.values) where !isEqual(value, otherValue) { return false }
        return true
    }

    private static func isEqual<Value: Hashable>(_ one: Value, _ other: any Hashable) -> Bool { one == other as? Value }

    func hash(into hasher: inout Hasher) {
        hasher.combine(bytes)
        for value in values { value.hash(into: &hasher) }
    }
}
