import NIOCore
import NIOHTTP1
import NIOPosix

/// A small HTTP server that receives POST requests at one path.
struct DeliveryListener {
    typealias Connection = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>
    typealias Handler = @Sendable (_ headers: [String: String], _ body: [UInt8]) -> HTTPResponseStatus

    let port: Int
    let path: String

    static let largestBody = 1 << 20

    func run(_ handler: @escaping Handler) async throws {
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(host: "0.0.0.0", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    return try Connection(wrappingChannelSynchronously: channel)
                }
            }
        try await withThrowingDiscardingTaskGroup { group in
            try await server.executeThenClose { connections in
                for try await connection in connections {
                    // A connection that breaks does not end the others.
                    group.addTask { try? await serve(connection, handler) }
                }
            }
        }
    }

    private func serve(_ connection: Connection, _ handler: Handler) async throws {
        try await connection.executeThenClose { parts, output in
            var head: HTTPRequestHead?
            var body: [UInt8] = []
            for try await part in parts {
                switch part {
                case .head(let arriving):
                    head = arriving
                    body = []
                case .body(let bytes):
                    body += bytes.readableBytesView
                    // The connection is closed.
                    guard body.count <= Self.largestBody else { return }
                case .end:
                    guard let head else { return }
                    try await output.write(.head(response(to: head, body, handler)))
                    try await output.write(.end(nil))
                    guard head.isKeepAlive else { return }
                }
            }
        }
    }

    private func response(to head: HTTPRequestHead, _ body: [UInt8], _ handler: Handler) -> HTTPResponseHead {
        let status: HTTPResponseStatus
        if head.method == .POST, head.uri == path {
            status = handler(Dictionary(head.headers.map { ($0.name, $0.value) }) { first, _ in first }, body)
        } else {
            status = .notFound
        }
        return HTTPResponseHead(version: .http1_1, status: status, headers: ["content-length": "0"])
    }
}
