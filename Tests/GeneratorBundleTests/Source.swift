import Foundation
import GeneratorOpenAPI
import GeneratorSwiftAPI
import GeneratorSwiftSource
import Testing

@testable import GeneratorBundle

/// A spec to bundle, from a folder of this repository or from texts.
struct Source {
    private let contents: (String) throws -> String
    private let document: String
    private let folder: URL?

    init(texts: [String: String], document: String) {
        folder = nil
        self.document = document
        contents = { name in
            guard let text = texts[name] else { throw NoSuchFile() }
            return text
        }
    }

    private init(folder: URL) {
        self.folder = folder
        document = "openapi.yaml"
        contents = { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
    }

    static func folder(_ name: String) throws -> Source { Source(folder: root.appendingPathComponent("Spec/\(name)")) }

    /// The fixture of the generator's own tests, with every feature, in YAML and JSON.
    static func golden() throws -> Source { Source(folder: root.appendingPathComponent("Tests/GoldenClient/Spec")) }

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    func names() throws -> [String] {
        let folder = try #require(folder)
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }
            .sorted()
    }

    func text(_ name: String) throws -> String { try contents(name) }

    func files(_ diagnostics: Diagnostics) -> SpecificationFiles {
        SpecificationFiles(diagnostics: diagnostics, contents: { Array(try contents($0).utf8) })
    }

    /// The bundle as YAML and as JSON.
    func texts() throws -> [String] {
        let diagnostics = Diagnostics()
        let bundle = Bundle(document: document, from: files(diagnostics), diagnostics: diagnostics)
        let made = try #require(bundle, "\(diagnostics.all)")
        return [made.yaml, try #require(made.json)]
    }

    /// Returns the Swift code of the spec regardless of its files: every line of every declaration, sorted.
    func emittedLines() throws -> [String] { try #require(linesIfExpressible(), "the spec has errors") }

    /// Returns the same lines, or `nil` if the spec has errors.
    func linesIfExpressible() -> [String]? {
        let diagnostics = Diagnostics()
        guard let read = Document.read(document, from: files(diagnostics), diagnostics: diagnostics) else { return nil }
        let api = API(of: read, diagnostics: diagnostics)
        guard !diagnostics.hasErrors else { return nil }
        let lines = SwiftSource(api).files(documentFile: read.file).flatMap { $0.text.split(separator: "\n") }
        // Lines without indentation belong to the file: its extensions and imports.
        return lines.filter { $0.hasPrefix(" ") }.map(String.init).sorted()
    }
}

struct NoSuchFile: Error, CustomStringConvertible {
    let description = "there is no such file"
}
