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
    /// The credentials that are sent to the operation, if the client has them.
    public let credentials: AcceptedCredentials

    /// Which credentials an operation accepts. Their names are those of the functions that create them.
    public enum AcceptedCredentials: Sendable, Hashable {
        /// Whichever the client has.
        case any
        /// Only these. A client that has others cannot call the operation.
        case only([String])
        /// Only these. A client that has others sends none, because the operation can be called without.
        case onlyOrNone([String])
    }
}
