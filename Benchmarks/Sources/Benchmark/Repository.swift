import Foundation

/// The repository to measure, and its build products.
struct Repository {
    let root: URL

    enum Configuration: String, CaseIterable {
        case debug, release
    }

    var document: URL { root.appending(path: "Spec/Clockify/openapi.yaml") }

    /// The folder for all build products, separate from regular builds.
    var scratch: URL { root.appending(path: ".build-bench") }

    /// Builds a product or target, and returns the folder that contains it.
    func build(_ what: [String], _ configuration: Configuration) throws -> URL {
        let swift = [
            "swift", "build", "--package-path", root.path, "--scratch-path", scratch.path, "--configuration", configuration.rawValue,
        ]
        Progress.say("building \(what.last ?? "") for \(configuration)")
        try ChildProcess.run(swift + what)
        let path = try ChildProcess.run(swift + ["--show-bin-path"]).output
        return URL(fileURLWithPath: path.trimmingCharacters(in: .whitespacesAndNewlines), isDirectory: true)
    }

    func generator(_ configuration: Configuration) throws -> URL {
        try build(["--product", "clockify-generate"], configuration).appending(path: "clockify-generate")
    }

    /// Returns the arguments that the plugin passes to the generator, with an output folder that does not exist yet.
    func generatorArguments(output: URL) throws -> [String] {
        [document.path, "--output", output.path] + (try specificationFiles().flatMap { ["--file", $0.lastPathComponent] })
    }

    func specificationFiles() throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: document.deletingLastPathComponent(), includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
    }

    /// Returns an empty folder, created anew.
    func emptyFolder(_ name: String) throws -> URL {
        let folder = scratch.appending(path: "benchmark/\(name)", directoryHint: .isDirectory)
        try? FileManager.default.removeItem(at: folder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    /// Returns the Swift files in a folder.
    static func sources(in folder: URL) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }
    }
}

extension URL {
    func text() throws -> String { String(decoding: try Data(contentsOf: self), as: UTF8.self) }
}

extension String {
    var lineCount: Int { utf8.count { $0 == UInt8(ascii: "\n") } }
}
