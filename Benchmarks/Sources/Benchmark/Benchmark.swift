import Foundation

/// Runs the requested sections, or all of them, and prints their figures in one table.
///
///     benchmark REPOSITORY [SECTION]…
@main
struct Benchmark {
    static func main() async {
        do {
            try await run()
        } catch {
            Progress.say("\(error)")
            exit(1)
        }
    }

    /// A section that only runs if requested by name, because it takes a long time.
    private static let countingSection = "compile-instructions"

    private static func run() async throws {
        guard CommandLine.arguments.count > 1 else { throw Failure("usage: benchmark REPOSITORY [SECTION]…") }
        let repository = Repository(root: URL(fileURLWithPath: CommandLine.arguments[1], isDirectory: true))
        let wanted = CommandLine.arguments.dropFirst(2)
        // The generator comes first, because the kernel includes the parent's memory in the peak memory of a child.
        let sections: [(name: String, measure: () async throws -> Table.Section)] = [
            ("generator", { try GeneratorSection(repository: repository).measure() }),
            ("diff", { try DiffSection(repository: repository).measure() }),
            ("carry", { try CarrySection(repository: repository).measure() }),
            ("growth", { try GrowthSection(repository: repository).measure() }),
            ("compile", { try CompileSection(repository: repository).measure() }),
            ("foreign-generate", { try ForeignSection(repository: repository).measureGenerator() }),
            ("foreign-compile", { try ForeignSection(repository: repository).measureCompiler() }),
            ("json", { try JSONSection().measure() }),
            ("call", { try await CallSection().measure() }),
            ("sandbox", { try await SandboxSection().measure() }),
            ("first-call", { try FirstCallSection(repository: repository).measure() }),
            (countingSection, { try CompileSection(repository: repository).measureInstructions() }),
        ]
        if let unknown = wanted.first(where: { name in !sections.contains { $0.name == name } }) {
            throw Failure("there is no section \"\(unknown)\"; there are \(sections.map(\.name).joined(separator: ", "))")
        }
        var table = Table()
        for section in sections where wanted.isEmpty ? section.name != countingSection : wanted.contains(section.name) {
            Progress.say("measuring \(section.name)")
            table.sections.append(try await section.measure())
        }
        print(table)
    }
}

/// The reason why a measurement failed.
struct Failure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// Progress messages on standard error, separate from the table on standard output.
enum Progress {
    static func say(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data("benchmark: \(text)\n".utf8))
    }
}
