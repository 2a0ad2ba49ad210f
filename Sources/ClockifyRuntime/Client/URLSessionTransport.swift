import Foundation
import HTTPTypes
import HTTPTypesFoundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// The transport that every platform has.
public struct URLSessionTransport: Transport {
    /// Answers the server's question whether it, or the client, can be trusted: for roots and certificates of your own.
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

    public init() { self = .shared }

    /// Keeps no cookies and no cache: an answer about hours is asked for anew.
    public static var configuration: URLSessionConfiguration {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpShouldSetCookies = false
        configuration.httpCookieAcceptPolicy = .never
        configuration.httpCookieStorage = nil
        configuration.urlCredentialStorage = nil
        configuration.urlCache = nil
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        return configuration
    }

    public func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
        guard var urlRequest = URLRequest(httpRequest: request) else {
            throw TransportFailure(fate: .notSent, reason: "the URL cannot be used", underlying: URLError(.badURL))
        }
        guard let body else { return try await connection.send(urlRequest) }
        if let bytes = body.bytesInMemory {
            urlRequest.httpBody = Data(bytes)
            return try await connection.send(urlRequest)
        }
        // What is on disk goes from there: its length is known, and memory stays flat.
        let file = try body.file()
        return try await connection.send(urlRequest, from: file)
    }
}

/// A session of our own, ended when nothing uses it any more.
private final class SessionConnection: Sendable {
    private let session: URLSession
    private let delegate: SessionDelegate

    init(configuration: URLSessionConfiguration, challenge: URLSessionTransport.Challenge?) {
        delegate = SessionDelegate(challenge: challenge)
        session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: SessionQueue())
    }

    deinit { session.finishTasksAndInvalidate() }

    func send(_ request: URLRequest, from file: BodyFile? = nil) async throws -> TransportResponse {
        let task = file.map { session.uploadTask(with: request, fromFile: $0.url) } ?? session.dataTask(with: request)
        // The exchange keeps the file until the task has ended, and the session as long.
        let exchange = SessionExchange(task: task, keeping: (self, file))
        delegate.add(exchange, for: task.taskIdentifier)
        return try await exchange.response()
    }
}

/// Tells the delegate what happens at once, on the thread on which it does.
private final class SessionQueue: OperationQueue, @unchecked Sendable {
    #if canImport(FoundationNetworking)
    override func addOperation(_ block: @escaping @Sendable () -> Void) { block() }
    #endif
}
