import Foundation
import PackagePlugin

/// `swift package spec …`: runs the spec maintainers' tool in the package's folder.
@main
struct SpecPlugin: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        let tool = Process()
        tool.executableURL = try context.tool(named: "spec").url
        tool.arguments = arguments
        tool.currentDirectoryURL = context.package.directoryURL
        try tool.run()
        tool.waitUntilExit()
        // The tool has already printed its errors. The package manager forwards the exit code.
        if tool.terminationReason == .exit, tool.terminationStatus == 0 { return }
        exit(tool.terminationReason == .exit ? tool.terminationStatus : 70)
    }
}
