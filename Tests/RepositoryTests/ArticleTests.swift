import Foundation
import GeneratorTestSupport
import Testing

/// The code in the README and the articles compiles unchanged.
@Suite struct ArticleTests {
    /// A Swift code block in a text.
    private struct Snippet {
        let place: String
        let lines: [String]

        /// `true` if the block is a part of a manifest.
        var isOfManifest: Bool { lines.first.map { $0.hasPrefix("// Package.swift") || $0.hasPrefix(".package(") } ?? true }
        var imports: [String] { lines.filter { $0.hasPrefix("import ") }.map { String($0.dropFirst(7)) } }

        /// Returns a file with the snippet: declarations unchanged, and statements in a function with the values that snippets assume.
        func source(_ index: Int) -> String {
            let code = lines.filter { !$0.hasPrefix("import ") }
            let isOfDeclarations = code.first { !$0.isEmpty }?.hasPrefix("extension ") == true
            return """
                import ClockifyAPI
                import Foundation
                \(imports.filter { $0 != "ClockifyAPI" && $0 != "Foundation" }.map { "import \($0)" }.joined(separator: "\n"))
                \(isOfDeclarations ? "" : "private func snippet\(index)(\(Self.parameters)) async throws {")
                \(code.joined(separator: "\n"))
                \(isOfDeclarations ? "" : "}")
                """
        }

        private static let parameters = """
            clockify: Clockify, workspace: Clockify.WorkspaceID, tagID: Clockify.TagID, invoiceID: Clockify.InvoiceID, url: URL
            """
    }

    private func snippets(in file: URL) throws -> [Snippet] {
        var found: [Snippet] = []
        var lines: [String]?
        for (number, line) in try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n").enumerated() {
            if line == "```swift" {
                lines = []
            } else if line == "```", let block = lines {
                found.append(Snippet(place: "\(file.lastPathComponent):\(number + 1)", lines: block))
                lines = nil
            } else {
                lines?.append(line)
            }
        }
        return found
    }

    @Test("Every snippet compiles")
    func everySnippetCompiles() throws {
        guard let compiler = try Compiler.find() else { return }
        let root = Fixtures.specs.deletingLastPathComponent()
        let sources = root.appending(path: "Sources")
        let articles = try FileManager.default.subpathsOfDirectory(atPath: sources.path).filter {
            $0.contains(".docc/") && $0.hasSuffix(".md")
        }
        let files = [root.appending(path: "README.md")] + articles.sorted().map { sources.appending(path: $0) }
        let snippets = try files.flatMap(snippets).filter { !$0.isOfManifest }
        #expect(articles.count > 15 && snippets.count > 25)
        // Modules behind disabled traits are missing.
        let compiled = snippets.filter { $0.imports.allSatisfy { $0 == "Foundation" || compiler.has($0) } }
        for (index, complaints) in try compiler.complaints(of: compiled.enumerated().map { $1.source($0) }) {
            Issue.record("\(compiled[index].place): \(complaints.joined(separator: "; "))")
        }
    }
}
