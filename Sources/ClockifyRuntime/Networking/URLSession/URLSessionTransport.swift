import Foundation
import HTTPTypes
import HTTPTypesFoundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// The transport that every platform has.
///
/// On Linux it has the limits of FoundationNetworking, which lie below this package: each write has a connection of its own, which costs
/// a handshake, and these cannot be mended from here:
/// - An answer with trailers, a connection that the server closes inside the head, or a Content-Length of 9223372036854775807 ends the
///   process.
/// - The session reads and unpacks for as long as bytes are there, before it hears that a request is to end. Whoever waits is let go at
///   once, and what comes after is dropped, but the other calls of the session wait as long. At most 1 GiB of an answer waits on disk: a
///   reader who is slower than that fails. The body of a redirect is kept in memory, without a bound.
/// - A compressed answer that is cut short in its compressed form is taken as whole.
/// - An answer with a header that is not UTF-8, or without a reason or a space after its status, is lost.
///
/// Programs that talk to servers they do not trust, or write much and fast, are better served by `AsyncHTTPClientTransport` of
/// `ClockifyAsyncHTTPClient`.
public struct URLSessionTransport: ClientTransport {
    /// Answers the server's question whether it, or the client, can be trusted: for roots and certificates of your own. Linux does not ask.
    public typealias Challenge =
        @Sendable (URLAuthenticationChallenge) async -> (URLSession.AuthChallengeDisposition, URLCredential?)

    private let connection: SessionConnection

    /// One session for every client that asks for nothing else.
    public static let shared = URLSessionTransport(configuration: URLSessionTransport.configuration)

    /// - Parameters:
    ///   - configuration: For proxies, connection limits, protocols: begin with ``configuration`` and change it.
    ///   - challenge: For trust of your own. The system decides when there is none.
    public init(configuration: URLSessionConfiguration, challenge: Challenge? = nil) {
        connection = SessionConnection(configuration: configuration, challenge: challenge)
    }

    /// Creates a transport that shares its connections with all others created so.
    public init() { self = .shared }

    /// Keeps no cookies and no cache: an answer about hours is asked for anew.
    public static var configuration: URLSessionConfiguration {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpShouldSetCookies = false
        configuration.httpCookieAcceptPolicy = .never
        configuration.httpCookieStorage = nil
        configuration.urlCache = nil
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        return configuration
    }

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
        // What is on disk goes from there: its length is known, and memory stays flat.
        #if canImport(FoundationNetworking)
        let length = try body.checkedLength()
        urlRequest.httpBodyStream = BodyStream(body, length: length)
        urlRequest.setValue(String(length), forHTTPHeaderField: "Content-Length")
        // A name without a value: the library below neither sends it, nor cuts into chunks what has a length.
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

/// A session of our own, ended when nothing uses it any more.
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

    /// What a request goes over: a write, on Linux, over a connection that was never used.
    ///
    /// When a used connection ends without an answer, which services do to those that were idle, FoundationNetworking sends a
    /// request without a body again, before anyone here is asked; with one that has a body it waits in vain, busily, until the time
    /// for the request is up.
    func suited(to method: HTTPRequest.Method) -> SessionConnection {
        #if canImport(FoundationNetworking)
        method.onlyReads ? self : SessionConnection(configuration: session.configuration, challenge: challenge)
        #else
        self
        #endif
    }

    deinit { session.finishTasksAndInvalidate() }

    func send(_ request: URLRequest, from file: BodyFile? = nil) async throws -> TransportResponse {
        // The exchange keeps the file until the task has ended, and the session as long.
        let exchange = SessionExchange { exchange in
            let task = file.map { self.session.uploadTask(with: request, fromFile: $0.url) } ?? self.session.dataTask(with: request)
            self.delegate.add(exchange, for: task.taskIdentifier)
            return task
        }
        return try await exchange.response()
    }
}

extension URLRequest {
    /// A reading request in the form that nearly all have: each header once, in ASCII. Nil for others, which need translating.
    ///
    /// Setting the method that it has anyway would cost as much as everything else here.
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
/// Runs what a session tells its delegate at once, where the session is. It keeps its own order, and who listens here only hands on.
///
/// A queue of its own would cost a change of threads for each piece, and bytes that come faster than they are read would pile up in it:
/// cancelling would end the task only after all of them.
private final class SessionQueue: OperationQueue, @unchecked Sendable {
    // Unchecked as its superclass is, which may be used from any thread; it adds no state.
    override func addOperation(_ block: @escaping @Sendable () -> Void) { block() }
}
#endif
