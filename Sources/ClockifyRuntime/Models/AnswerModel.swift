/// What a service answers with when that depends on the status: a generated enum with a case for each.
@_spi(Generated)
public protocol AnswerModel: Sendable, Equatable {
    /// Reads the body that comes with `status`; nil when the spec knows no such status.
    init?(status: Int, from json: inout JSONReader) throws(JSONError)
}
