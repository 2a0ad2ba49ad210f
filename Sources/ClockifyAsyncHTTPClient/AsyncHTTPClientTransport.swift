#if AsyncHTTPClient
import AsyncHTTPClient
import ClockifyRuntime
import Foundation
import HTTPTypes
import NIOCore
import NIOHTTP1

/// Carries calls with AsyncHTTPClient, for servers: connections are reused, HTTP/2 is spoken where the service does, and
/// bodies go and come as fast as the slower side takes them.
///
///     let transport = AsyncHTTPClientTransport()
///     let clockify = Clockify(.apiKey("…"), transport: transport)
///     …
///     try await transport.shutdown()
///
/// It has an `HTTPClient` of its own, made from a configuration, rather than one of the caller's: one that follows redirects would
/// carry the key to another host, and a client does not tell whether it does.
///
/// Proxies that the environment names are used as curl uses them: `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy`, each also in
/// capitals but `http_proxy`. A proxy of the configuration's is used instead of them. A proxy is asked for a connection (`CONNECT`) also to
/// servers without TLS, as the library does.
///
/// Bytes of a header that are not UTF-8 come as U+FFFD. Over HTTP/2, a status below 100 ends the process in the library; where the server
/// is not to be trusted, set the configuration's `httpVersion` to `.http1Only`.
///
/// Copies share the connections. They are closed by ``shutdown()``, or when no copy and no answer is left.
public struct AsyncHTTPClientTransport: ClientTransport {
    private let connections: Connections

    /// - Parameters:
    ///   - configuration: For proxies, TLS roots and client certificates, protocols, the pool: begin with ``configuration`` and change
    ///     it. Redirects are left to the client whatever it says of them.
    ///   - eventLoopGroup: One of your own, which you shut down yourself, after this; the shared one when nil.
    ///   - environment: What may name proxies: the process's environment; `[:]` for none.
    public init(
        configuration: HTTPClient.Configuration = AsyncHTTPClientTransport.configuration, eventLoopGroup: (any EventLoopGroup)? = nil,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        let proxies = configuration.proxy == nil ? ProxySettings(environment: environment) : ProxySettings(environment: [:])
        connections = Connections(configuration: configuration, eventLoopGroup: eventLoopGroup, proxies: proxies)
    }

    /// Fails at once where nobody listens, as the client repeats what was refused itself, and unpacks compressed answers.
    public static var configuration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(decompression: .enabled(limit: .none))
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
    }

    /// Closes all connections, also those with calls on them. Calls that come later fail, and are not sent.
    public func shutdown() async throws {
        try await connections.shutdown()
    }

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
    /// The head in the ecosystem's types. What the network layer has undone, the answer no longer says of itself.
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
