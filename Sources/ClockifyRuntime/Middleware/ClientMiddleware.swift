import HTTPTypes

/// Something between a client and its transport: sees each attempt of each call, may change the request, and sees the answer.
///
/// Credentials are added after every middleware, so that none sees them.
public protocol ClientMiddleware: Sendable {
    /// Continues with a request: the next middleware, or the transport.
    typealias Next = @Sendable (HTTPRequest, RequestBody?) async throws -> TransportResponse

    /// - Parameter next: The next middleware, or the transport. Not to be called twice: that would send the request twice.
    func intercept(
        _ request: HTTPRequest, body: RequestBody?, attempt: CallAttempt, next: Next
    ) async throws -> TransportResponse
}

/// Which attempt of which call a middleware sees.
public struct CallAttempt: Sendable {
    /// The operation that is called.
    public let operation: APIOperation
    /// 1 for the first.
    public let number: Int
    let secrets: ShownSecrets

    /// A text without the client's credentials, for whoever writes it down: services repeat what they are sent, a key among it.
    ///
    /// Headers of an answer have none in them already. Its body has what the service sent.
    public func hidingCredentials(in text: String) -> String { secrets.hidden(in: text) }
}
