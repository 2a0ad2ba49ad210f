import ArgumentParser
import Foundation
import GeneratorOpenAPI
import GeneratorSwiftSource

struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Writes the generated Swift as files.",
        discussion: """
            For projects that commit the sources, or that build where libyaml is missing. The files are those that the build-tool \
            plugin GenerateClient makes, byte for byte. Files of an earlier run that the spec has no section for any more are \
            removed; files that are not generated are left alone, and never overwritten.
            """)

    @OptionGroup var argument: SpecificationArgument

    @Option(
        name: [.short, .long], help: ArgumentHelp("The folder to write to; made when it is not there.", valueName: "folder"),
        completion: .directory)
    var output: String

    @Option(
        help: ArgumentHelp(
            "The plugin's GenerateClient.json, whose member operations chooses the operations; its other members are not used.",
            valueName: "file"), completion: .file())
    var configuration: String?

    func run() throws {
        try reporting {
            let (document, api) = try argument.specification().api(configuration: configuration)
            let sources = SwiftSource(api).files(documentFile: document.file)
            let folder = try GeneratedFolder(output)
            let changes = try folder.replace(with: sources.map { (SwiftSource.fileName(for: $0.source), $0.text) })
            Terminal.print("\(output): \(changes)")
        }
    }
}
