/// The type of a request body: a generated struct with `var`s. It may also be a ``ResponseModel``.
public protocol RequestModel: JSONWritable, Encodable, Equatable {}

extension RequestModel {
    /// Encodes the model as it would be sent, except that fractions of seconds are kept.
    public func encode(to encoder: any Encoder) throws {
        try encoder.encodeJSON(of: self) { write(to: &$0) }
    }
}
