import ArgumentParser
import GeneratorBundle
import GeneratorOpenAPI

struct BundleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bundle",
        abstract: "Writes a spec as one self-contained OpenAPI file, for other tools.",
        discussion: "The file is YAML, or JSON if its name ends in .json. Only comments are lost. Overlays are applied.")

    @OptionGroup var argument: SpecificationArgument

    @Option(
        name: [.short, .long], help: ArgumentHelp("The file to write; - for standard output.", valueName: "file"), completion: .file())
    var output: String

    func run() throws {
        try reporting {
            let specification = try argument.specification()
            let diagnostics = Diagnostics(isStrict: false)
            let bundle = Bundle(
                document: specification.document, from: try specification.files(diagnostics: diagnostics), diagnostics: diagnostics)
            for diagnostic in diagnostics.all { Terminal.complain(diagnostic.description) }
            guard let bundle else { throw ExitCode.findings }
            guard let text = output.lowercased().hasSuffix(".json") ? bundle.json : bundle.yaml else {
                throw Failure("the spec has a number that JSON cannot represent, such as .inf; write YAML")
            }
            if output == "-" { return Terminal.print(text, terminator: "") }
            try OutputFile(output).write(text)
        }
    }
}
