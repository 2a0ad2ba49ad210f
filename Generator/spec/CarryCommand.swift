import ArgumentParser
import Foundation
import GeneratorCarry
import GeneratorDiff
import GeneratorFiles
import GeneratorOpenAPI
import GeneratorSwiftAPI
import GeneratorYAML

struct CarryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "carry",
        abstract: "Writes an overlay that applies the decisions of a spec to the next revision of its document.",
        usage: "spec carry OLD NEW -o names.overlay.yaml [--update]",
        discussion: """
            OLD is a spec with names, identifier types, paging and other decisions; NEW is another document of the same service, in one \
            file, with any layout. The two are compared by meaning, as in spec diff. The overlay contains the decisions of OLD that still \
            apply to NEW, and proposes names for what is new. The command prints a page that lists what was carried, what is new, what \
            NEW contradicts, and what was removed.

            With --update, the content of the overlay is kept, and what is missing is added at its end. If nothing is missing, the file \
            does not change.
            """)

    @Argument(help: ArgumentHelp("The spec that has the decisions: its folder or its document.", valueName: "old"), completion: .file())
    var old: String

    @Argument(help: ArgumentHelp("The new document.", valueName: "new"), completion: .file())
    var new: String

    @Option(help: ArgumentHelp("An overlay for OLD. It can be repeated.", valueName: "file"), completion: .file())
    var oldOverlay: [String] = []

    @Option(name: .shortAndLong, help: ArgumentHelp("The file to write the overlay to.", valueName: "file"), completion: .file())
    var output: String

    @Flag(help: "Keep the content of the overlay file, and add what is missing.")
    var update = false

    func run() throws {
        try reporting {
            let old = try side(try Specification(old, overlays: oldOverlay))
            let exists = FileManager.default.fileExists(atPath: output)
            guard exists || !update else { throw Failure("there is no \(printable(output)) to update; leave out --update to write it") }
            guard !exists || update else {
                throw Failure("\(printable(output)) exists; continue it with --update, or remove it to start again")
            }
            let specification = try Specification(new, overlays: update ? [output] : [])
            let new = try side(specification, isDraft: true)
            guard new.document.files.count == 1 else {
                throw Failure(
                    "\(specification.name) consists of \(new.document.files.count) files, and an overlay is for one; bundle it first: spec bundle \(specification.name) -o new.yaml"
                )
            }
            let carry = Carry(from: old, to: new)
            try write(carry.overlay)
            Terminal.write("## \(old.document.title): \(printable(self.old)) → \(printable(self.new))\n\n" + carry.report.text)
        }
    }

    private func write(_ overlay: CarriedOverlay) throws {
        guard update else { return try OutputFile(output).write(overlay.text()) }
        // The overlay was parsed when the document was read, so that it is valid.
        let bytes = try overlayBytes()
        let text = String(decoding: bytes, as: UTF8.self)
        do {
            let updated = try overlay.appended(to: text, try YAML.parse(bytes, file: output))
            if updated != text { try OutputFile(output).write(updated) }
        } catch let problem as OverlayLayoutProblem {
            Terminal.complain(problem.description)
            throw ExitCode.findings
        }
    }

    private func overlayBytes() throws(Failure) -> [UInt8] {
        do { return try SpecificationFolder.bytes(of: output) } catch { throw Failure("cannot read \(printable(output)): \(error)") }
    }

    /// - Parameter isDraft: `true` if names may still clash, as in a document that has none yet.
    private func side(_ specification: Specification, isDraft: Bool = false) throws -> CarrySide {
        let diagnostics = Diagnostics(isStrict: false)
        let files = try specification.files(diagnostics: diagnostics)
        let document = specification.read(from: files, diagnostics: diagnostics)
        let hasErrors = diagnostics.hasErrors
        let api = document.map { API(of: $0, diagnostics: isDraft ? Diagnostics() : diagnostics) }
        for diagnostic in diagnostics.all where !isDraft || diagnostic.severity == .error { Terminal.complain(diagnostic.description) }
        guard let document, let api, isDraft ? !hasErrors : !diagnostics.hasErrors else { throw ExitCode.findings }
        return CarrySide(document: document, api: api, files: files)
    }
}
