import ClockifyAPI
import ClockifySandbox
import ClockifySandboxServer
import Foundation

/// Shows what the library does: real calls over HTTP, through the generated client, to a sandbox on this machine.
@main
struct Demo {
    static func main() async {
        do {
            let server = try await ClockifySandboxServer.start()
            let transcript = Transcript()
            transcript.banner(
                "Clockify API for Swift", "A sandbox of the service answers on \(server.url), from the same spec as the client.")
            do {
                try await Tour(server: server, transcript: transcript).run()
            } catch {
                transcript.unexpected("\(error)")
            }
            let count = server.sandbox.requests.count
            await server.stop()
            exit(transcript.summary(requests: count))
        } catch {
            print("The sandbox could not be started: \(error)")
            exit(1)
        }
    }
}
