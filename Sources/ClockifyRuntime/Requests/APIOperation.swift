public import HTTPTypes

/// An operation as the spec describes it.
public struct APIOperation: Sendable, Hashable {
    /// The `operationId` in the spec.
    public let id: String
    /// The HTTP method.
    public let method: HTTPRequest.Method
    /// The path with its placeholders, such as `/v1/workspaces/{workspaceId}/tags`.
    public let path: String
    /// The service that provides the operation.
    public let service: String
    /// `true` if the operation needs credentials.
    public let sendsCredentials: Bool
}
