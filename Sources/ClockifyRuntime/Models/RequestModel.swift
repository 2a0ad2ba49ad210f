/// What a service is sent: a generated struct with `var`s. It may be a ``ResponseModel`` too.
public protocol RequestModel: JSONWritable, Encodable, Equatable {}

extension RequestModel {
    /// Encodes what would be sent, but for fractions of seconds, which are kept.
    public func encode(to encoder: any Encoder) throws {
        try encoder.encodeJSON(of: self) { write(to: &$0) }
    }
}
