import Foundation
import GeneratorTestSupport
import Testing

/// A few lines of YAML and the Swift that they give, each pair in a file of the folder `Snippets`.
///
/// `UPDATE_SNIPPETS=1 swift test --filter SnippetTests` writes the Swift anew; the difference is for a person to read.
@Suite("Each construct of a spec gives the Swift that its snippet shows")
struct SnippetTests {
    static let folder = Fixtures.repository.appending(path: "Tests/GeneratorTests/Snippets")
    static let names =
        (try? FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".snippet") }.sorted()) ?? []
    private static let separator = "\n--- becomes\n\n"

    @Test("There are snippets.")
    func snippetsExist() { #expect(Self.names.count >= 10) }

    @Test("The YAML gives the Swift below it.", arguments: names)
    func snippet(name: String) throws {
        let file = Self.folder.appending(path: name)
        let parts = try String(contentsOf: file, encoding: .utf8).components(separatedBy: Self.separator)
        let generated = generate(["openapi.yaml": "openapi: 3.1.0\ninfo: {title: Home, version: v1}\n" + parts[0]])
        #expect(generated.diagnostics == [])
        let swift = Self.declarations(in: generated.text)
        if ProcessInfo.processInfo.environment["UPDATE_SNIPPETS"] != nil {
            try Data((parts[0] + Self.separator + swift).utf8).write(to: file)
            return
        }
        let expected = parts.count == 2 ? parts[1] : ""
        if swift != expected { Issue.record("\(name) gives other Swift now:\n\(Self.difference(from: expected, to: swift))") }
    }

    /// Returns what the file declares besides the root of the API, which is the same for each snippet.
    private static func declarations(in text: String) -> String {
        var declarations: [String] = []
        for block in text.components(separatedBy: "\n\n") {
            // A block that starts with a space belongs to the declaration before it.
            if block.hasPrefix(" ") || block.hasPrefix("\n"), !declarations.isEmpty {
                declarations[declarations.count - 1] += "\n\n" + block
            } else {
                declarations.append(block)
            }
        }
        let isOfRoot = { (text: String) in
            text.hasPrefix("// ") || text.contains("public import") || text.contains("public struct Home: ")
        }
        return declarations.filter { !isOfRoot($0) }.joined(separator: "\n\n") + "\n"
    }

    /// Returns the lines that differ, with two lines around them.
    private static func difference(from old: String, to new: String) -> String {
        let (old, new) = (old.components(separatedBy: "\n"), new.components(separatedBy: "\n"))
        var (removed, added): (Set<Int>, Set<Int>) = ([], [])
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var lines: [(sign: String, text: String)] = []
        var (before, after) = (0, 0)
        while before < old.count || after < new.count {
            if removed.contains(before) {
                lines.append(("-", old[before]))
                before += 1
            } else if added.contains(after) {
                lines.append(("+", new[after]))
                after += 1
            } else {
                lines.append((" ", new[after]))
                (before, after) = (before + 1, after + 1)
            }
        }
        let near = lines.indices.filter { index in lines[max(0, index - 2)...min(lines.count - 1, index + 2)].contains { $0.sign != " " } }
        return near.map { lines[$0].sign + " " + lines[$0].text }.joined(separator: "\n")
    }
}
