import ArgumentParser
import Foundation
import GeneratorOpenAPI
import GeneratorSwiftSource

struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Writes the generated Swift as files.",
        discussion: """
            For projects that commit the generated sources, or are built on machines without libyaml. The files are the same as those \
            of the build tool plugin GenerateClient. Generated files whose section no longer exists are removed. Other files are never \
            changed or removed.
            """)

    @OptionGroup var argument: SpecificationArgument

    @Option(
        name: [.short, .long], help: ArgumentHelp("The folder to write to. It is created if necessary.", valueName: "folder"),
        completion: .directory)
    var output: String

    @Option(
        help: ArgumentHelp(
            """
            The plugin's GenerateClient.json, whose member operations chooses the operations, and whose member strict is the option \
            --strict; its other members are not used.
            """, valueName: "file"), completion: .file())
    var configuration: String?

    @Flag(help: "Treat flaws of the spec as errors. Without it, what has no meaning for Swift is left out with a warning.")
    var strict = false

    func run() throws {
        try reporting {
            let (document, api) = try argument.specification().api(configuration: configuration, isStrict: strict)
            let sources = SwiftSource(api).files(documentFile: document.file)
            let folder = try GeneratedFolder(output)
            let changes = try folder.replace(with: sources.map { (SwiftSource.fileName(for: $0.source), $0.text) })
            Terminal.print("\(output): \(changes)")
        }
    }
}
