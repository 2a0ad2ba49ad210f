import Foundation

/// Measures the compile time of the generated module, and that of its models compared with the same models with synthesized
/// conformances.
struct CompileSection {
    let repository: Repository

    func measure() throws -> Table.Section {
        let emitted = try emitted()
        let lines = try emitted.reduce(0) { $0 + (try $1.text().lineCount) }
        let sources = emitted + (try Repository.sources(in: repository.root.appending(path: "Sources/ClockifyAPI")))
        let models = try ModelSources(of: emitted, root: "Clockify", in: repository)

        let debug = try Compiler(.debug, in: repository)
        var figures = [try module(sources, lines: lines, debug), try models.comparison(with: debug, target: 0.6, count: 5)]
        figures.append(try module(sources, lines: lines, try Compiler(.release, in: repository)))
        return Table.Section(title: "Clean compile of the generated module (\(lines) emitted lines)", figures: figures)
    }

    /// Makes the same comparison in instructions, which takes 15 minutes. Times vary by a third on a shared machine, but
    /// instruction counts do not.
    func measureInstructions() throws -> Table.Section {
        let models = try ModelSources(of: try emitted(), root: "Clockify", in: repository)
        return Table.Section(
            title: "Clean compile of the models, in instructions", figures: [try instructions(models, try Compiler(.debug, in: repository))]
        )
    }

    private func emitted() throws -> [URL] {
        let folder = try repository.emptyFolder("generated")
        try ChildProcess.run([try repository.generator(.debug).path] + (try repository.generatorArguments(output: folder)))
        return try Repository.sources(in: folder)
    }

    private func module(_ sources: [URL], lines: Int, _ compiler: Compiler) throws -> Table.Figure {
        // The first run fills the cache of system modules.
        var wall = Measurements()
        var cpu = Measurements()
        for _ in 0..<2 {
            let child = try compiler.compile(sources, as: "ClockifyAPI")
            wall.values.append(child.wall)
            cpu.values.append(child.cpu)
        }
        let perThousand = (cpu.best * 1000 / Double(lines)).short
        return .init(
            "\(compiler.configuration): module", "\(wall.best.short) s (CPU \(cpu.best.short) s, \(perThousand) s per 1,000 lines)")
    }

    private func instructions(_ models: ModelSources, _ compiler: Compiler) throws -> Table.Figure {
        let name = "\(compiler.configuration): models, against plain structs"
        guard let generated = try compiler.instructions(models.generated, as: "GeneratedModels"),
            let plain = try compiler.instructions(models.plain, as: "PlainModels")
        else { return .init(name, "not counted: there is no valgrind") }
        let ratio = generated / plain
        return .init(
            name, "\(ratio.short) × (\((generated / 1e9).short) : \((plain / 1e9).short) billion)", value: ratio,
            target: .atMost(0.6, unit: "×"))
    }
}
