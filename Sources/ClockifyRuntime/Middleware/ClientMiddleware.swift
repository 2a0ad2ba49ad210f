public import HTTPTypes

/// A step between a client and its transport that sees each attempt of each call, may change the request, and sees the response.
///
/// Credentials are added after all middleware, so that no middleware sees them.
public protocol ClientMiddleware: Sendable {
    /// Passes a request to the next middleware or to the transport.
    typealias Next = @Sendable (HTTPRequest, RequestBody?) async throws -> TransportResponse

    /// Passes a request on, and returns its response.
    ///
    /// - Parameters:
    ///   - request: The request, without credentials.
    ///   - body: The request's body; nil if it has none.
    ///   - attempt: The attempt of the call.
    ///   - next: The next middleware, or the transport. Call it at most once: a second call would send the request twice.
    func intercept(
        _ request: HTTPRequest, body: RequestBody?, attempt: CallAttempt, next: Next
    ) async throws -> TransportResponse
}

/// The attempt of a call that a middleware sees.
public struct CallAttempt: Sendable {
    /// The operation that is called.
    public let operation: APIOperation
    /// The number of the attempt, starting at 1.
    public let number: Int
    let secrets: ShownSecrets

    /// Returns the text without the client's credentials, for logs: a service may repeat what it receives, including a key.
    ///
    /// The headers of a response already contain no credentials. Its body is what the service sent.
    public func hidingCredentials(in text: String) -> String { secrets.hidden(in: text) }
}
