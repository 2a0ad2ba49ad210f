import Foundation

/// Measures the generator on the whole spec, run as the build tool plugin runs it.
struct GeneratorSection {
    let repository: Repository

    func measure() throws -> Table.Section {
        var figures: [Table.Figure] = []
        var lines = 0
        for configuration in [Repository.Configuration.release, .debug] {
            let tool = try repository.generator(configuration)
            let output = repository.scratch.appending(path: "benchmark/generated-\(configuration)")
            let command = [tool.path] + (try repository.generatorArguments(output: output))
            var wall = Measurements()
            var cpu = Measurements()
            var memory = Measurements()
            for _ in 0..<15 {
                try? FileManager.default.removeItem(at: output)
                let child = try ChildProcess.run(command)
                wall.values.append(child.wall * 1000)
                cpu.values.append(child.cpu * 1000)
                memory.values.append(child.peakMemory / 1_048_576)
            }
            lines = try Repository.sources(in: output).reduce(0) { $0 + (try $1.text().lineCount) }
            figures.append(
                .init(
                    "\(configuration) build: time", "\(wall.best.short) ms, median \(wall.median.short) (CPU \(cpu.best.short) ms)",
                    value: wall.best, target: .atMost(configuration == .debug ? 1000 : 150, unit: "ms")))
            figures.append(.init("\(configuration) build: instructions", instructions(command, output: output)))
            figures.append(peak(memory.worst, configuration))
        }
        let files = try repository.specificationFiles()
        let specLines = try files.reduce(0) { $0 + (try $1.text().lineCount) }
        return Table.Section(
            title: "Generator on the whole spec (\(files.count) files, \(specLines) lines of YAML, \(lines) lines of Swift)",
            figures: figures)
    }

    private func peak(_ mebibytes: Double, _ configuration: Repository.Configuration) -> Table.Figure {
        let name = "\(configuration) build: peak memory"
        let isOwn = mebibytes <= ChildProcess.ownPeakMemory / 1_048_576
        let measured = (isOwn ? "at most " : "") + "\(mebibytes.short) MiB"
        guard configuration == .release else { return .init(name, measured) }
        return .init(name, measured, value: mebibytes, target: .atMost(64, unit: "MiB"))
    }

    private func instructions(_ command: [String], output: URL) -> String {
        try? FileManager.default.removeItem(at: output)
        return ChildProcess.instructions(command.map { "'\($0)'" }.joined(separator: " ")).map { "\(($0 / 1e6).short) million" }
            ?? "not counted: there is no valgrind"
    }
}
