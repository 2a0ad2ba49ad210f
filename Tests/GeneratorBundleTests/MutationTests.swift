import Foundation
import GeneratorOpenAPI
import RepeatableNumbers
import Testing

@testable import GeneratorBundle

/// A bundle has the same meaning as its files, whatever mistake was made in the spec.
@Suite struct MutationTests {
    @Test("A spec with exchanged words is either rejected or generates the same Swift from its bundle")
    func exchangedWords() throws {
        let golden = try Source.golden()
        let texts = try Dictionary(uniqueKeysWithValues: golden.names().map { ($0, try golden.text($0)) })
        var numbers = SeededNumbers(seed: 7)
        var bundled = 0
        for _ in 0..<60 {
            var mutated = texts
            let name = try #require(texts.keys.sorted().randomElement(using: &numbers))
            mutated[name] = MutationTests.mutated(try #require(texts[name]), using: &numbers)
            let source = Source(texts: mutated, document: "openapi.yaml")
            let diagnostics = Diagnostics()
            guard let bundle = Bundle(document: "openapi.yaml", from: source.files(diagnostics), diagnostics: diagnostics) else {
                #expect(diagnostics.hasErrors)
                continue
            }
            let after = Source(texts: ["bundle.yaml": bundle.yaml], document: "bundle.yaml")
            // Both report parts of a document that Swift cannot express.
            guard let lines = source.linesIfExpressible() else {
                #expect(after.linesIfExpressible() == nil)
                continue
            }
            #expect(after.linesIfExpressible() == lines)
            bundled += 1
        }
        #expect(bundled > 10, "too few of them can be read to prove anything")
    }

    /// Returns the text with one of its words replaced by another.
    private static func mutated(_ text: String, using numbers: inout SeededNumbers) -> String {
        let words = text.matches(of: ##/[A-Za-z0-9_$./#-]+/##)
        guard let place = words.randomElement(using: &numbers), let word = words.randomElement(using: &numbers) else { return text }
        return text.replacingCharacters(in: place.range, with: word.output)
    }
}
