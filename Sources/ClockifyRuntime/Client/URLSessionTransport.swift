import Foundation
import HTTPTypes
import HTTPTypesFoundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// The transport that every platform has.
public struct URLSessionTransport: Transport {
    private let session: URLSession

    /// - Parameter session: One of your own, for proxies, caches or trust of your own.
    public init(session: URLSession = URLSessionTransport.sharedSession) {
        self.session = session
    }

    /// Keeps no cookies and no cache: an answer about hours is asked for anew.
    public static let sharedSession: URLSession = {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpShouldSetCookies = false
        configuration.httpCookieAcceptPolicy = .never
        configuration.urlCache = nil
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        return URLSession(configuration: configuration, delegate: RedirectRefusal(), delegateQueue: nil)
    }()

    public func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
        guard var urlRequest = URLRequest(httpRequest: request) else { throw URLError(.badURL) }
        if let body { urlRequest.httpBody = Data(try body.collect()) }
        let (data, response) = try await session.data(for: urlRequest)
        guard let head = (response as? HTTPURLResponse)?.httpResponse else { throw URLError(.badServerResponse) }
        return TransportResponse(head: head, body: [UInt8](data))
    }
}

/// Leaves redirects to the client.
private final class RedirectRefusal: NSObject, URLSessionTaskDelegate {
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
        completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }
}
