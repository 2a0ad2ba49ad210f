import Foundation
import GeneratorJSONPath
import GeneratorYAML
import Testing

/// The public compliance test suite of RFC 9535, where the environment names its file `cts.json`.
@Suite("Compliance")
struct ComplianceTests {
    private static let path = ProcessInfo.processInfo.environment["JSONPATH_CTS"]

    @Test("Every case of the public compliance test suite passes", .enabled(if: path != nil, "JSONPATH_CTS names no file"))
    func suite() throws {
        let path = try #require(Self.path)
        let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
        let suite = try YAML.parse(Array(escaped(text).utf8), file: "cts.json")
        let cases = try #require(suite["tests"]?.sequence)
        var passed = 0
        for test in cases {
            let name = test["name"]?.string ?? "?"
            if let problem = try problem(of: test) { Issue.record("\(test.location) \(name): \(problem)") } else { passed += 1 }
        }
        print("compliance: \(passed) of \(cases.count) cases pass")
        #expect(!cases.isEmpty)
    }

    private func problem(of test: Node) throws -> String? {
        let selector = try #require(test["selector"]?.string)
        let query: JSONPath
        do {
            query = try JSONPath(selector)
        } catch {
            return test["invalid_selector"] == nil ? "refused \(selector): \(error)" : nil
        }
        guard test["invalid_selector"] == nil else { return "accepted \(selector)" }
        let nodes = try query.nodes(in: try #require(test["document"]))
        let values = nodes.map { canonical($0.node) }
        let paths = nodes.map(\.normalizedPath)
        let results = try alternatives(of: test, "result", "results").map { try items($0).map(canonical) }
        let pathResults = try alternatives(of: test, "result_paths", "results_paths").map { try items($0).map { $0.string ?? "?" } }
        guard results.contains(values) else { return "\(selector) selects \(values)" }
        guard pathResults.isEmpty || pathResults.contains(paths) else { return "\(selector) selects at \(paths)" }
        return nil
    }

    /// Escapes the characters that JSON allows and YAML does not. They occur only in strings.
    private func escaped(_ text: String) -> String {
        var escaped = ""
        for unit in text.utf16 {
            let isPlain = unit < 0x7F
            escaped += isPlain ? String(UnicodeScalar(UInt8(unit))) : "\\u" + String(format: "%04x", unit)
        }
        return escaped
    }

    private func alternatives(of test: Node, _ one: String, _ several: String) throws -> [Node] {
        if let result = test[one] { return [result] }
        return test[several]?.sequence ?? []
    }

    private func items(_ node: Node) throws -> [Node] { try #require(node.sequence) }

    /// Returns a tree as text in which equal trees are equal, and strings differ from other scalars.
    private func canonical(_ node: Node) -> String {
        switch node.content {
        case .scalar(let scalar): String(describing: scalar.value)
        case .sequence(let items): "[" + items.map(canonical).joined(separator: ",") + "]"
        case .mapping(let mapping):
            "{" + mapping.entries.map { $0.key.debugDescription + ":" + canonical($0.value) }.sorted().joined(separator: ",") + "}"
        }
    }
}
