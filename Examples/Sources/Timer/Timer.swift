import ArgumentParser
import ClockifyAPI
import Foundation

/// Starts and stops the running time entry of the user whose API key is in `CLOCKIFY_API_KEY`.
@main
struct Timer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Track time with Clockify.", subcommands: [Start.self, Stop.self, Status.self])

    struct Start: AsyncParsableCommand {
        @Argument(help: "What you work on.") var description: String

        func run() async throws { print(try await start(description, with: .fromEnvironment())) }
    }

    struct Stop: AsyncParsableCommand {
        func run() async throws { print(try await stop(with: .fromEnvironment())) }
    }

    struct Status: AsyncParsableCommand {
        func run() async throws { print(try await status(with: .fromEnvironment())) }
    }
}

func start(_ description: String, with clockify: Clockify) async throws(APIFailure) -> String {
    let workspace = try await clockify.users.me().activeWorkspace
    let entry = try await clockify.timeEntries.create(in: workspace, .init(start: .now, description: description))
    return "started \(entry.id)"
}

func stop(with clockify: Clockify) async throws(APIFailure) -> String {
    let me = try await clockify.users.me()
    do {
        let entry = try await clockify.timeEntries.stopRunning(in: me.activeWorkspace, user: me.id, .init(end: .now))
        return "stopped \(entry.description ?? "")"
    } catch {
        guard error.isNotFound else { throw error }
        return "no timer is running"
    }
}

func status(with clockify: Clockify) async throws(APIFailure) -> String {
    let me = try await clockify.users.me()
    let running = try await clockify.timeEntries.list(in: me.activeWorkspace, user: me.id, inProgress: true).first
    guard let running else { return "no timer is running" }
    let minutes = Int(Date.now.timeIntervalSince(running.timeInterval.start)) / 60
    return "\(running.description ?? ""), for \(minutes) minutes"
}
