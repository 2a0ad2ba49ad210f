import ClockifyAPI
import ClockifySandbox
import FlyingFox
import FlyingSocks
import Foundation

/// Serves a sandbox over HTTP on this machine's loopback address, for programs and tests whose subject is the network.
///
///     let server = try await ClockifySandboxServer.start(sandbox)
///     let clockify = Clockify(.apiKey(sandbox.apiKey), site: server.site)
///     …
///     await server.stop()
public final class ClockifySandboxServer: Sendable {
    /// `http://127.0.0.1:49152`
    public let url: URL
    /// The sandbox that is served.
    public let sandbox: ClockifySandbox

    private let server: HTTPServer
    private let task: Task<Void, any Error>

    private init(url: URL, sandbox: ClockifySandbox, server: HTTPServer, task: Task<Void, any Error>) {
        self.url = url
        self.sandbox = sandbox
        self.server = server
        self.task = task
    }

    /// Where a client finds the services.
    public var site: Clockify.Site {
        .custom(
            backend: url.appendingPathComponent("api"), reports: url.appendingPathComponent("report"),
            timeOff: url.appendingPathComponent("pto"))
    }

    /// Listens, on a port that the system chooses.
    ///
    /// - Parameter port: One of your own; it must be free.
    /// - Throws: What the system says when it cannot listen.
    public static func start(_ sandbox: ClockifySandbox = ClockifySandbox(), port: UInt16 = 0) async throws -> ClockifySandboxServer {
        // What takes longer is answered with 500, and on a busy machine a request may wait long for its turn.
        let server = HTTPServer(
            address: try .inet(ip4: "127.0.0.1", port: port), timeout: 300, logger: .disabled, handler: SandboxHandler(sandbox: sandbox))
        let task = Task { try await server.run() }
        do {
            // On a machine that is busy, others come first for a long while.
            try await server.waitUntilListening(timeout: 120)
        } catch {
            task.cancel()
            throw error
        }
        guard case .ip4(let host, let port)? = await server.listeningAddress, let url = URL(string: "http://\(host):\(port)") else {
            await server.stop()
            task.cancel()
            throw URLError(.cannotConnectToHost)
        }
        return ClockifySandboxServer(url: url, sandbox: sandbox, server: server, task: task)
    }

    /// Stops listening and lets go of all connections.
    public func stop() async {
        await server.stop()
        task.cancel()
        _ = await task.result
    }
}
