import ArgumentParser
import GeneratorExplain

struct UnitsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "units",
        abstract: "Lists every number that has a unit, with the calls that send and return it.",
        discussion: "The page is a Markdown article for the documentation of the module. Without --output, it is printed.")

    @OptionGroup var argument: SpecificationArgument

    @Option(name: [.short, .long], help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file())
    var output: String?

    func run() throws {
        try reporting {
            let (document, api) = try argument.specification().api()
            let page = UnitReference(document, api: api).page
            guard let output else { return Terminal.print(page, terminator: "") }
            try OutputFile(output).write(page)
            Terminal.print("\(output): written")
        }
    }
}
