import HTTPTypes

/// A request that a sandbox was sent, for tests to look at. It never has the credentials.
public struct SandboxRequest: Sendable {
    /// `GET`
    public let method: String
    /// Path and query as they stood in the request: percent-encoded, with the service's prefix.
    public let target: String
    /// Without those that carry credentials.
    public let headerFields: HTTPFields
    /// The request's body.
    public let body: [UInt8]
    /// The `operationId` of the operation that it was for; nil when there is none.
    public let operation: String?
    /// With what it was answered.
    public let status: Int
}
