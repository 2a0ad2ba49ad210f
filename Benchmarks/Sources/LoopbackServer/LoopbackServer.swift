import FlyingFox
import Foundation
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
        let body = Data(TimeEntrySamples.list(50))
        let server = HTTPServer(
            address: try .inet(ip4: "127.0.0.1", port: 0), pool: PromptSocketPool(base: HTTPServer.defaultPool()), logger: .disabled,
            handler: ClosureHTTPHandler { _ in
                HTTPResponse(statusCode: .ok, headers: [.contentType: "application/json", HTTPHeader("Last-Page"): "true"], body: body)
            })
        let running = Task { try await server.run() }
        try await server.waitUntilListening()
        switch await server.listeningAddress {
        case .ip4(_, let port)?: try FileHandle.standardOutput.write(contentsOf: Data("\(port)\n".utf8))
        default: exit(1)
        }
        try await running.value
    }
}
