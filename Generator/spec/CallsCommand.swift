import ArgumentParser
import Foundation
import GeneratorSwiftSource

struct CallsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calls",
        abstract: "Lists every call of the generated client, with its request.",
        discussion: """
            A page of Markdown. Those of this repository's specs are committed as CALLS.md beside each document, so that a \
            change of a name or a parameter is seen in review; a test says when one is out of date.
            """)

    @OptionGroup var argument: SpecificationArgument

    @Option(
        name: [.short, .long], help: ArgumentHelp("The file to write; without it, the page is printed.", valueName: "file"),
        completion: .file())
    var output: String?

    func run() throws {
        try reporting {
            let page = CallReference(try argument.specification().api().api).page(madeBy: "swift package spec calls")
            guard let output else {
                Terminal.print(String(page.dropLast()))
                return
            }
            do {
                try Data(page.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
            } catch {
                throw Failure("cannot write \(output): \(error.localizedDescription)")
            }
        }
    }
}
