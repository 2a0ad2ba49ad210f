import HTTPTypes

/// The transport of clients that ask for no other: libcurl on Linux, URLSession elsewhere.
///
/// Where Linux has no libcurl that can be loaded, as in a program that is linked statically, URLSession carries the calls there too.
/// ``URLSessionTransport`` says what that means. Every client shares the connections.
public struct SystemTransport: ClientTransport {
    private static let shared: any ClientTransport = {
        #if os(Linux)
        if let transport = try? CurlTransport() { return transport }
        #endif
        return URLSessionTransport.shared
    }()

    /// Creates a transport that shares its connections with all others.
    public init() {}

    public func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
        try await SystemTransport.shared.send(request, body: body)
    }
}
