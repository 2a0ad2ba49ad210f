#if os(Linux)
import ClockifyCurl
public import HTTPTypes

/// A transport that uses libcurl, the library that FoundationNetworking is built on. ``SystemTransport`` uses it on Linux.
///
/// FoundationNetworking terminates the process when a server closes a connection inside the head of a response, or ends a body with
/// trailers. libcurl does not. It is loaded at run time and adds nothing to the build.
///
/// Unread bytes of a body stay on the network, so that memory use stays flat. Each write uses a new connection: on a reused one, libcurl
/// would resend a request that got no response. The protocol is HTTP/1.1. Unless a proxy is given, the proxies of the environment are
/// used (`https_proxy`, `no_proxy`). Copies share the connections, which are closed when no copy and no response is left.
public struct CurlTransport: ClientTransport {
    private let connections: CurlConnections

    /// - Parameters:
    ///   - certificateAuthorities: The path of a PEM file with the certificates to trust; `nil` for those of the system.
    ///   - proxy: `http://host:port` or `socks5h://…`; `""` for no proxy, `nil` for the environment's settings.
    ///   - connectionsPerHost: The maximum number of concurrent calls to one host, at least 1. Further calls wait. A response that is not
    ///     read to its end counts as a call.
    /// - Throws: ``APIFailure/configuration(_:)`` if libcurl 7.68 or newer cannot be loaded.
    public init(certificateAuthorities: String? = nil, proxy: String? = nil, connectionsPerHost: Int = 64) throws(APIFailure) {
        let settings = CurlSettings(certificateAuthorities: certificateAuthorities, proxy: proxy)
        guard clockify_curl_version() != nil, let loop = CurlLoop(connectionsPerHost: max(1, connectionsPerHost)) else {
            throw .configuration("libcurl.so.4 cannot be loaded, or is older than 7.68")
        }
        connections = CurlConnections(loop: loop, settings: settings)
    }

    /// Sends one request with libcurl. Returns when the head of the response has arrived; the body follows in pieces.
    public func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
        try Task.checkCancellation()
        let handle = try CurlHandle(request, body: body, settings: connections.settings)
        return try await CurlExchange(handle, over: connections).response()
    }
}

/// The settings that all requests of a transport share.
struct CurlSettings: Sendable {
    let certificateAuthorities: String?
    let proxy: String?
}

/// Keeps a loop running as long as a transport or a response needs it.
final class CurlConnections: Sendable {
    let loop: CurlLoop
    let settings: CurlSettings

    init(loop: CurlLoop, settings: CurlSettings) {
        self.loop = loop
        self.settings = settings
    }

    deinit { loop.stop() }
}

/// An error that libcurl reported, without the URL.
struct CurlError: Error, CustomStringConvertible {
    /// A `CURLcode`.
    let code: Int

    var description: String { "libcurl \(code): \(clockify_curl_reason(code).map { String(cString: $0) } ?? "")" }
}

extension CurlError {
    /// A description of the error.
    var reason: String {
        switch code {
        case CLOCKIFY_CURLE_URL_MALFORMAT: "the URL cannot be used"
        case CLOCKIFY_CURLE_COULDNT_RESOLVE_HOST: "the host was not found"
        case CLOCKIFY_CURLE_COULDNT_RESOLVE_PROXY: "the proxy was not found"
        case CLOCKIFY_CURLE_COULDNT_CONNECT: "the host refused the connection"
        case CLOCKIFY_CURLE_PROXY: "the proxy refused the connection"
        case CLOCKIFY_CURLE_OPERATION_TIMEDOUT: "timed out"
        case CLOCKIFY_CURLE_UNSUPPORTED_PROTOCOL, CLOCKIFY_CURLE_WEIRD_SERVER_REPLY: "the response was not HTTP"
        case CLOCKIFY_CURLE_GOT_NOTHING: "the connection was closed without a response"
        case CLOCKIFY_CURLE_SEND_ERROR, CLOCKIFY_CURLE_RECV_ERROR: "the connection was lost"
        case CLOCKIFY_CURLE_PARTIAL_FILE: "the connection was closed before the end of the response"
        case CLOCKIFY_CURLE_SSL_CONNECT_ERROR, CLOCKIFY_CURLE_PEER_FAILED_VERIFICATION, CLOCKIFY_CURLE_SSL_CACERT_BADFILE,
            CLOCKIFY_CURLE_SSL_ISSUER_ERROR:
            "no secure connection could be made"
        default: "\(self)"
        }
    }
}
#endif
