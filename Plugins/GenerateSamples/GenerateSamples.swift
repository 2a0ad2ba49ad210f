import Foundation
import PackagePlugin

/// Generates test cases for a test target: the documented samples of a spec, a call of every operation, and values at the limits
/// of its constraints.
///
/// `GenerateSamples.json` in the target's folder names the spec: `{"document": "../../Spec/Clockify/openapi.yaml"}`.
@main
struct GenerateSamples: BuildToolPlugin {
    private struct Configuration: Decodable {
        let document: String
    }

    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let file = target.directoryURL.appending(path: "GenerateSamples.json")
        let configuration = try JSONDecoder().decode(Configuration.self, from: Data(contentsOf: file))
        let document = URL(fileURLWithPath: configuration.document, relativeTo: target.directoryURL).standardizedFileURL
        let output = context.pluginWorkDirectoryURL
        let sections = try FileManager.default.contentsOfDirectory(
            at: document.deletingLastPathComponent(), includingPropertiesForKeys: nil
        ).filter { $0.pathExtension == "yaml" }
        return [
            .buildCommand(
                displayName: "Write the documented samples, calls and constraints as test cases",
                executable: try context.tool(named: "clockify-samples").url,
                arguments: [document.path, output.path],
                inputFiles: [file] + sections.sorted { $0.path < $1.path },
                outputFiles: ["Samples.swift", "Calls.swift", "Constraints.swift"].map { output.appending(path: $0) })
        ]
    }
}
