import ClockifyAPI
import ClockifySandbox
import ClockifySandboxServer
import Foundation

/// A sandbox in a process of its own, whose memory is not counted.
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

    /// Serves until it is told to end; forgets now and then what it was sent, which would grow for ever.
    static func serve() async throws -> Never {
        let server = try await ClockifySandboxServer.start()
        print(server.url.absoluteString)
        fflush(nil)
        // Whoever started this has its other end, and takes it along when it goes.
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
