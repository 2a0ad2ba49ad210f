/// A call of a generated client with documented values.
package struct DocumentedCall<Client: Sendable>: Sendable {
    /// `operationId`
    package let operation: String
    /// `tags.list`
    package let name: String
    /// The call with the documented body, if any. It is `nil` if a body is required and its sample cannot be expressed in Swift.
    package var documented: (@Sendable (Client) async throws -> Void)?
    /// The call with the minimal valid body.
    package var minimal: (@Sendable (Client) async throws -> Void)?
    /// The name of the method that returns every page of a list, and a call that returns the number of entries.
    package var all: (name: String, count: @Sendable (Client) async throws -> Int)?

    package init(operation: String, name: String) {
        self.operation = operation
        self.name = name
    }
}

/// A source of calls. Calls through this protocol produce no deprecation warnings.
package protocol CallSource {
    associatedtype Client: Sendable
    static var calls: [DocumentedCall<Client>] { get }
}
