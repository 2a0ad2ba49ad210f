import ClockifyAPI
import ClockifySandbox
import ClockifySandboxServer
import Foundation

/// A sandbox in a separate process, whose memory is not counted.
final class Service {
    let site: Clockify.Site
    let sandbox = ClockifySandbox()
    private let process = Process()
    private let input = Pipe()

    init() throws {
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
        process.arguments = ["serve"]
        process.standardOutput = output
        process.standardInput = input
        try process.run()
        guard let line = String(data: output.fileHandleForReading.availableData, encoding: .utf8),
            let url = URL(string: line.filter { !$0.isNewline })
        else { throw Failure("the sandbox did not start") }
        site = .custom(
            backend: url.appendingPathComponent("api"), reports: url.appendingPathComponent("report"),
            timeOff: url.appendingPathComponent("pto"))
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    /// Serves requests until it is told to stop. From time to time, it discards what was created, which would otherwise grow endlessly.
    static func serve() async throws -> Never {
        let server = try await ClockifySandboxServer.start()
        print(server.url.absoluteString)
        fflush(nil)
        // The parent process holds the other end of standard input and ends this process when it exits.
        Thread.detachNewThread {
            _ = try? FileHandle.standardInput.readToEnd()
            exit(0)
        }
        while true {
            try await Task.sleep(for: .seconds(5))
            server.sandbox.reset()
        }
    }
}
