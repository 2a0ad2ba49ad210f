import HTTPTypes

/// Carries a request to a service and brings the answer back.
///
/// A transport follows no redirects: the client decides what a redirect may take along.
public protocol Transport: Sendable {
    /// - Throws: Anything; the client tells cancellation from a broken connection.
    func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse
}

/// An answer as it came.
public struct TransportResponse: Sendable {
    public var head: HTTPResponse
    public var body: [UInt8]

    public init(head: HTTPResponse, body: [UInt8]) {
        self.head = head
        self.body = body
    }
}
