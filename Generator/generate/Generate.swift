import Foundation
import GeneratorFiles
import GeneratorCatalog
import GeneratorOpenAPI
import GeneratorSwiftAPI
import GeneratorSwiftSource

/// The tool that the build plugin runs: reads a spec and writes its Swift sources.
///
///     clockify-generate DOCUMENT --output FOLDER [--emit client|catalog] [--file NAME]… [--split NAME=COUNT]… [--overlay FILE]…
///         [--configuration FILE] [--strict] [--include-tag TAG]… [--include-path PATH]… [--include-operation ID]…
///         [--exclude-tag TAG]… [--exclude-path PATH]… [--exclude-operation ID]…
///
/// Each file of the spec produces the Swift file of the same name. `--file` names files that must produce one even if the
/// document does not refer to them, because the build expects it. `--split` makes several Swift files of one.
/// `--overlay` names OpenAPI overlays, in the order in which they apply.
/// `--configuration` names the plugin's GenerateClient.json, whose member `operations` chooses the operations; the options after it add to
/// this choice. `--strict`, or `strict` in that file, makes the document's flaws errors: what is left out of the Swift API otherwise, with a
/// warning.
@main
struct Generate {
    static func main() {
        do {
            let arguments = try Arguments(Array(CommandLine.arguments.dropFirst()))
            try run(arguments)
        } catch {
            complain("error: \(error)")
            exit(2)
        }
    }

    private static func run(_ arguments: Arguments) throws {
        let document = arguments.document
        let folder = document.deletingLastPathComponent()
        let name = document.lastPathComponent
        let diagnostics = Diagnostics()
        let selection = try arguments.selection(diagnostics: diagnostics)
        let overlays = Overlays(
            try arguments.overlays.map(overlay), for: name, in: folder.standardizedFileURL.path, diagnostics: diagnostics)
        let files = SpecificationFiles(
            diagnostics: diagnostics, displayName: { folder.appendingPathComponent($0).path }, overlays: overlays,
            contents: SpecificationFolder(folder.path).bytes)
        // The regular expression library that the client uses.
        let isPattern = { (pattern: String) in (try? NSRegularExpression(pattern: pattern)) != nil }
        let read = Document.read(name, from: files, selection: selection, diagnostics: diagnostics, isPattern: isPattern)
        let sources = read.map { arguments.emit.sources(of: $0, parts: arguments.parts, diagnostics: diagnostics) }
        for diagnostic in diagnostics.all { complain(diagnostic.description) }
        guard let sources, !diagnostics.hasErrors else { exit(1) }
        var missing = Set(arguments.files)
        if let new = sources.map(\.source).first(where: { !missing.contains($0) }), !missing.isEmpty {
            // The outputs were declared to the build in advance. It compiles no other files.
            let file = folder.appendingPathComponent(new).path
            complain("\(file):1:1: error: this file is new since the build was planned; touch Package.swift and build again")
            exit(1)
        }
        try FileManager.default.createDirectory(at: arguments.output, withIntermediateDirectories: true)
        for file in sources {
            missing.remove(file.source)
            try write(file, to: arguments.output)
        }
        for file in missing.sorted() {
            if selection.isAll {
                complain("\(folder.appendingPathComponent(file).path):1:1: warning: \(name) refers to nothing in this file")
            }
            let text =
                selection.isAll
                ? "// \(name) refers to nothing in \(file).\n" : "// The operations that are chosen need nothing of \(file).\n"
            for part in 1...(arguments.parts[file] ?? 1) { try write(.init(source: file, part: part, text: text), to: arguments.output) }
        }
        // Releasing the nodes one by one takes a twentieth of the run time. The system frees all memory at exit.
        withExtendedLifetime((files, read)) { exit(0) }
    }

    private static func overlay(_ file: URL) throws -> Overlays.File {
        do {
            return Overlays.File(
                path: file.standardizedFileURL.path, displayName: file.path, bytes: try SpecificationFolder.bytes(of: file.path))
        } catch {
            throw Arguments.Problem(description: "cannot read the overlay \(file.path): \(error)")
        }
    }

    /// Writes a file unless its content is unchanged, so that nothing that depends on it is rebuilt.
    private static func write(_ file: SwiftSource.File, to folder: URL) throws {
        let target = folder.appendingPathComponent(file.name)
        let data = Data(file.text.utf8)
        if let old = try? Data(contentsOf: target), old == data { return }
        try data.write(to: target, options: .atomic)
    }

    private static func complain(_ line: String) {
        try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
    }
}

/// The kind of output to generate from a spec.
enum Emission: String {
    /// The Swift API for calling the operations.
    case client
    /// The spec itself as data, for a mock of the service.
    case catalog

    func sources(of document: Document, parts: [String: Int], diagnostics: Diagnostics) -> [SwiftSource.File] {
        switch self {
        case .client: SwiftSource(API(of: document, diagnostics: diagnostics)).files(documentFile: document.file, parts: parts)
        case .catalog: CatalogSource(document).files()
        }
    }
}
