import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import TimeEntrySamples

/// Responds to every request with 50 time entries, on a free port of the loopback interface. Prints the port. Exits when its
/// standard input is closed, so that it never outlives its parent process.
@main
struct LoopbackServer {
    static func main() async throws {
        Thread.detachNewThread {
            while readLine() != nil {}
            exit(0)
        }
        let body = ByteBuffer(bytes: TimeEntrySamples.list(50))
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup(numberOfThreads: 1))
            .serverChannelOption(.backlog, value: 256)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(Responder(body: body))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        guard let port = channel.localAddress?.port else { exit(1) }
        try FileHandle.standardOutput.write(contentsOf: Data("\(port)\n".utf8))
        try await channel.closeFuture.get()
    }
}

/// Gives every request the same response, in one write.
private final class Responder: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let body: ByteBuffer

    init(body: ByteBuffer) { self.body = body }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .end = unwrapInboundIn(data) else { return }
        let headers: HTTPHeaders = [
            "Content-Type": "application/json", "Last-Page": "true", "Content-Length": "\(body.readableBytes)",
        ]
        context.write(wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .ok, headers: headers))), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
}
