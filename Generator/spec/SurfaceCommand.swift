import ArgumentParser
import Foundation
import GeneratorSurface

struct SurfaceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "surface",
        abstract: "Lists the public Swift API that is generated from a spec, one line for each declaration.",
        discussion: """
            The listing is committed as \(SurfaceCommand.fileName) in the spec's folder, so that a review shows how a change of the YAML \
            changes the Swift API. Without an option, the listing is printed.
            """)

    static let fileName = "surface.txt"

    enum Purpose: String, EnumerableFlag {
        case write, check

        static func help(for value: Purpose) -> ArgumentHelp? {
            switch value {
            case .write: "Update the committed listings."
            case .check: "Check that the committed listings are up to date. If not, print the differences and exit with code 1."
            }
        }
    }

    @OptionGroup var arguments: SpecificationArguments
    @Flag(exclusivity: .exclusive) var purpose: Purpose?

    func run() throws {
        try reporting {
            var isStale = false
            for specification in try arguments.specifications() {
                let surface = Surface(of: try specification.api().api)
                let path = specification.display(Self.fileName)
                switch purpose {
                case nil: Terminal.print(String(surface.text.dropLast()))
                case .write: try write(surface, to: path)
                case .check: if try !isUpToDate(surface, path) { isStale = true }
                }
            }
            if isStale { throw ExitCode.findings }
        }
    }

    private func write(_ surface: Surface, to path: String) throws {
        let data = Data(surface.text.utf8)
        guard FileManager.default.contents(atPath: path) != data else {
            Terminal.print("\(path): as before")
            return
        }
        do { try data.write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
            throw Failure("cannot write \(path): \(error.localizedDescription)")
        }
        Terminal.print("\(path): \(surface.declarations.count) declarations")
    }

    private func isUpToDate(_ surface: Surface, _ path: String) throws -> Bool {
        guard FileManager.default.fileExists(atPath: path) else {
            Terminal.complain("\(path):1:1: error: the listing of the Swift API does not exist yet; create it with `spec surface --write`")
            return false
        }
        guard let data = FileManager.default.contents(atPath: path) else { throw Failure("cannot read \(path)") }
        let difference = SurfaceDifference(committed: String(decoding: data, as: UTF8.self), current: surface)
        guard difference.isStale else { return true }
        for line in difference.lines { Terminal.print(line) }
        let changes =
            difference.lines.isEmpty
            ? "lines are out of order or doubled" : "lines gone: \(difference.removed.count), new: \(difference.added.count)"
        Terminal.complain("\(path):1:1: error: the listing of the Swift API is stale: \(changes); `spec surface --write` mends it")
        return false
    }
}
