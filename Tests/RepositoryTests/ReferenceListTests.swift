import Foundation
import Testing

@testable import GeneratorLint

/// The list of x- extensions in CONTRIBUTING.md matches the one that lint uses.
@Suite struct ReferenceListTests {
    @Test("CONTRIBUTING.md lists the extensions that lint knows and their positions")
    func extensionsAreListed() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent("CONTRIBUTING.md"), encoding: .utf8)
        var listed: [String: Set<String>] = [:]
        for line in text.split(separator: "\n") where line.hasPrefix("| `x-") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            listed[cells[0].filter { $0 != "`" }] = Set(cells[1].components(separatedBy: ", "))
        }
        // The list is for human readers: a property is a schema, and so is an enum.
        let known = Dictionary(
            uniqueKeysWithValues: Extension.all.map { word in (word.name, Set(word.kinds.map(\.phrase))) })
        #expect(Set(listed.keys) == Set(known.keys))
        for (word, places) in listed {
            #expect(
                Set(places.map { ["property": "schema", "enum": "schema", "deprecated operation": "operation"][$0] ?? $0 }) == known[word])
        }
    }
}
