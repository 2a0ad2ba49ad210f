import Foundation
import GeneratorOpenAPI
import GeneratorSwiftAPI
import GeneratorSwiftSource

/// What becomes of a spec.
struct Generated {
    /// Nil when the document cannot be read at all.
    let document: Document?
    let api: API?
    /// The Swift text for each file of the spec.
    let sources: [String: String]
    /// As the tool prints them.
    let diagnostics: [String]

    /// All sources, one after the other.
    var text: String { sources.keys.sorted().compactMap { sources[$0] }.joined() }
    var errors: [String] { diagnostics.filter { $0.contains(": error: ") } }
}

struct NoSuchFile: Error, CustomStringConvertible {
    let description = "there is no such file"
}

/// Takes a spec, given as the texts of its files, through the whole pipeline.
func generate(_ files: [String: String], document name: String = "openapi.yaml") -> Generated {
    let diagnostics = Diagnostics()
    let specification = SpecificationFiles(diagnostics: diagnostics) { file in
        guard let text = files[file] else { throw NoSuchFile() }
        return Array(text.utf8)
    }
    let isPattern = { (pattern: String) in (try? NSRegularExpression(pattern: pattern)) != nil }
    let document = Document.read(name, from: specification, diagnostics: diagnostics, isPattern: isPattern)
    let api = document.map { API(of: $0, diagnostics: diagnostics) }
    let sources = api.map { SwiftSource($0).files(documentFile: name) } ?? []
    return Generated(
        document: document, api: api, sources: Dictionary(uniqueKeysWithValues: sources.map { ($0.source, $0.text) }),
        diagnostics: diagnostics.all.map(\.description))
}

/// A document with paths and components, each given as the lines under it.
func openAPI(version: String = "3.1.0", paths: String = "", schemas: String = "", more: String = "") -> String {
    func indented(_ text: String, _ depth: Int) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : String(repeating: " ", count: depth) + $0 }
            .joined(separator: "\n")
    }
    return """
        openapi: \(version)
        info: {title: Test, version: v1}
        \(more)
        paths:
        \(paths.isEmpty ? "  {}" : indented(paths, 2))
        components:
          schemas:
        \(schemas.isEmpty ? "    {}" : indented(schemas, 4))
        """
}

/// A document whose only operation sends and receives the schema `Thing`.
func thing(_ schema: String, version: String = "3.1.0", others: String = "") -> Generated {
    let paths = """
        /things:
          post:
            operationId: postThing
            requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
            responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
        """
    return generate(["openapi.yaml": openAPI(version: version, paths: paths, schemas: "Thing: \(schema)\n\(others)")])
}

extension Generated {
    /// The declaration of a type.
    subscript(type: String) -> TypeDeclaration? { api?.files.flatMap(\.types).first { $0.name == type } }

    /// The properties of a structure by their names on the wire.
    func property(_ type: String, _ wireName: String) -> Property? {
        guard case .structure(let structure) = self[type]?.kind else { return nil }
        return structure.properties.first { $0.wireName == wireName }
    }

    var methods: [GeneratorSwiftAPI.Method] { api?.files.flatMap(\.methods) ?? [] }
}

/// The folders beside the tests.
enum Fixtures {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    static let golden = folder.deletingLastPathComponent().deletingLastPathComponent().appending(path: "GoldenClient")

    static let specs = folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "Spec")

    /// The texts of the files in a folder, by name.
    static func texts(in folder: URL) throws -> [String: String] {
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try Dictionary(uniqueKeysWithValues: files.map { ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) })
    }
}
