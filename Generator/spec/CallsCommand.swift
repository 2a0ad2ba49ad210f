import ArgumentParser
import Foundation
import GeneratorSwiftSource

struct CallsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calls",
        abstract: "Lists every call of the generated client, with its request.",
        discussion: """
            The page is committed beside the spec, as \(CallsCommand.fileName) in its folder, so that people can look down all calls, and \
            a review shows what a name or a parameter becomes. Without an option it is printed.
            """)

    static let fileName = "CALLS.md"

    @OptionGroup var arguments: SpecificationArguments
    @Flag(help: "Write the committed pages anew.") var write = false

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
