/// A response whose type depends on the status: a generated enum with a case for each status.
@_spi(Generated)
public protocol AnswerModel: Sendable, Equatable {
    /// Reads the body that comes with `status`; `nil` if the spec does not declare that status.
    init?(status: Int, from json: inout JSONReader) throws(JSONError)
}
