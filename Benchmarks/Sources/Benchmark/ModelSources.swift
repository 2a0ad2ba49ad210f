import Foundation

/// The sources of the generated models, and of the same models as plain structs.
struct ModelSources {
    let generated: [URL]
    let plain: [URL]

    /// - Parameter root: The API's type.
    init(of emitted: [URL], root: String, in repository: Repository) throws {
        let generatedFolder = try repository.emptyFolder("models-generated")
        let plainFolder = try repository.emptyFolder("models-plain")
        let texts = try emitted.map { try $0.text() }
        for (file, text) in zip(emitted, texts) {
            let models = GeneratedModels(file: text, root: root)
            guard !models.declarations.isEmpty else { continue }
            try models.source.write(to: generatedFolder.appending(path: file.lastPathComponent), atomically: true, encoding: .utf8)
            try PlainModels.source(of: models)
                .write(to: plainFolder.appending(path: file.lastPathComponent), atomically: true, encoding: .utf8)
        }
        for (folder, files) in [(generatedFolder, texts), (plainFolder, [])] {
            try GeneratedModels.root(root, of: files).write(to: folder.appending(path: "Root.swift"), atomically: true, encoding: .utf8)
        }
        let values = repository.root.appending(path: "Benchmarks/Support/PlainValues.swift")
        generated = try Repository.sources(in: generatedFolder)
        plain = try Repository.sources(in: plainFolder) + [values]
    }

    /// Compiles both and compares the CPU times.
    func comparison(with compiler: Compiler, target: Double, count: Int) throws -> Table.Figure {
        var generated = Measurements()
        var plain = Measurements()
        for _ in 0..<count {
            generated.values.append(try compiler.compile(self.generated, as: "GeneratedModels").cpu)
            plain.values.append(try compiler.compile(self.plain, as: "PlainModels").cpu)
        }
        let ratio = generated.ratios(to: plain).median
        return .init(
            "\(compiler.configuration): models, against plain structs",
            "\(ratio.short) × (CPU \(generated.best.short) s : \(plain.best.short) s)", value: ratio, target: .atMost(target, unit: "×"))
    }
}
