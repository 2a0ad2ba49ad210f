public import ClockifyAPI
public import ClockifySandbox
import FlyingFox
import FlyingSocks
public import Foundation

/// Serves a sandbox over HTTP on the loopback address, for programs and tests that exercise the network.
///
///     let server = try await ClockifySandboxServer.start(sandbox)
///     let clockify = Clockify(.apiKey(sandbox.apiKey), site: server.site)
///     …
///     await server.stop()
public final class ClockifySandboxServer: Sendable {
    /// The URL of the server: `http://127.0.0.1:49152`.
    public let url: URL
    /// The sandbox that handles the requests.
    public let sandbox: ClockifySandbox

    private let server: HTTPServer
    private let task: Task<Void, any Error>

    private init(url: URL, sandbox: ClockifySandbox, server: HTTPServer, task: Task<Void, any Error>) {
        self.url = url
        self.sandbox = sandbox
        self.server = server
        self.task = task
    }

    /// The site to configure a client with.
    public var site: Clockify.Site {
        .custom(
            backend: url.appendingPathComponent("api"), reports: url.appendingPathComponent("report"),
            timeOff: url.appendingPathComponent("pto"))
    }

    /// Starts a server.
    ///
    /// - Parameters:
    ///   - sandbox: The sandbox to serve.
    ///   - port: The port to listen on, which must be free. By default, the system chooses one.
    /// - Throws: The system error if the server cannot listen.
    public static func start(_ sandbox: ClockifySandbox = ClockifySandbox(), port: UInt16 = 0) async throws -> ClockifySandboxServer {
        // Requests that exceed the timeout fail with status 500. On a busy machine, a request may wait a long time.
        let server = HTTPServer(
            address: try .inet(ip4: "127.0.0.1", port: port), timeout: 300, logger: .disabled, handler: SandboxHandler(sandbox: sandbox))
        let task = Task { try await server.run() }
        do {
            // On a busy machine, this may take a long time.
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

    /// Stops listening and closes all connections.
    public func stop() async {
        await server.stop()
        task.cancel()
        _ = await task.result
    }
}
