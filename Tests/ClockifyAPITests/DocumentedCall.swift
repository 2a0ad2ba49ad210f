import ClockifyAPI

/// A call of the generated client with the values that the documentation shows.
struct DocumentedCall: Sendable {
    /// `operationId`
    let operation: String
    /// `tags.list`
    let name: String
    /// With the documented body, if there is one; nil when a body is needed and has no sample that Swift can say.
    var documented: (@Sendable (Clockify) async throws -> Void)?
    /// With the least body that the rules allow.
    var minimal: (@Sendable (Clockify) async throws -> Void)?

    init(operation: String, name: String) {
        self.operation = operation
        self.name = name
    }
}

/// What has calls. Some of them are deprecated, which nobody who asks for them this way is warned of.
protocol CallSource {
    static var calls: [DocumentedCall] { get }
}
