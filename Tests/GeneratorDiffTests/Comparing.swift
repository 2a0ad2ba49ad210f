import Foundation
import GeneratorDiff
import GeneratorOpenAPI
import Testing

/// Reads a document from the texts of its files. The test fails if the document has errors.
func document(
    _ files: [String: String], name: String = "openapi.yaml", folder: String = "", sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws -> Document {
    let diagnostics = Diagnostics()
    let specification = SpecificationFiles(diagnostics: diagnostics, displayName: { folder + $0 }) { file in
        guard let text = files[file] else { throw CocoaError(.fileNoSuchFile) }
        return Array(text.utf8)
    }
    let document = Document.read(name, from: specification, diagnostics: diagnostics)
    #expect(diagnostics.all.filter { $0.severity == .error }.map(\.description) == [], sourceLocation: sourceLocation)
    return try #require(document, sourceLocation: sourceLocation)
}

func document(_ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> Document {
    try document(["openapi.yaml": text], sourceLocation: sourceLocation)
}

/// Returns the texts of the files in a folder of this repository, by name.
func texts(in folder: String) throws -> [String: String] {
    let folder = repository.appending(path: folder)
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try Dictionary(uniqueKeysWithValues: files.map { ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) })
}

let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

extension Change {
    /// The summary that tests compare: `request-body-removed POST /things: breaking`.
    var brief: String { "\(check) \(subject): \(wire.rawValue)" }
}
