import ArgumentParser
import GeneratorExplain
import GeneratorOpenAPI
import GeneratorSwiftAPI

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explains an operation: its call in Swift, its documentation, and a curl command to try it.",
        discussion: """
            The curl command takes the credential from an environment variable that it names. Its values are the spec's examples.
            """)

    @Argument(help: ArgumentHelp("The operationId, or the call in Swift: tags.create.", valueName: "operation"))
    var name: String

    @Option(
        name: .customLong("spec"),
        help: ArgumentHelp(
            "A spec: its folder or its document. It can be repeated. (default: \(SpecificationArguments.usual.joined(separator: " and ")))",
            valueName: "spec"), completion: .file())
    var paths: [String] = []

    @OptionGroup var overlays: OverlayOptions

    func validate() throws {
        if !overlays.paths.isEmpty, paths.count != 1 { throw ValidationError("--overlay is for one spec; name it with --spec") }
    }

    func run() throws {
        try reporting {
            var documents: [Document] = []
            var texts: [String] = []
            for path in paths.isEmpty ? SpecificationArguments.usual : paths {
                let (document, api) = try Specification(path, overlays: overlays.paths).api()
                documents.append(document)
                if let explanation = Explanation(name, in: document, api: api) { texts.append(explanation.text) }
            }
            guard texts.isEmpty else { return Terminal.print(texts.joined(separator: "\n"), terminator: "") }
            let near = Explanation.suggestions(for: name, in: documents)
            let hint = near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?"
            Terminal.complain("error: no operation is called \(name.debugDescription)\(hint)")
            throw ExitCode.findings
        }
    }
}
