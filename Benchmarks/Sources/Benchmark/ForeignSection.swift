import Foundation

/// Measures what a large document of someone else costs: to generate, and to compile.
struct ForeignSection {
    let repository: Repository

    /// Compares the generator with libyaml alone, which only parses the file, at two sizes.
    func measureGenerator() throws -> Table.Section {
        let generator = try repository.generator(.release).path
        let parser = repository.root.appending(path: "Benchmarks/.build/release/parse-yaml").path
        var figures: [Table.Figure] = []
        var small: (time: Double, memory: Double)?
        for count in [VendorDocument.operationCount, 5000] {
            let document = VendorDocument(operationCount: count)
            let file = try write(document, to: "foreign-\(count)")
            let output = try repository.emptyFolder("foreign-output").path
            var times: [Double] = []
            var memory = 0.0
            for _ in 0..<5 {
                let child = try ChildProcess.run([generator, file.path, "--output", output])
                times.append(child.cpu)
                memory = child.peakMemory
            }
            let time = times.min() ?? .nan
            let parsing = try ChildProcess.times(5) { _ in [parser, file.path] }.cpu.best / 1000
            let title = "\(count) operations, \(document.schemaCount) schemas"
            figures.append(
                .init(
                    "\(title): CPU time", "\(time.short) s, \((time / parsing).short) × libyaml alone (\((memory / 1_048_576).short) MiB)",
                    value: time / parsing, target: .atMost(10, unit: "×")))
            if count == VendorDocument.operationCount {
                figures += instructions([generator, file.path, "--output", output], [parser, file.path])
            }
            if let small {
                let size = Double(count) / Double(VendorDocument.operationCount)
                figures.append(
                    .init(
                        "\(size.short) × as large",
                        "\((time / small.time).short) × the time, \((memory / small.memory).short) × the memory",
                        value: max(time / small.time, memory / small.memory) / size, target: .atMost(1.2, unit: "× as much for each")))
            }
            small = (time, memory)
        }
        return Table.Section(title: "Generator on a vendor's document in one file", figures: figures)
    }

    private func instructions(_ generator: [String], _ parser: [String]) -> [Table.Figure] {
        let counts = [generator, parser].compactMap { ChildProcess.instructions($0.map { "'\($0)'" }.joined(separator: " ")) }
        guard counts.count == 2 else { return [.init("instructions", "not counted: there is no valgrind")] }
        return [.init("instructions", "\((counts[0] / 1e6).short) million, \((counts[0] / counts[1]).short) × libyaml alone")]
    }

    /// Compares the generated types with plain ones that have the same properties.
    func measureCompiler() throws -> Table.Section {
        let document = VendorDocument()
        let file = try write(document, to: "foreign-compile")
        let output = try repository.emptyFolder("foreign-generated")
        let parts = max(1, try Data(contentsOf: file).count / 131_072)
        try ChildProcess.run(
            [try repository.generator(.debug).path, file.path, "--output", output.path, "--split", "\(file.lastPathComponent)=\(parts)"])
        let emitted = try Repository.sources(in: output)
        let lines = try emitted.reduce(0) { $0 + (try $1.text().lineCount) }
        let models = try ModelSources(of: emitted, root: VendorDocument.root, in: repository)
        let perItem = Double(lines) / Double(document.operationCount + document.schemaCount)
        var figures = [Table.Figure("emitted lines", "\(lines) in \(emitted.count) files, \(perItem.short) per operation and schema")]
        for (configuration, target) in [(Repository.Configuration.debug, 0.35), (.release, 0.45)] {
            let compiler = try Compiler(configuration, in: repository)
            let whole = try compiler.compile(emitted, as: VendorDocument.root)
            figures.append(.init("\(configuration): module", "\(whole.wall.short) s (CPU \(whole.cpu.short) s)"))
            figures.append(try models.comparison(with: compiler, target: target, count: configuration == .debug ? 3 : 2))
        }
        return Table.Section(
            title: "Clean compile of a vendor's document (\(document.operationCount) operations, \(document.schemaCount) schemas)",
            figures: figures)
    }

    private func write(_ document: VendorDocument, to folder: String) throws -> URL {
        let file = try repository.emptyFolder(folder).appending(path: "openapi.yaml")
        try Data(document.text.utf8).write(to: file)
        return file
    }
}
