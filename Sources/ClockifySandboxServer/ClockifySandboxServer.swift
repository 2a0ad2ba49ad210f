public import ClockifyAPI
import ClockifyRuntime
public import ClockifySandbox
public import Foundation
import NIOCore
import NIOPosix

/// Serves a sandbox over HTTP on the loopback interface, for programs and tests that exercise the network.
///
///     let server = try await ClockifySandboxServer.start(sandbox)
///     let clockify = Clockify(.apiKey(sandbox.apiKey), site: server.site)
///     …
///     await server.stop()
///
/// Header fields of more than 64 KiB are rejected with status 431, and bodies of more than 32 MiB with status 413.
public final class ClockifySandboxServer: Sendable {
    /// The URL of the server: `http://127.0.0.1:49152`.
    public let url: URL
    /// All URLs of the server: ``url``, and `http://[::1]:49152` if the system has IPv6.
    public let urls: [URL]
    /// The sandbox that handles the requests.
    public let sandbox: ClockifySandbox

    private let group: MultiThreadedEventLoopGroup
    private let listeners: Listeners
    private let stopping = Lock<Task<Void, Never>?>(nil)

    private init(sandbox: ClockifySandbox, group: MultiThreadedEventLoopGroup, listeners: Listeners, urls: [URL], url: URL) {
        self.url = url
        self.urls = urls
        self.sandbox = sandbox
        self.group = group
        self.listeners = listeners
    }

    /// The site to configure a client with.
    public var site: Clockify.Site {
        .custom(
            backend: url.appendingPathComponent("api"), reports: url.appendingPathComponent("report"),
            timeOff: url.appendingPathComponent("pto"))
    }

    /// Starts a server on `127.0.0.1`, and on `::1` if the system has IPv6. No other machine can reach it.
    ///
    /// - Parameters:
    ///   - sandbox: The sandbox to serve.
    ///   - port: The port to listen on, which must be free. By default, the system chooses one.
    /// - Throws: ``StartError/portTaken(_:)`` at once if another program listens on the port.
    public static func start(
        _ sandbox: ClockifySandbox = ClockifySandbox(), port: UInt16 = 0
    ) async throws(StartError) -> ClockifySandboxServer {
        // A sandbox handles one request at a time, so more threads would only wait for each other.
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        do throws(StartError) {
            let listeners = try await Listeners.open(port: port, sandbox: sandbox, group: group)
            let urls = listeners.hosts.compactMap { URL(string: "http://\($0):\(listeners.port)") }
            guard let url = urls.first else { throw StartError.cannotListen("there is no URL for port \(listeners.port)") }
            return ClockifySandboxServer(sandbox: sandbox, group: group, listeners: listeners, urls: urls, url: url)
        } catch {
            // This only fails on an event loop of the group itself.
            try? await group.shutdownGracefully()
            throw error
        }
    }

    /// Stops listening, closes all connections, including those with a request that is being handled, and drops the sandbox's deliveries of
    /// webhooks. A second call has no effect.
    public func stop() async {
        // An event loop that is shut down completes nothing, so this happens once.
        let task = stopping.withLock { stopping in
            let task =
                stopping
                ?? Task { [listeners, group, sandbox] in
                    await listeners.close()
                    // Closes the connections. This only fails on an event loop of the group itself.
                    try? await group.shutdownGracefully()
                    await sandbox.deliveries.stop()
                }
            stopping = task
            return task
        }
        await task.value
    }
}
