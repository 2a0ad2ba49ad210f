import HTTPTypes

/// A call that a ``FakeService`` received.
public struct FakeCall: Sendable {
    /// The operation that was called.
    public let operation: APIOperation
    /// The path with its values filled in, and the query. Both are percent-encoded.
    public let target: String
    /// The values in the path by the names of their placeholders.
    public let pathValues: [String: String]
    /// The bytes of the body; empty if there is none.
    public let body: [UInt8]
    /// `true` if the fake has an answer to it.
    public let hasAnswer: Bool

    init(_ call: Call, hasAnswer: Bool) throws {
        operation = call.operation
        target = call.target
        pathValues = Dictionary(call.pathValues) { first, _ in first }
        body = try call.body?.collect() ?? []
        self.hasAnswer = hasAnswer
    }

    /// Decodes the JSON in the body:
    ///
    ///     let name = try call.body(as: Clockify.NewTag.self).name
    ///
    /// - Throws: ``JSONError`` if the body is not the JSON of such a value.
    public func body<Value: JSONReadable>(as type: Value.Type) throws(JSONError) -> Value {
        try JSONReader.decode(from: body, isOwn: true)
    }
}

extension FakeCall: CustomStringConvertible {
    /// The operation, the method and the target, such as `getTag: GET /v1/workspaces/w1/tags/t1`.
    public var description: String { "\(operation.id): \(operation.method.rawValue) \(target)" }
}
