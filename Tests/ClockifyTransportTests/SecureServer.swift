#if AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Synchronization

/// Responds to every request over TLS with the same text, and counts the requests.
final class SecureServer: Sendable {
    private let channel: any Channel
    private let counter: Counter

    var port: Int { channel.localAddress?.port ?? 0 }
    /// The number of requests that the server could decode.
    var requests: Int { counter.count.load(ordering: .acquiring) }

    init(answer: String) async throws {
        let counter = Counter()
        let context = try NIOSSLContext(
            configuration: .makeServerConfiguration(
                certificateChain: [.certificate(try Self.certificate())],
                privateKey: .privateKey(try NIOSSLPrivateKey(bytes: Array(Self.key.utf8), format: .pem))))
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(Answering(answer: answer, counter: counter))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        self.counter = counter
    }

    func stop() async throws { try await channel.close() }

    /// A self-signed certificate for 127.0.0.1, only for these tests.
    static func certificate() throws -> NIOSSLCertificate { try NIOSSLCertificate(bytes: Array(pem.utf8), format: .pem) }

    static let pem = """
        -----BEGIN CERTIFICATE-----
        MIIBWzCCAQKgAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAkxMjcuMC4w
        LjEwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBQxEjAQBgNVBAMM
        CTEyNy4wLjAuMTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABHCveC3ZJ+D8sJ8Y
        nJOFXrbH65h4/EAFfXKd4mYXX5rnjbgwwNk363e8+gOiJVWcwfDLFgE/z7++1jJy
        0UftiCWjQzBBMA8GA1UdEQQIMAaHBH8AAAEwDwYDVR0TAQH/BAUwAwEB/zAdBgNV
        HQ4EFgQUKZfp4wFcmRYRElEwTzBitmuRSfYwCgYIKoZIzj0EAwIDRwAwRAIgKFku
        3M1IWlJTLNoMLWVD30s82DIdm/7x/Cqdazj0fKQCIH7HqTZA/w2f+bkfiXyD6fwQ
        bdDzvy2UNdQphfESqOHk
        -----END CERTIFICATE-----
        """

    private static let key = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgQ3diohmTIKD01rHm
        5d8jnW4qHdlv0sws0rQtWetihsahRANCAARwr3gt2Sfg/LCfGJyThV62x+uYePxA
        BX1yneJmF1+a5424MMDZN+t3vPoDoiVVnMHwyxYBP8+/vtYyctFH7Ygl
        -----END PRIVATE KEY-----
        """
}

private final class Counter: Sendable {
    let count = Atomic(0)
}

private final class Answering: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let answer: String
    private let counter: Counter

    init(answer: String, counter: Counter) {
        self.answer = answer
        self.counter = counter
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .end = unwrapInboundIn(data) else { return }
        counter.count.add(1, ordering: .acquiringAndReleasing)
        let headers = HTTPHeaders([("Content-Type", "application/json"), ("Content-Length", "\(answer.utf8.count)")])
        context.write(wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .ok, headers: headers))), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: answer)))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    // Clients that do not trust the certificate disconnect during the handshake.
    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
#endif
