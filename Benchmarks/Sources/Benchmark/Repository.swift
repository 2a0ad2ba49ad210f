import Foundation

/// The repository that is measured, and what is built of it.
struct Repository {
    let root: URL

    enum Configuration: String, CaseIterable {
        case debug, release
    }

    var document: URL { root.appending(path: "Spec/Clockify/openapi.yaml") }

    /// Where everything that is built goes; apart from what people build.
    var scratch: URL { root.appending(path: ".build-bench") }

    /// Builds a product or target and gives the folder in which it is.
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

    /// What the plugin would say to the generator, with an output folder that does not exist yet.
    func generatorArguments(output: URL) throws -> [String] {
        [document.path, "--output", output.path] + (try specificationFiles().flatMap { ["--file", $0.lastPathComponent] })
    }

    func specificationFiles() throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: document.deletingLastPathComponent(), includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
    }

    /// An empty folder.
    func emptyFolder(_ name: String) throws -> URL {
        let folder = scratch.appending(path: "benchmark/\(name)", directoryHint: .isDirectory)
        try? FileManager.default.removeItem(at: folder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    /// The Swift files of a folder.
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
