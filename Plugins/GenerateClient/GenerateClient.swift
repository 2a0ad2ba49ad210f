import Foundation
import PackagePlugin

/// Generates Swift source from the OpenAPI document of a target when the target is built.
///
/// The document is `OpenAPI/openapi.yaml` in the target's folder, unless `GenerateClient.json` in the target's folder specifies
/// another path: `{"document": "../../Spec/Clockify/openapi.yaml"}`. Every `.yaml`, `.yml` and `.json` file in the document's
/// folder is part of the spec and produces the Swift file of the same name, or several if it is large.
///
/// `GenerateClient.json` may also have `overlays`, a list of OpenAPI overlays relative to the target's folder, which apply in this order and
/// produce no Swift files, and `emit`: `catalog` for the records that a sandbox needs, instead of a client. The generator itself reads
/// `operations`, a choice of the operations to generate, and `strict`, which makes the flaws of the document errors.
@main
struct GenerateClient: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let configuration = try Configuration(ofTargetIn: target.directoryURL)
        let planned = try PlannedFiles(
            document: configuration.document, overlays: configuration.overlays, areSplit: configuration.emit == "client")
        let output = context.pluginWorkDirectoryURL.appending(path: "Generated")
        var arguments = [configuration.document.path, "--output", output.path, "--emit", configuration.emit]
        arguments += planned.files.flatMap { ["--file", $0.name] }
        arguments += planned.files.filter { $0.partCount > 1 }.flatMap { ["--split", "\($0.name)=\($0.partCount)"] }
        arguments += configuration.overlays.flatMap { ["--overlay", $0.path] }
        arguments += configuration.files.flatMap { ["--configuration", $0.path] }
        return [
            .buildCommand(
                displayName: "Generate Swift for \(target.name) from \(configuration.document.lastPathComponent)",
                executable: try context.tool(named: "clockify-generate").url,
                arguments: arguments,
                inputFiles: configuration.files + configuration.overlays + planned.files.map { planned.folder.appending(path: $0.name) },
                outputFiles: planned.files.flatMap(\.outputs).map { output.appending(path: $0) })
        ]
    }
}

/// The configuration in the target's folder, which specifies the location of the spec.
struct Configuration {
    let document: URL
    let emit: String
    let overlays: [URL]
    /// The configuration's own file, if there is one.
    let files: [URL]

    private struct File: Decodable {
        let document: String?
        let emit: String?
        let overlays: [String]?
    }

    init(ofTargetIn folder: URL) throws {
        let file = folder.appending(path: "GenerateClient.json")
        guard let data = try? Data(contentsOf: file) else {
            document = folder.appending(path: "OpenAPI/openapi.yaml")
            emit = "client"
            overlays = []
            files = []
            return
        }
        do {
            let content = try JSONDecoder().decode(File.self, from: data)
            document = URL(fileURLWithPath: content.document ?? "OpenAPI/openapi.yaml", relativeTo: folder).standardizedFileURL
            emit = content.emit ?? "client"
            overlays = (content.overlays ?? []).map { URL(fileURLWithPath: $0, relativeTo: folder).standardizedFileURL }
            files = [file]
        } catch {
            throw Problem(description: "\(file.path):1:1: error: write {\"document\": \"path/from/this/folder/openapi.yaml\"}: \(error)")
        }
        if let missing = overlays.first(where: { !FileManager.default.fileExists(atPath: $0.path) }) {
            throw Problem(description: "\(file.path):1:1: error: there is no overlay at \(missing.path); correct its path in overlays")
        }
    }
}

/// The files of a spec. The build must know the outputs before the generator runs.
struct PlannedFiles {
    /// A file of the spec.
    struct File {
        /// The path relative to the spec's folder.
        let name: String
        /// The number of Swift files that it becomes.
        let partCount: Int

        /// `folder/Tags.yaml` → `folder-Tags.swift`, and `folder-Tags+2.swift` for the second part. Must match the generator.
        var outputs: [String] {
            let flat = name.split(separator: "/").joined(separator: "-")
            let stem = flat.split(separator: ".").dropLast().joined(separator: ".")
            return (1...partCount).map { stem + ($0 == 1 ? "" : "+\($0)") + ".swift" }
        }
    }

    let folder: URL
    let files: [File]

    /// - Parameters:
    ///   - overlays: Files that are not part of the spec, even if they are in its folder.
    ///   - areSplit: `true` if a large file becomes several Swift files.
    init(document: URL, overlays: [URL], areSplit: Bool) throws {
        folder = document.deletingLastPathComponent()
        guard FileManager.default.fileExists(atPath: document.path) else {
            throw Problem(
                description:
                    "\(document.path): error: there is no OpenAPI document here; put one there, or name another in GenerateClient.json")
        }
        let prefix = folder.path + "/"
        let others = Set(overlays.map(\.path))
        var files: [File] = []
        for case let file as URL in FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.fileSizeKey]) ?? .init() {
            guard ["yaml", "yml", "json"].contains(file.pathExtension), file.path.hasPrefix(prefix), !others.contains(file.path) else {
                continue
            }
            let size = try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
            files.append(File(name: String(file.path.dropFirst(prefix.count)), partCount: areSplit ? Self.partCount(byteCount: size) : 1))
        }
        self.files = files.sorted { $0.name < $1.name }
        let outputs = self.files.flatMap(\.outputs)
        if let double = Dictionary(grouping: outputs, by: \.self).first(where: { $0.value.count > 1 })?.key {
            throw Problem(description: "\(folder.path): error: two files of the spec would both become \(double); rename one of them")
        }
    }

    /// The number of Swift files for a file of the spec with so many bytes. Must match the generator.
    private static func partCount(byteCount: Int) -> Int { min(max(1, byteCount / 131_072), 32) }
}

struct Problem: Error, CustomStringConvertible {
    let description: String
}
