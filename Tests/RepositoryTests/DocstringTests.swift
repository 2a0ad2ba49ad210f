#if os(Linux)
import Foundation
import GeneratorTestSupport
import Testing

@Suite("Docstrings")
struct DocstringTests {
    @Test(
        "Every public declaration of a product has a docstring",
        arguments: [
            "ClockifyRuntime", "ClockifyAPI", "ClockifyLegacyAPI", "ClockifySandbox", "ClockifyAddon", "ClockifyLogging", "GoldenClient",
        ])
    func everyDeclaration(module: String) throws {
        guard let compiler = try Compiler.find() else { return }
        let graph = try JSONDecoder().decode(SymbolGraph.self, from: compiler.symbolGraph(of: module, inheritsDocumentation: true))
        #expect(!graph.symbols.isEmpty)
        // Requirements of the standard library that have no documentation there either.
        let ofTheStandardLibrary: Set = [
            "hash(into:)", "hashValue", "init(unicodeScalarLiteral:)", "init(extendedGraphemeClusterLiteral:)", "codingKey",
            "init(codingKey:)",
        ]
        let undocumented = graph.symbols.filter { symbol in
            symbol.docComment == nil && !ofTheStandardLibrary.contains(symbol.pathComponents.last ?? "")
        }
        #expect(undocumented.map { $0.pathComponents.joined(separator: ".") }.sorted() == [])
    }
}
#endif
