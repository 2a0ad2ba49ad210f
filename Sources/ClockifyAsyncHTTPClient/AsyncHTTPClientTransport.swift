#if AsyncHTTPClient
public import AsyncHTTPClient
public import ClockifyRuntime
public import Foundation
public import HTTPTypes
public import NIOCore
import NIOHTTP1
import NIOHTTPCompression

/// A transport for servers that uses AsyncHTTPClient. It reuses connections, uses HTTP/2 if the service does, and sends and receives
/// bodies as fast as the slower side takes them.
///
///     let transport = AsyncHTTPClientTransport()
///     let clockify = Clockify(.apiKey("…"), transport: transport)
///     …
///     try await transport.shutdown()
///
/// It creates its own `HTTPClient` from a configuration instead of taking yours: a client that follows redirects would send the key to
/// another host, and a client does not reveal whether it does.
///
/// Proxies from the environment are used as curl uses them: `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy`. All except
/// `http_proxy` are also read in uppercase. A proxy in the configuration is used instead of them. The library sends `CONNECT` to a proxy
/// even for servers without TLS.
///
/// Bytes of a header that are not UTF-8 become U+FFFD. Over HTTP/2, a status below 100 terminates the process inside the library. If the
/// server is not trusted, set the configuration's `httpVersion` to `.http1Only`.
///
/// Copies share the connections. They are closed by ``shutdown()``, or when no copy and no response is left.
public struct AsyncHTTPClientTransport: ClientTransport {
    private let connections: Connections

    /// - Parameters:
    ///   - configuration: The configuration, for proxies, TLS roots and client certificates, protocols, and the pool. Start with
    ///     ``configuration`` and change it. Its redirect setting is ignored: the Clockify client handles redirects.
    ///   - eventLoopGroup: Your own group, which you shut down yourself, after this transport; `nil` for the shared one.
    ///   - environment: The environment variables that may name proxies. The default is the process's environment; `[:]` for none.
    public init(
        configuration: HTTPClient.Configuration = AsyncHTTPClientTransport.configuration, eventLoopGroup: (any EventLoopGroup)? = nil,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        let proxies = configuration.proxy == nil ? ProxySettings(environment: environment) : ProxySettings(environment: [:])
        connections = Connections(configuration: configuration, eventLoopGroup: eventLoopGroup, proxies: proxies)
    }

    /// A configuration that decompresses responses and fails at once if a connection is refused, because the Clockify client retries.
    public static var configuration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(decompression: .enabled(limit: .none))
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
    }

    /// Closes all connections, including those with calls on them. Later calls fail without being sent.
    public func shutdown() async throws {
        try await connections.shutdown()
    }

    /// Sends one request on a pooled connection. Returns when the head of the response has arrived; the body follows in pieces.
    public func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
        try Task.checkCancellation()
        try request.checkDestination()
        guard let url = request.url else {
            throw TransportFailure(fate: .notSent, reason: "the URL cannot be used", underlying: HTTPClientError.invalidURL)
        }
        var outgoing = HTTPClientRequest(url: url)
        outgoing.method = HTTPMethod(rawValue: request.method.rawValue)
        for field in request.headerFields { outgoing.headers.add(name: field.name.rawName, value: field.value) }
        outgoing.body = try body.map(HTTPClientRequest.Body.init)
        let response: HTTPClientResponse
        do {
            response = try await connections.client(for: request).execute(outgoing, deadline: .distantFuture)
        } catch {
            throw TransportFailure.of(error)
        }
        let reader = AnswerReader(response.body, keeping: connections)
        return TransportResponse(
            head: try response.head(isDecompressed: connections.decompresses), body: ResponseBody { try await reader.next() })
    }
}

extension HTTPRequest {
    fileprivate var url: String? {
        guard let scheme, let authority else { return nil }
        return "\(scheme)://\(authority)\(path ?? "/")"
    }
}

extension HTTPClientResponse {
    /// Returns the head as an `HTTPResponse`. If the body was decompressed, the headers that describe the compressed body are removed.
    fileprivate func head(isDecompressed: Bool) throws(TransportFailure) -> HTTPResponse {
        var head = HTTPResponse(status: try .init(checking: Int(clamping: status.code), reasonPhrase: status.reasonPhrase))
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { head.headerFields.append(HTTPField(name: name, value: value)) }
        }
        if isDecompressed, ["gzip", "deflate"].contains(head.headerFields[.contentEncoding]?.lowercased()) {
            head.headerFields[.contentEncoding] = nil
            head.headerFields[.contentLength] = nil
        }
        return head
    }
}
#endif
