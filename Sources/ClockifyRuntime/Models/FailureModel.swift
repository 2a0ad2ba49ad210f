/// The documented bodies of an operation's failures: a generated enum with a case for each status.
///
/// `failure.body(as: Zoo.AdmitFailure.self)` reads it.
public protocol FailureModel: Sendable, Equatable {
    /// Reads the body that comes with `status`; `nil` if the spec documents none for it.
    init?(status: Int, from json: inout JSONReader) throws(JSONError)
}
