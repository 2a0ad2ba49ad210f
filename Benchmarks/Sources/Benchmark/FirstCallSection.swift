import Foundation

/// Measures the time from a clean state to the first call in a package that depends on this one. Repositories come from the package
/// manager's cache if possible, because the network speed is not a property of this package.
struct FirstCallSection {
    let repository: Repository

    func measure() throws -> Table.Section {
        let folder = FileManager.default.temporaryDirectory.appending(path: "consumer-\(UUID().uuidString)", directoryHint: .isDirectory)
        defer { try? FileManager.default.removeItem(at: folder) }
        try copyConsumer(to: folder)
        let run = try ChildProcess.run(["swift", "run", "--package-path", folder.path, "--jobs", "2", "Consumer"])
        return Table.Section(
            title: "A consumer with an empty .build (Tests/Packages/Consumer, debug, 2 jobs)",
            figures: [
                .init(
                    "resolve, build and make the first call", "\(run.wall.short) s (CPU \(run.cpu.short) s)", value: run.wall,
                    target: .atMost(60, unit: "s"))
            ])
    }

    private func copyConsumer(to folder: URL) throws {
        let consumer = repository.root.appending(path: "Tests/Packages/Consumer")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: consumer.appending(path: "Sources"), to: folder.appending(path: "Sources"))
        let manifest = try consumer.appending(path: "Package.swift").text()
        let moved = manifest.replacingOccurrences(of: #"path: "../../..""#, with: "path: \"\(repository.root.path)\"")
        guard moved != manifest else { throw Failure("the consumer's manifest does not name this package by \"../../..\"") }
        try moved.write(to: folder.appending(path: "Package.swift"), atomically: true, encoding: .utf8)
    }
}
