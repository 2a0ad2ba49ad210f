import Foundation
import PackagePlugin

/// Generates Swift source from the OpenAPI document of a target when the target is built.
///
/// The document is `OpenAPI/openapi.yaml` in the target's folder, unless `GenerateClient.json` in the target's folder specifies
/// another path: `{"document": "../../Spec/Clockify/openapi.yaml"}`. Every `.yaml`, `.yml` and `.json` file in the document's
/// folder is part of the spec and produces the Swift file of the same name.
///
/// `GenerateClient.json` may also have `overlays`, a list of OpenAPI overlays relative to the target's folder, which apply in this order and
/// produce no Swift files. The generator itself reads `operations`, a choice of the operations to generate, and `strict`, which makes the
/// flaws of the document errors.
@main
struct GenerateClient: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let configuration = try Configuration(ofTargetIn: target.directoryURL)
        let planned = try PlannedFiles(document: configuration.document, overlays: configuration.overlays)
        let output = context.pluginWorkDirectoryURL.appending(path: "Generated")
        var arguments = [configuration.document.path, "--output", output.path, "--emit", configuration.emit]
        arguments += planned.files.flatMap { ["--file", $0] }
        arguments += configuration.overlays.flatMap { ["--overlay", $0.path] }
        arguments += configuration.files.flatMap { ["--configuration", $0.path] }
        return [
            .buildCommand(
                displayName: "Generate Swift for \(target.name) from \(configuration.document.lastPathComponent)",
                executable: try context.tool(named: "clockify-generate").url,
                arguments: arguments,
                inputFiles: configuration.files + configuration.overlays + planned.files.map { planned.folder.appending(path: $0) },
                outputFiles: planned.outputs.map { output.appending(path: $0) })
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
    let folder: URL
    let files: [String]
    let outputs: [String]

    /// - Parameter overlays: Files that are not part of the spec, even if they are in its folder.
    init(document: URL, overlays: [URL]) throws {
        folder = document.deletingLastPathComponent()
        guard FileManager.default.fileExists(atPath: document.path) else {
            throw Problem(
                description:
                    "\(document.path): error: there is no OpenAPI document here; put one there, or name another in GenerateClient.json")
        }
        let prefix = folder.path + "/"
        let others = Set(overlays.map(\.path))
        var names: [String] = []
        for case let file as URL in FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) ?? .init() {
            guard ["yaml", "yml", "json"].contains(file.pathExtension), file.path.hasPrefix(prefix), !others.contains(file.path) else {
                continue
            }
            names.append(String(file.path.dropFirst(prefix.count)))
        }
        files = names.sorted()
        outputs = files.map(PlannedFiles.outputName)
        if let double = Dictionary(grouping: outputs, by: \.self).first(where: { $0.value.count > 1 })?.key {
            throw Problem(description: "\(folder.path): error: two files of the spec would both become \(double); rename one of them")
        }
    }

    /// `folder/Tags.yaml` → `folder-Tags.swift`. Must match the generator.
    private static func outputName(_ file: String) -> String {
        let flat = file.split(separator: "/").joined(separator: "-")
        return flat.split(separator: ".").dropLast().joined(separator: ".") + ".swift"
    }
}

struct Problem: Error, CustomStringConvertible {
    let description: String
}
