public import HTTPTypes

/// A request that a sandbox received, for inspection in tests. It never contains the credentials.
public struct SandboxRequest: Sendable {
    /// The HTTP method: `GET`.
    public let method: String
    /// The path and query as received: percent-encoded, with the service's prefix.
    public let target: String
    /// The header fields, without those that carry credentials.
    public let headerFields: HTTPFields
    /// The request body, or its first 4 MiB.
    public let body: [UInt8]
    /// The `operationId` of the operation; `nil` if none matches.
    public let operation: String?
    /// The status of the response.
    public let status: Int
}
