import ClockifySandbox
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// The sockets that a server accepts connections on: the same port of both loopback addresses.
struct Listeners: Sendable {
    let port: UInt16
    /// The addresses, as they are written in a URL.
    let hosts: [String]
    private let channels: [any Channel]

    /// - Parameter port: The port; 0 for any that is free.
    static func open(
        port: UInt16, sandbox: ClockifySandbox, group: MultiThreadedEventLoopGroup
    ) async throws(ClockifySandboxServer.StartError) -> Listeners {
        var attempts = 0
        while true {
            attempts += 1
            let ip4 = try await listen(on: "127.0.0.1", port: port, sandbox: sandbox, group: group)
            let chosen = ip4.localAddress?.port.map { UInt16(clamping: $0) } ?? port
            do throws(ClockifySandboxServer.StartError) {
                guard let ip6 = try await listenOnIPv6(port: chosen, sandbox: sandbox, group: group) else {
                    return Listeners(port: chosen, hosts: ["127.0.0.1"], channels: [ip4])
                }
                return Listeners(port: chosen, hosts: ["127.0.0.1", "[::1]"], channels: [ip4, ip6])
            } catch {
                try? await ip4.close().get()
                // The port that the system chose for one address may be taken on the other.
                guard port == 0, case .portTaken = error, attempts < 100 else { throw error }
            }
        }
    }

    /// Stops listening. Connections stay open.
    func close() async {
        for channel in channels {
            // A channel that is closed already cannot be closed.
            try? await channel.close().get()
        }
    }

    /// Returns `nil` if the system has no IPv6.
    private static func listenOnIPv6(
        port: UInt16, sandbox: ClockifySandbox, group: MultiThreadedEventLoopGroup
    ) async throws(ClockifySandboxServer.StartError) -> (any Channel)? {
        do throws(ClockifySandboxServer.StartError) {
            return try await listen(on: "::1", port: port, sandbox: sandbox, group: group)
        } catch {
            guard case .portTaken = error else { return nil }
            throw error
        }
    }

    private static func listen(
        on host: String, port: UInt16, sandbox: ClockifySandbox, group: MultiThreadedEventLoopGroup
    ) async throws(ClockifySandboxServer.StartError) -> any Channel {
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 256)
            // Without it, the port of a stopped server stays taken while old connections time out.
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers([
                        ByteToMessageHandler(HTTPRequestDecoder(limitConfiguration: Limits.decoder)), HTTPResponseEncoder(),
                        Connection(sandbox: sandbox),
                    ])
                }
            }
        do {
            return try await bootstrap.bind(host: host, port: Int(port)).get()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw .portTaken(port)
        } catch {
            throw .cannotListen("\(error)")
        }
    }
}
