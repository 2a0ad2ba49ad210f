import HTTPTypes

/// Carries a request to a service and brings the answer back.
///
/// A transport follows no redirects and repeats nothing: the client decides what may be sent where, and how often. When the
/// task is cancelled it gives up at once.
public protocol Transport: Sendable {
    /// - Returns: The answer as soon as its head is there; the body follows as it is read.
    /// - Throws: ``TransportFailure`` where the transport knows whether the request was sent; with anything else the client
    ///   must suppose that it was.
    func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse
}

/// An answer: its head, and its body as it comes.
public struct TransportResponse: Sendable {
    public var head: HTTPResponse
    public var body: ResponseBody

    public init(head: HTTPResponse, body: ResponseBody) {
        self.head = head
        self.body = body
    }

    public init(head: HTTPResponse, body: [UInt8]) {
        self.init(head: head, body: ResponseBody(body))
    }
}

/// Why a request got no answer.
public struct TransportFailure: Error, Sendable {
    /// What became of the request.
    public enum Fate: Sendable, Hashable {
        /// It provably never reached the service.
        case notSent
        /// The service may have got it, and may have acted upon it.
        case unknown
    }

    public let fate: Fate
    /// What happened, in words; without the URL, which may have a secret in its query.
    public let reason: String
    public let underlying: any Error

    public init(fate: Fate, reason: String, underlying: any Error) {
        self.fate = fate
        self.reason = reason
        self.underlying = underlying
    }
}
