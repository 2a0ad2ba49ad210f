/// A generated type that is read from JSON and written as JSON.
///
/// Its `Codable` conformance reads and writes the service's own JSON, for caches and other formats.
///
/// Two values are equal if they are the same JSON: `1` equals `1.0`, and a duration of 60 minutes equals one of an hour. The code that
/// writes a value also compares and hashes it, because derived code would have to be compiled for each type.
public protocol JSONModel: JSONReadable, JSONWritable, Codable, Hashable {}

extension JSONModel {
    /// Reads the model from a decoder that holds what ``encode(to:)`` has written, or the service's JSON.
    public init(from decoder: any Decoder) throws { self = try Self(decoding: decoder) }

    /// Encodes the model as JSON, with the fractions of seconds and the members that are left out when it is sent.
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
    /// Hashes the identifier. Values that differ elsewhere are told apart by `==`.
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
