import Foundation
public import HTTPTypes
import HTTPTypesFoundation

#if canImport(FoundationNetworking)
public import FoundationNetworking
#endif

/// A transport that uses URLSession and is available on every platform.
///
/// On Linux, it has the limits of FoundationNetworking. Each write uses a new connection, which costs a handshake. This package cannot
/// work around the following limits:
/// - A response with trailers, a connection that the server closes inside the head, or a Content-Length of 9223372036854775807 terminates
///   the process.
/// - The session reads and decompresses all available bytes before it notices that a request was cancelled. The waiting task is resumed
///   at once, and later bytes are dropped, but other calls on the session wait until then. At most 1 GiB of a response is kept on disk; a
///   slower reader fails. The body of a redirect is kept in memory, without a limit.
/// - A compressed response that is truncated in its compressed form is treated as complete.
/// - A response with a header that is not UTF-8, or without a reason phrase or a space after its status, is lost.
///
/// For servers that are not trusted, and for many fast writes, use `AsyncHTTPClientTransport` from `ClockifyAsyncHTTPClient`.
public struct URLSessionTransport: ClientTransport {
    /// Decides whether the server is trusted, and with which certificate the client authenticates. Never called on Linux.
    public typealias Challenge =
        @Sendable (URLAuthenticationChallenge) async -> (URLSession.AuthChallengeDisposition, URLCredential?)

    private let connection: SessionConnection

    /// The transport with the default configuration. All its users share one session.
    public static let shared = URLSessionTransport(configuration: URLSessionTransport.configuration)

    /// - Parameters:
    ///   - configuration: The session's configuration, for proxies, connection limits and protocols. Start with ``configuration`` and
    ///     change it.
    ///   - challenge: Makes trust decisions. If `nil`, the system makes them.
    public init(configuration: URLSessionConfiguration, challenge: Challenge? = nil) {
        connection = SessionConnection(configuration: configuration, challenge: challenge)
    }

    /// Creates a transport that shares its connections with all others created this way.
    public init() { self = .shared }

    /// A configuration without cookies and without a cache, so that every call sends a request.
    public static var configuration: URLSessionConfiguration {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpShouldSetCookies = false
        configuration.httpCookieAcceptPolicy = .never
        configuration.httpCookieStorage = nil
        configuration.urlCache = nil
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        return configuration
    }

    /// Sends one request as a task of the session. Returns when the head of the response has arrived; the body follows in pieces.
    public func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
        try Task.checkCancellation()
        try request.checkDestination()
        guard var urlRequest = URLRequest(reading: request) ?? URLRequest(httpRequest: request) else {
            throw TransportFailure(fate: .notSent, reason: "the URL cannot be used", underlying: URLError(.badURL))
        }
        let connection = connection.suited(to: request.method)
        guard let body else { return try await connection.send(urlRequest) }
        if let bytes = body.bytesInMemory {
            urlRequest.httpBody = Data(bytes)
            return try await connection.send(urlRequest)
        }
        // A body on disk is streamed from there: its length is known, and memory use stays flat.
        #if canImport(FoundationNetworking)
        let length = try body.checkedLength()
        urlRequest.httpBodyStream = BodyStream(body, length: length)
        urlRequest.setValue(String(length), forHTTPHeaderField: "Content-Length")
        // With a blank value, libcurl neither sends this header nor uses chunked encoding for a body of known length.
        urlRequest.setValue(" ", forHTTPHeaderField: "Transfer-Encoding")
        return try await connection.send(urlRequest)
        #else
        let file: BodyFile
        do {
            file = try body.file()
        } catch {
            throw TransportFailure(fate: .notSent, reason: "the file to send cannot be read or prepared", underlying: error)
        }
        return try await connection.send(urlRequest, from: file)
        #endif
    }
}

/// A URLSession that is invalidated when it is no longer used.
private final class SessionConnection: Sendable {
    private let session: URLSession
    private let delegate: SessionDelegate
    private let challenge: URLSessionTransport.Challenge?

    init(configuration: URLSessionConfiguration, challenge: URLSessionTransport.Challenge?) {
        self.challenge = challenge
        delegate = SessionDelegate(challenge: challenge)
        #if canImport(FoundationNetworking)
        let queue = SessionQueue()
        #else
        let queue: OperationQueue? = nil
        #endif
        session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: queue)
    }

    /// Returns the connection for a request. On Linux, a write gets a connection that was never used.
    ///
    /// Services close connections that were idle. When a used connection closes without a response, FoundationNetworking resends a
    /// request without a body before it notifies this code. With a request that has a body, it busy-waits until the request times out.
    func suited(to method: HTTPRequest.Method) -> SessionConnection {
        #if canImport(FoundationNetworking)
        method.onlyReads ? self : SessionConnection(configuration: session.configuration, challenge: challenge)
        #else
        self
        #endif
    }

    deinit { session.finishTasksAndInvalidate() }

    func send(_ request: URLRequest, from file: BodyFile? = nil) async throws -> TransportResponse {
        // The exchange keeps the file and the session alive until the task has ended.
        let exchange = SessionExchange { exchange in
            let task = file.map { self.session.uploadTask(with: request, fromFile: $0.url) } ?? self.session.dataTask(with: request)
            self.delegate.add(exchange, for: task.taskIdentifier)
            return task
        }
        return try await exchange.response()
    }
}

extension URLRequest {
    /// Creates a GET request in its most common form: each header once, in ASCII. Returns `nil` for all others, which need a conversion.
    ///
    /// The method is not set: it is GET by default, and setting it would cost as much as everything else here.
    fileprivate init?(reading request: HTTPRequest) {
        guard request.method == .get, let url = request.url else { return nil }
        var fields: [String: String] = [:]
        for field in request.headerFields {
            guard field.value.utf8.allSatisfy({ $0 < 0x80 }), fields.updateValue(field.value, forKey: field.name.rawName) == nil else {
                return nil
            }
        }
        self.init(url: url)
        allHTTPHeaderFields = fields
    }
}

#if canImport(FoundationNetworking)
/// Runs the delegate calls of a session immediately, on the session's thread. They stay in order, and the delegate only forwards them.
///
/// A separate queue would cost a thread switch for each piece. Bytes that arrive faster than they are read would pile up in it, and
/// cancelling would end the task only after all of them.
private final class SessionQueue: OperationQueue, @unchecked Sendable {
    // `@unchecked` like its superclass, which may be used from any thread. This class adds no state.
    override func addOperation(_ block: @escaping @Sendable () -> Void) { block() }
}
#endif
