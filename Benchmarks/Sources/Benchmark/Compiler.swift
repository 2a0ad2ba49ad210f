import Foundation

/// Compiles one module from nothing, the way the package manager does: file by file for debug, as a whole for release.
struct Compiler {
    let configuration: Repository.Configuration
    /// Where the modules are that it imports.
    let modules: URL
    /// Where it may write.
    let folder: URL

    func compile(_ sources: [URL], as module: String) throws -> ChildProcess {
        try ChildProcess.run(try command(sources, as: module))
    }

    /// How many instructions that takes, where they can be counted: in all that the driver would run.
    func instructions(_ sources: [URL], as module: String) throws -> Double? {
        let jobs = try ChildProcess.run(try command(sources, as: module) + ["-driver-print-jobs"])
        let counts = jobs.output.split(separator: "\n").map { ChildProcess.instructions(String($0)) }
        return counts.contains(nil) ? nil : counts.reduce(0) { $0 + ($1 ?? 0) }
    }

    /// Into an empty folder: the compiler leaves an object alone that comes out as it is.
    private func command(_ sources: [URL], as module: String) throws -> [String] {
        let output = folder.appending(path: "\(module)-\(configuration)", directoryHint: .isDirectory)
        try? FileManager.default.removeItem(at: output)
        try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
        let product = output.appending(path: module)
        let common = [
            "swiftc", "-module-name", module, "-swift-version", "6", "-parse-as-library", "-g", "-j", "2", "-I", modules.path,
            "-module-cache-path", folder.appending(path: "module-cache").path, "-emit-module", "-emit-module-path",
            product.path + ".swiftmodule", "-c",
        ]
        return common + (try options(sources, product: product)) + sources.map(\.path)
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
