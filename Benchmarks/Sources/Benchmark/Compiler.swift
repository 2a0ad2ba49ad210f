import Foundation

/// Compiles one module from scratch, as the package manager does: file by file for debug, as a whole module for release.
struct Compiler {
    let configuration: Repository.Configuration
    /// The folders with the imported modules, in Swift and in C.
    let modules: [URL]
    /// The output folder.
    let folder: URL

    /// Creates a compiler for sources that import the runtime.
    init(_ configuration: Repository.Configuration, in repository: Repository) throws {
        self.configuration = configuration
        let products = try repository.build(["--target", "ClockifyRuntime"], configuration)
        modules = ["Modules", "ClockifyCurl.build"].map { products.appending(path: $0) }
        folder = try repository.emptyFolder("compile")
    }

    func compile(_ sources: [URL], as module: String) throws -> ChildProcess {
        try ChildProcess.run(try command(sources, as: module))
    }

    /// Returns the number of instructions of all jobs that the compiler driver runs; `nil` if they cannot be counted.
    func instructions(_ sources: [URL], as module: String) throws -> Double? {
        let jobs = try ChildProcess.run(try command(sources, as: module) + ["-driver-print-jobs"])
        let counts = jobs.output.split(separator: "\n").map { ChildProcess.instructions(String($0)) }
        return counts.contains(nil) ? nil : counts.reduce(0) { $0 + ($1 ?? 0) }
    }

    /// Returns a command that compiles into an empty folder, because the compiler does not rewrite unchanged object files.
    private func command(_ sources: [URL], as module: String) throws -> [String] {
        let output = folder.appending(path: "\(module)-\(configuration)", directoryHint: .isDirectory)
        try? FileManager.default.removeItem(at: output)
        try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
        let product = output.appending(path: module)
        let common = [
            "swiftc", "-module-name", module, "-swift-version", "6", "-parse-as-library", "-g", "-j", "2",
            "-module-cache-path", folder.appending(path: "module-cache").path, "-emit-module", "-emit-module-path",
            product.path + ".swiftmodule", "-c",
        ]
        return common + modules.flatMap { ["-I", $0.path] } + (try options(sources, product: product)) + sources.map(\.path)
    }

    private func options(_ sources: [URL], product: URL) throws -> [String] {
        switch configuration {
        case .release: return ["-O", "-whole-module-optimization", "-o", product.path + ".o"]
        case .debug:
            let objects = sources.enumerated().map { ($1.path, ["object": "\(product.path)-\($0).o"]) }
            let map = product.appendingPathExtension("json")
            try JSONEncoder().encode(Dictionary(uniqueKeysWithValues: objects)).write(to: map)
            return ["-Onone", "-enable-testing", "-enable-batch-mode", "-output-file-map", map.path]
        }
    }
}
