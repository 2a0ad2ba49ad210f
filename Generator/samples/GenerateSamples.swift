import Foundation
import GeneratorOpenAPI
import GeneratorSwiftAPI

/// Generates test cases from a spec: documented responses to decode as the type of their operation, documented requests
/// written with the typed API, calls of every operation, and values at the limits of constraints.
///
///     clockify-samples DOCUMENT FOLDER
@main
struct GenerateSamples {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else {
            FileHandle.standardError.write(Data("usage: clockify-samples DOCUMENT FOLDER\n".utf8))
            exit(2)
        }
        let document = URL(fileURLWithPath: arguments[1])
        let folder = document.deletingLastPathComponent()
        let diagnostics = Diagnostics()
        let files = SpecificationFiles(
            diagnostics: diagnostics, displayName: { folder.appendingPathComponent($0).path },
            contents: { [UInt8](try Data(contentsOf: folder.appendingPathComponent($0))) })
        let read = Document.read(document.lastPathComponent, from: files, diagnostics: diagnostics)
        let api = read.map { API(of: $0, diagnostics: diagnostics) }
        for diagnostic in diagnostics.all { FileHandle.standardError.write(Data("\(diagnostic)\n".utf8)) }
        guard let read, let api, !diagnostics.hasErrors else { exit(1) }
        let output = URL(fileURLWithPath: arguments[2])
        for (name, text) in [
            ("Samples", SampleCases(document: read, api: api).source()), ("Calls", Calls(document: read, api: api).source()),
            ("Constraints", Constraints(api: api).source()),
        ] {
            try Data(text.utf8).write(to: output.appendingPathComponent(name + ".swift"), options: .atomic)
        }
    }
}
