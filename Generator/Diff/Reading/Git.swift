import Foundation

/// Runs read-only git commands. Nothing here changes a repository.
enum Git {
    struct Answer {
        let output: Data
        let errors: Data
        let succeeded: Bool

        var text: String { String(decoding: output, as: UTF8.self) }
        /// The error message from git.
        var problem: String {
            let text = String(decoding: errors, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
            return text.isEmpty ? "git does not say why" : printable(text)
        }
    }

    static func run(_ arguments: [String], in folder: String, input: Data = Data()) throws(RevisionError) -> Answer {
        // Uses files instead of pipes, because a process blocks on a full pipe that is not read.
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("spec-git-\(UUID().uuidString)", isDirectory: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let files = ["input", "output", "errors"].map { scratch.appendingPathComponent($0) }
        do {
            try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
            try input.write(to: files[0])
            for file in files.dropFirst() { try Data().write(to: file) }
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["git"] + arguments
            process.currentDirectoryURL = URL(fileURLWithPath: folder, isDirectory: true)
            var environment = ProcessInfo.processInfo.environment
            environment["GIT_OPTIONAL_LOCKS"] = "0"
            environment["GIT_TERMINAL_PROMPT"] = "0"
            environment["LC_ALL"] = "C"
            process.environment = environment
            process.standardInput = try FileHandle(forReadingFrom: files[0])
            process.standardOutput = try FileHandle(forWritingTo: files[1])
            process.standardError = try FileHandle(forWritingTo: files[2])
            try process.run()
            process.waitUntilExit()
            return Answer(
                output: try Data(contentsOf: files[1]), errors: try Data(contentsOf: files[2]), succeeded: process.terminationStatus == 0)
        } catch {
            throw RevisionError(description: "cannot run git: \(error.localizedDescription)")
        }
    }
}
