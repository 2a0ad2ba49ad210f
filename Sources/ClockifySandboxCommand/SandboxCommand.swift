import ClockifySandbox
import ClockifySandboxServer
import Foundation

/// Serves a sandbox until it receives a signal.
@main
struct SandboxCommand {
    static func main() async {
        do {
            let options = try SandboxOptions(CommandLine.arguments.dropFirst())
            guard !options.wantsHelp else { return say(SandboxOptions.usage) }
            let signals = TerminationSignals()
            let sandbox = try options.makeSandbox()
            let server = try await ClockifySandboxServer.start(sandbox, port: options.port)
            say(greeting(server))
            await signals.first()
            await server.stop()
            try options.save(sandbox)
        } catch let problem as SandboxOptions.Problem {
            fail("\(problem). See clockify-sandbox --help", code: 2)
        } catch {
            fail("\(error)", code: 1)
        }
    }

    private static func greeting(_ server: ClockifySandboxServer) -> String {
        """
        A Clockify in memory answers on \(server.urls.map(\.absoluteString).joined(separator: " and ")).

          API        \(server.url)/api/v1
          reports    \(server.url)/report/v1
          time off   \(server.url)/pto/v1
          key        \(server.sandbox.apiKey)
          workspace  \(server.sandbox.workspace)

        Try it:

          curl -H 'X-Api-Key: \(server.sandbox.apiKey.replacing("'", with: "'\\''"))' \(server.url)/api/v1/user

        Control-C stops it.
        """
    }

    // Output to a pipe is not buffered this way.
    private static func say(_ text: String) {
        try? FileHandle.standardOutput.write(contentsOf: Data("\(text)\n".utf8))
    }

    private static func fail(_ text: String, code: Int32) -> Never {
        try? FileHandle.standardError.write(contentsOf: Data("clockify-sandbox: \(text)\n".utf8))
        exit(code)
    }
}
