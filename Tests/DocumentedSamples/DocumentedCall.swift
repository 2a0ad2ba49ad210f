/// A call of a generated client with the values that the documentation shows.
package struct DocumentedCall<Client: Sendable>: Sendable {
    /// `operationId`
    package let operation: String
    /// `tags.list`
    package let name: String
    /// With the documented body, if there is one; nil when a body is needed and has no sample that Swift can say.
    package var documented: (@Sendable (Client) async throws -> Void)?
    /// With the least body that the rules allow.
    package var minimal: (@Sendable (Client) async throws -> Void)?
    /// Every page of a list, one after the other: the method that gives them, and a call that says how many entries came.
    package var all: (name: String, count: @Sendable (Client) async throws -> Int)?

    package init(operation: String, name: String) {
        self.operation = operation
        self.name = name
    }
}

/// What has calls. Some of them are deprecated, which nobody who asks for them this way is warned of.
package protocol CallSource {
    associatedtype Client: Sendable
    static var calls: [DocumentedCall<Client>] { get }
}
