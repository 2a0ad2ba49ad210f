/// The type of a request body: a generated struct with `var`s. It may also be a ``ResponseModel``.
public protocol RequestModel: JSONWritable, Encodable, Hashable {}

extension RequestModel {
    /// Encodes the model as it would be sent, except that fractions of seconds are kept.
    public func encode(to encoder: any Encoder) throws {
        try encoder.encodeJSON(of: self) { write(to: &$0) }
    }
}

@_spi(Generated)
extension RequestModel where Self: JSONReadable {
    /// Reads the model from a decoder that holds what ``encode(to:)`` wrote, so that drafts can be stored and sent later.
    public init(from decoder: any Decoder) throws {
        self = try Self(decoding: decoder)
    }
}

@_spi(Generated)
extension RequestModel where Self: ResponseModel {
    /// Reads the model from a decoder that holds the service's JSON.
    public init(from decoder: any Decoder) throws {
        self = try Self(decoding: decoder)
    }
}
