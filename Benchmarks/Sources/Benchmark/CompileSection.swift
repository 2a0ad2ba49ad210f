import Foundation

/// Measures the compile time of the generated module, and that of its models compared with the same models with synthesized
/// conformances.
struct CompileSection {
    let repository: Repository

    func measure() throws -> Table.Section {
        let emitted = try emitted()
        let lines = try emitted.reduce(0) { $0 + (try $1.text().lineCount) }
        let sources = emitted + (try Repository.sources(in: repository.root.appending(path: "Sources/ClockifyAPI")))
        let models = try ModelSources(of: emitted, in: repository)

        let debug = try compiler(.debug)
        var figures = [try module(sources, lines: lines, debug), try comparison(models, debug)]
        figures.append(try module(sources, lines: lines, try compiler(.release)))
        return Table.Section(title: "Clean compile of the generated module (\(lines) emitted lines)", figures: figures)
    }

    /// Makes the same comparison in instructions, which takes 15 minutes. Times vary by a third on a shared machine, but
    /// instruction counts do not.
    func measureInstructions() throws -> Table.Section {
        let models = try ModelSources(of: try emitted(), in: repository)
        return Table.Section(
            title: "Clean compile of the models, in instructions", figures: [try instructions(models, try compiler(.debug))])
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

    private func comparison(_ models: ModelSources, _ compiler: Compiler) throws -> Table.Figure {
        var generated = Measurements()
        var plain = Measurements()
        for _ in 0..<5 {
            generated.values.append(try compiler.compile(models.generated, as: "GeneratedModels").cpu)
            plain.values.append(try compiler.compile(models.plain, as: "PlainModels").cpu)
        }
        let ratio = generated.ratios(to: plain).median
        return .init(
            "\(compiler.configuration): models, against plain structs",
            "\(ratio.short) × (CPU \(generated.best.short) s : \(plain.best.short) s)", value: ratio, target: .atMost(0.6, unit: "×"))
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

    private func compiler(_ configuration: Repository.Configuration) throws -> Compiler {
        let modules = try repository.build(["--target", "ClockifyRuntime"], configuration).appending(path: "Modules")
        return Compiler(configuration: configuration, modules: modules, folder: try repository.emptyFolder("compile"))
    }
}

/// The sources of the generated models, and of the same models as plain structs.
private struct ModelSources {
    let generated: [URL]
    let plain: [URL]

    init(of emitted: [URL], in repository: Repository) throws {
        let generatedFolder = try repository.emptyFolder("models-generated")
        let plainFolder = try repository.emptyFolder("models-plain")
        let texts = try emitted.map { try $0.text() }
        for (file, text) in zip(emitted, texts) {
            let models = GeneratedModels(file: text)
            guard !models.lines.isEmpty else { continue }
            try models.source.write(to: generatedFolder.appending(path: file.lastPathComponent), atomically: true, encoding: .utf8)
            try PlainModels.source(of: models)
                .write(to: plainFolder.appending(path: file.lastPathComponent), atomically: true, encoding: .utf8)
        }
        for (folder, files) in [(generatedFolder, texts), (plainFolder, [])] {
            try GeneratedModels.root(of: files).write(to: folder.appending(path: "Clockify.swift"), atomically: true, encoding: .utf8)
        }
        let values = repository.root.appending(path: "Benchmarks/Support/PlainValues.swift")
        generated = try Repository.sources(in: generatedFolder)
        plain = try Repository.sources(in: plainFolder) + [values]
    }
}
