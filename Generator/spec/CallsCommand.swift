import ArgumentParser
import Foundation
import GeneratorSwiftSource

struct CallsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calls",
        abstract: "Lists every call of the generated client, with its request.",
        discussion: """
            The page is committed as \(CallsCommand.fileName) in the spec's folder. It gives an overview of all calls, and a review shows \
            how they change. Without --write, the page is printed.
            """)

    static let fileName = "CALLS.md"

    @OptionGroup var arguments: SpecificationArguments
    @Flag(help: "Update the committed pages.") var write = false

    func run() throws {
        try reporting {
            for specification in try arguments.specifications() {
                let page = CallReference(try specification.api().api).page
                let path = specification.display(Self.fileName)
                guard write else {
                    Terminal.print(String(page.dropLast()))
                    continue
                }
                let data = Data(page.utf8)
                guard FileManager.default.contents(atPath: path) != data else {
                    Terminal.print("\(path): as before")
                    continue
                }
                do { try data.write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
                    throw Failure("cannot write \(path): \(error.localizedDescription)")
                }
                Terminal.print("\(path): written")
            }
        }
    }
}
