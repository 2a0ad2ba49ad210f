import HTTPTypes

/// What the spec says about the operation itself.
public struct APIOperation: Sendable, Hashable {
    /// `operationId`
    public let id: String
    /// The HTTP method.
    public let method: HTTPRequest.Method
    /// The path with its placeholders: `/v1/workspaces/{workspaceId}/tags`.
    public let path: String
    /// The service that has it.
    public let service: String
    /// `true` if the operation needs credentials.
    public let sendsCredentials: Bool
}
