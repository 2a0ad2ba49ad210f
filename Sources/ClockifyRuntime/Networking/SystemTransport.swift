public import HTTPTypes

/// The default transport: libcurl on Linux, URLSession on other platforms.
///
/// On Linux, URLSession is also used if libcurl cannot be loaded, as in a statically linked program. See ``URLSessionTransport`` for its
/// limits. All clients share the connections.
public struct SystemTransport: ClientTransport {
    private static let shared: any ClientTransport = {
        #if os(Linux)
        if let transport = try? CurlTransport() { return transport }
        #endif
        return URLSessionTransport.shared
    }()

    /// Creates a transport that shares its connections with all others.
    public init() {}

    /// Sends one request with the system's transport, which all instances share.
    public func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
        try await SystemTransport.shared.send(request, body: body)
    }
}
