/// The type of a request body: a generated struct with `var`s. It may also be a ``ResponseModel``.
///
/// Its `Codable` conformance reads and writes the JSON that is sent, so that a body can be stored while there is no network, and sent
/// later:
///
///     try JSONEncoder().encode(drafts).write(to: url)
///     let drafts = try JSONDecoder().decode([Clockify.NewTimeEntry].self, from: Data(contentsOf: url))
public protocol RequestModel: JSONReadable, JSONWritable, Codable, Hashable {}

extension RequestModel {
    /// Reads the model from a decoder that holds what ``encode(to:)`` has written. The decoded body is sent as the same bytes.
    public init(from decoder: any Decoder) throws {
        self = try Self(decoding: decoder)
    }

    /// Encodes the model as it would be sent, except that fractions of seconds are kept.
    public func encode(to encoder: any Encoder) throws {
        try encoder.encodeJSON(of: self) { write(to: &$0) }
    }
}

@_spi(Generated)
extension RequestModel where Self: ResponseModel {
    /// Reads the model from a decoder that holds the service's JSON.
    public init(from decoder: any Decoder) throws {
        self = try Self(decoding: decoder)
    }
}
