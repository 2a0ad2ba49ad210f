#if os(Linux)
import ClockifyCurl
import HTTPTypes

/// Carries calls with libcurl, the library that FoundationNetworking is built on: what ``SystemTransport`` uses on Linux.
///
/// FoundationNetworking ends the process when a server closes a connection inside the head of an answer, or ends a body with trailers.
/// libcurl does not. It is loaded when the program runs, and nothing more is built for it.
///
/// A body waits on the network while nobody reads it, so that memory stays flat. Writes have a connection of their own: over one that
/// was used before, libcurl would send a request again that got no answer. HTTP/1.1 is spoken. Proxies are those of the environment
/// (`https_proxy`, `no_proxy`), unless one is named. Copies share the connections, which are closed when no copy and no answer is left.
public struct CurlTransport: ClientTransport {
    private let connections: CurlConnections

    /// - Parameters:
    ///   - certificateAuthorities: The path of a file with the certificates to trust, in PEM; nil for those of the system.
    ///   - proxy: `http://host:port`, or `socks5h://…`; `""` for none, nil for what the environment says.
    ///   - connectionsPerHost: How many calls to one host are under way at once, at least 1; others wait for their turn. An answer that
    ///     nobody reads to its end is one of them.
    /// - Throws: ``APIFailure/configuration(_:)`` where libcurl 7.68 or newer cannot be loaded.
    public init(certificateAuthorities: String? = nil, proxy: String? = nil, connectionsPerHost: Int = 64) throws(APIFailure) {
        let settings = CurlSettings(certificateAuthorities: certificateAuthorities, proxy: proxy)
        guard clockify_curl_version() != nil, let loop = CurlLoop(connectionsPerHost: max(1, connectionsPerHost)) else {
            throw .configuration("libcurl.so.4 cannot be loaded, or is older than 7.68")
        }
        connections = CurlConnections(loop: loop, settings: settings)
    }

    public func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
        try Task.checkCancellation()
        let handle = try CurlHandle(request, body: body, settings: connections.settings)
        return try await CurlExchange(handle, over: connections).response()
    }
}

/// What all requests of a transport have in common.
struct CurlSettings: Sendable {
    let certificateAuthorities: String?
    let proxy: String?
}

/// Keeps a loop going for as long as a transport or an answer needs it.
final class CurlConnections: Sendable {
    let loop: CurlLoop
    let settings: CurlSettings

    init(loop: CurlLoop, settings: CurlSettings) {
        self.loop = loop
        self.settings = settings
    }

    deinit { loop.stop() }
}

/// Why libcurl gave up, without the URL.
struct CurlError: Error, CustomStringConvertible {
    /// A `CURLcode`.
    let code: Int

    var description: String { "libcurl \(code): \(clockify_curl_reason(code).map { String(cString: $0) } ?? "")" }
}

extension CurlError {
    /// What happened, in words.
    var reason: String {
        switch code {
        case CLOCKIFY_CURLE_URL_MALFORMAT: "the URL cannot be used"
        case CLOCKIFY_CURLE_COULDNT_RESOLVE_HOST: "the host was not found"
        case CLOCKIFY_CURLE_COULDNT_RESOLVE_PROXY: "the proxy was not found"
        case CLOCKIFY_CURLE_COULDNT_CONNECT: "the host refused the connection"
        case CLOCKIFY_CURLE_PROXY: "the proxy refused the connection"
        case CLOCKIFY_CURLE_OPERATION_TIMEDOUT: "timed out"
        case CLOCKIFY_CURLE_UNSUPPORTED_PROTOCOL, CLOCKIFY_CURLE_WEIRD_SERVER_REPLY: "the answer was not HTTP"
        case CLOCKIFY_CURLE_GOT_NOTHING: "the connection was closed without an answer"
        case CLOCKIFY_CURLE_SEND_ERROR, CLOCKIFY_CURLE_RECV_ERROR: "the connection was lost"
        case CLOCKIFY_CURLE_PARTIAL_FILE: "the connection was closed before the end of the answer"
        case CLOCKIFY_CURLE_SSL_CONNECT_ERROR, CLOCKIFY_CURLE_PEER_FAILED_VERIFICATION, CLOCKIFY_CURLE_SSL_CACERT_BADFILE,
            CLOCKIFY_CURLE_SSL_ISSUER_ERROR:
            "no secure connection could be made"
        default: "\(self)"
        }
    }
}
#endif
