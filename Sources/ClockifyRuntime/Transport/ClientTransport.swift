public import HTTPTypes

/// Sends a request to a service and returns the response.
///
/// A transport does not follow redirects and does not retry: the client decides what may be sent where, and how often. When the
/// task is cancelled, the transport stops immediately.
public protocol ClientTransport: Sendable {
    /// Sends a request.
    ///
    /// - Returns: The response as soon as its head has arrived. The body arrives while it is read.
    /// - Throws: ``TransportFailure`` if the transport knows whether the request was sent. For any other error, the client assumes that
    ///   it was sent.
    func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse
}

/// A response: its head, and its body as it arrives.
public struct TransportResponse: Sendable {
    /// The status and the headers.
    public var head: HTTPResponse
    /// The body, which may still be arriving.
    public var body: ResponseBody

    /// Creates a response whose body may still be arriving.
    public init(head: HTTPResponse, body: ResponseBody) {
        self.head = head
        self.body = body
    }

    /// Creates a response whose body is in memory.
    public init(head: HTTPResponse, body: [UInt8]) {
        self.init(head: head, body: ResponseBody(body))
    }
}

/// The reason that a request received no response.
public struct TransportFailure: Error, Sendable {
    /// What happened to the request.
    public enum Fate: Sendable, Hashable {
        /// The request provably never reached the service.
        case notSent
        /// The service may have received the request, and may have processed it.
        case unknown
    }

    /// What happened to the request.
    public let fate: Fate
    /// A description of what happened. It does not contain the URL, whose query may contain a secret.
    public let reason: String
    /// The error of the library below the transport.
    public let underlying: any Error

    /// Creates a failure.
    public init(fate: Fate, reason: String, underlying: any Error) {
        self.fate = fate
        self.reason = reason
        self.underlying = underlying
    }
}

// MARK: Checks for all transports

extension HTTPResponse.Status {
    /// The error for a status that a final response cannot have.
    package struct Unusable: Error {
        package let code: Int?
    }

    /// `true` if the status is interim, so that the final response is still to come.
    package static func isInterim(_ code: Int) -> Bool { 100..<200 ~= code && code != 101 }

    /// Creates a final status from the code that a server sent. Throws if the code is not valid for a final response.
    package init(checking code: Int, reasonPhrase: String = "") throws(TransportFailure) {
        guard 200...999 ~= code else {
            let reason =
                code == 101
                ? "the server switched protocols without being asked" : "the response has the invalid status \(code)"
            throw TransportFailure(fate: .unknown, reason: reason, underlying: Unusable(code: code))
        }
        self.init(code: code, reasonPhrase: reasonPhrase)
    }
}

extension HTTPRequest {
    /// The error for a destination to which no request can be sent.
    package struct Unreachable: Error {}

    /// Checks that the request has an HTTP scheme, a host and a valid port. Some networking libraries crash the process otherwise.
    package func checkDestination() throws(TransportFailure) {
        guard let scheme = scheme?.lowercased(), scheme == "http" || scheme == "https", let authority, !authority.isEmpty,
            HTTPRequest.hasUsablePort(authority)
        else { throw TransportFailure(fate: .notSent, reason: "the URL cannot be used", underlying: Unreachable()) }
    }

    private static func hasUsablePort(_ authority: String) -> Bool {
        guard let colon = authority.lastIndex(of: ":"), !authority[colon...].contains("]") else { return true }
        let digits = authority[authority.index(after: colon)...]
        return digits.allSatisfy { $0.isASCII && $0.isNumber } && 1...65_535 ~= Int(digits) ?? 0
    }
}

extension RequestBody {
    /// Returns the number of bytes in a body that a transport is about to send.
    ///
    /// - Throws: ``TransportFailure`` if a file cannot be read. The request is not sent then.
    package func checkedLength() throws(TransportFailure) -> Int {
        do {
            return try length()
        } catch {
            throw TransportFailure(fate: .notSent, reason: "the file to send cannot be read", underlying: error)
        }
    }
}
