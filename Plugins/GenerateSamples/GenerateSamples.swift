import Foundation
import PackagePlugin

/// Gives a test target the documented samples of `Spec/Clockify` as test cases, and a call of every operation.
@main
struct GenerateSamples: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folder = context.package.directoryURL.appending(path: "Spec/Clockify")
        let output = context.pluginWorkDirectoryURL
        let sections = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "yaml" }
        return [
            .buildCommand(
                displayName: "Write the documented samples, calls and constraints as test cases",
                executable: try context.tool(named: "clockify-samples").url,
                arguments: [folder.appending(path: "openapi.yaml").path, output.path],
                inputFiles: sections.sorted { $0.path < $1.path },
                outputFiles: ["Samples.swift", "Calls.swift", "Constraints.swift"].map { output.appending(path: $0) })
        ]
    }
}
