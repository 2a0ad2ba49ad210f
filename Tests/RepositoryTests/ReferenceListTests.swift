import Foundation
import Testing

@testable import GeneratorLint

/// The list of x- words in CONTRIBUTING.md is the one that lint goes by.
@Suite struct ReferenceListTests {
    @Test("CONTRIBUTING lists the words that lint knows, and where they go")
    func cONTRIBUTINGListsWordsThatLintKnowsAndWhere() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent("CONTRIBUTING.md"), encoding: .utf8)
        var listed: [String: Set<String>] = [:]
        for line in text.split(separator: "\n") where line.hasPrefix("| `x-") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            listed[cells[0].filter { $0 != "`" }] = Set(cells[1].components(separatedBy: ", "))
        }
        // It speaks to people: a property is a schema, and so is an enum.
        let known = Dictionary(
            uniqueKeysWithValues: Extension.all.map { word in (word.name, Set(word.kinds.map(\.phrase))) })
        #expect(Set(listed.keys) == Set(known.keys))
        for (word, places) in listed {
            #expect(
                Set(places.map { ["property": "schema", "enum": "schema", "deprecated operation": "operation"][$0] ?? $0 }) == known[word])
        }
    }
}
