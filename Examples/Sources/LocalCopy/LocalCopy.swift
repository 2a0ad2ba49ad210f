import ClockifyAPI
import Foundation
import LocalTimeEntries

/// Keeps a copy of the time entries of the last year in a file. Each run reads only what has changed since the one before.
@main
struct LocalCopy {
    static func main() async throws {
        guard CommandLine.arguments.count == 2 else { throw CocoaError(.fileNoSuchFile) }
        let clockify = try Clockify.fromEnvironment()
        let entries = try await update(URL(fileURLWithPath: CommandLine.arguments[1]), from: clockify)
        print("\(entries.entries.count) time entries")
    }
}

func update(_ file: URL, from clockify: Clockify, now: Date = .now) async throws -> LocalTimeEntries {
    var entries: LocalTimeEntries
    if let data = try? Data(contentsOf: file) {
        entries = try JSONDecoder().decode(LocalTimeEntries.self, from: data)
        try await entries.follow(clockify, now: now)
    } else {
        let workspace = try await clockify.users.me().activeWorkspace
        let year = 365 * 86_400.0
        entries = try await LocalTimeEntries(
            of: workspace, in: now.addingTimeInterval(-year)...now.addingTimeInterval(year), from: clockify, now: now)
    }
    try JSONEncoder().encode(entries).write(to: file, options: .atomic)
    return entries
}
