import HTTPTypes

/// Carries a request to a service and brings the answer back.
///
/// A transport follows no redirects and repeats nothing: the client decides what may be sent where, and how often. When the
/// task is cancelled it gives up at once.
public protocol ClientTransport: Sendable {
    /// - Returns: The answer as soon as its head is there; the body follows as it is read.
    /// - Throws: ``TransportFailure`` where the transport knows whether the request was sent; with anything else the client
    ///   must suppose that it was.
    func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse
}

/// An answer: its head, and its body as it comes.
public struct TransportResponse: Sendable {
    /// Status and headers.
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

/// Why a request got no answer.
public struct TransportFailure: Error, Sendable {
    /// What became of the request.
    public enum Fate: Sendable, Hashable {
        /// It provably never reached the service.
        case notSent
        /// The service may have got it, and may have acted upon it.
        case unknown
    }

    /// What became of the request.
    public let fate: Fate
    /// What happened, in words; without the URL, which may have a secret in its query.
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

// MARK: What every transport looks at

extension HTTPResponse.Status {
    /// What a server answered that no answer has as its status.
    package struct Unusable: Error {
        package let code: Int?
    }

    /// Whether the answer is still to come.
    package static func isInterim(_ code: Int) -> Bool { 100..<200 ~= code && code != 101 }

    /// A final status, as a server wrote it: not every number is one.
    package init(checking code: Int, reasonPhrase: String = "") throws(TransportFailure) {
        guard 200...999 ~= code else {
            let reason =
                code == 101
                ? "the server changed to another protocol, which nobody asked for" : "the answer has the status \(code), which is none"
            throw TransportFailure(fate: .unknown, reason: reason, underlying: Unusable(code: code))
        }
        self.init(code: code, reasonPhrase: reasonPhrase)
    }
}

extension HTTPRequest {
    /// Where a request cannot go.
    package struct Unreachable: Error {}

    /// Sees that it names a host, and a port that there is, before a library that ends the process for less is asked.
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
    /// How many bytes it has, where a transport is about to send it.
    ///
    /// - Throws: ``TransportFailure``: what cannot be read is not sent.
    package func checkedLength() throws(TransportFailure) -> Int {
        do {
            return try length()
        } catch {
            throw TransportFailure(fate: .notSent, reason: "the file to send cannot be read", underlying: error)
        }
    }
}
