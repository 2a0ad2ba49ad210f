#if AsyncHTTPClient
import AsyncHTTPClient
import ClockifyRuntime
import HTTPTypes
import NIOCore
import NIOHTTP1

/// An `HTTPClient` for direct connections and one for each proxy. All are shut down once, at the latest when this object is released.
final class Connections: Sendable {
    let decompresses: Bool
    private let makeClient: @Sendable (HTTPClient.Configuration.Proxy?) -> HTTPClient
    private let proxies: ProxySettings
    private let state: Lock<(clients: [HTTPClient.Configuration.Proxy?: HTTPClient], isShutDown: Bool)>

    init(configuration: HTTPClient.Configuration, eventLoopGroup: (any EventLoopGroup)?, proxies: ProxySettings) {
        var configuration = configuration
        configuration.redirectConfiguration = .disallow
        let initializer = configuration.http1_1ConnectionDebugInitializer
        configuration.http1_1ConnectionDebugInitializer = { channel in
            StatusGuard.add(to: channel).flatMap { initializer?(channel) ?? channel.eventLoop.makeSucceededVoidFuture() }
        }
        decompresses = if case .enabled = configuration.decompression { true } else { false }
        let common = configuration
        makeClient = { proxy in
            var configuration = common
            if let proxy { configuration.proxy = proxy }
            return eventLoopGroup.map { HTTPClient(eventLoopGroup: $0, configuration: configuration) }
                ?? HTTPClient(configuration: configuration)
        }
        self.proxies = proxies
        state = Lock((clients: [:], isShutDown: false))
    }

    /// Returns the client for a request's route: direct or through a proxy.
    func client(for request: HTTPRequest) throws -> HTTPClient {
        let proxy = try proxies.proxy(for: request).map { try HTTPClient.Configuration.Proxy($0) }
        return try state.withLock { state in
            guard !state.isShutDown else { throw HTTPClientError.alreadyShutdown }
            if let client = state.clients[proxy] { return client }
            let client = makeClient(proxy)
            state.clients[proxy] = client
            return client
        }
    }

    func shutdown() async throws {
        for client in beginShutdown() { try await client.shutdown() }
    }

    // A client lives until it has reported its shutdown. One that is released before terminates the process.
    deinit { for client in beginShutdown() { client.shutdown { _ in } } }

    private func beginShutdown() -> [HTTPClient] {
        state.withLock { state in
            defer { state = (clients: [:], isShutDown: true) }
            return Array(state.clients.values)
        }
    }
}

extension HTTPClient.Configuration.Proxy {
    /// The error for a proxy from the environment that AsyncHTTPClient does not support.
    struct Unusable: Error {}

    fileprivate init(_ proxy: ProxySettings.Proxy) throws(TransportFailure) {
        switch proxy.kind {
        case .http:
            self = .server(
                host: proxy.host, port: proxy.port,
                authorization: proxy.user.map { .basic(username: $0, password: proxy.password ?? "") })
        case .socks5 where proxy.user == nil: self = .socksServer(host: proxy.host, port: proxy.port)
        case .socks5, .other:
            throw TransportFailure(
                fate: .notSent, reason: "the environment names a kind of proxy that AsyncHTTPClient does not support",
                underlying: Unusable()
            )
        }
    }
}

/// Closes a connection whose response has an invalid status. The library treats a status below 200 as an interim response, and terminates
/// the process when a body follows.
private final class StatusGuard: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias InboundOut = HTTPClientResponsePart

    private var hasFailed = false

    static func add(to channel: any Channel) -> EventLoopFuture<Void> {
        channel.eventLoop.submit {
            let pipeline = channel.pipeline.syncOperations
            let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPResponseDecoder>.self)
            try pipeline.addHandler(StatusGuard(), position: .after(decoder))
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if hasFailed { return }
        if case .head(let head) = unwrapInboundIn(data), !(100..<200 ~= head.status.code) {
            do {
                _ = try HTTPResponse.Status(checking: Int(clamping: head.status.code))
            } catch {
                hasFailed = true
                context.fireErrorCaught(error)
                context.close(promise: nil)
                return
            }
        }
        context.fireChannelRead(data)
    }
}
#endif
