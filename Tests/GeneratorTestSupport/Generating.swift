import Foundation
import GeneratorOpenAPI
import GeneratorSwiftAPI
import GeneratorSwiftSource

/// The output of the generator for a spec.
package struct Generated {
    /// The document, or `nil` if it cannot be read.
    package let document: Document?
    package let api: API?
    /// The Swift text for each file of the spec.
    package let sources: [String: String]
    /// The diagnostics as the tool prints them.
    package let diagnostics: [String]

    /// All sources, one after the other.
    package var text: String { sources.keys.sorted().compactMap { sources[$0] }.joined() }
    package var errors: [String] { diagnostics.filter { $0.contains(": error: ") } }
}

package struct NoSuchFile: Error, CustomStringConvertible {
    package init() {}

    package let description = "there is no such file"
}

/// Runs the whole pipeline on a spec, given as the texts of its files.
///
/// - Parameters:
///   - overlays: The texts of overlays with their paths. The spec's folder is `/spec`.
///   - parts: The number of Swift files that the document becomes. If there are several, the result has them by their own names.
///   - isStrict: `false` if flaws of the document are warnings.
package func generate(
    _ files: [String: String], document name: String = "openapi.yaml", overlays: KeyValuePairs<String, String> = [:],
    selection: OperationSelection = .all, parts: Int = 1, isStrict: Bool = true
) -> Generated {
    let diagnostics = Diagnostics(isStrict: isStrict)
    let overlays = Overlays(
        overlays.map { Overlays.File(path: $0.key, bytes: Array($0.value.utf8)) }, for: name, in: "/spec", diagnostics: diagnostics)
    let specification = SpecificationFiles(diagnostics: diagnostics, overlays: overlays) { file in
        guard let text = files[file] else { throw NoSuchFile() }
        return Array(text.utf8)
    }
    let isPattern = { (pattern: String) in (try? NSRegularExpression(pattern: pattern)) != nil }
    let document = Document.read(name, from: specification, selection: selection, diagnostics: diagnostics, isPattern: isPattern)
    let api = document.map { API(of: $0, diagnostics: diagnostics) }
    let sources = api.map { SwiftSource($0).files(documentFile: name, parts: [name: parts]) } ?? []
    return Generated(
        document: document, api: api,
        sources: Dictionary(uniqueKeysWithValues: sources.map { (parts == 1 ? $0.source : $0.name, $0.text) }),
        diagnostics: diagnostics.all.map(\.description))
}

/// Returns a document with paths and components, each given as the lines below its key.
package func openAPI(version: String = "3.1.0", paths: String = "", schemas: String = "", more: String = "") -> String {
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

/// Returns a document whose only operation sends and receives the schema `Thing`.
package func thing(_ schema: String, version: String = "3.1.0", others: String = "", isStrict: Bool = true) -> Generated {
    let paths = """
        /things:
          post:
            operationId: postThing
            requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
            responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
        """
    return generate(
        ["openapi.yaml": openAPI(version: version, paths: paths, schemas: "Thing: \(schema)\n\(others)")], isStrict: isStrict)
}

extension Generated {
    /// The declaration of a type.
    package subscript(type: String) -> TypeDeclaration? { api?.files.flatMap(\.types).first { $0.name == type } }

    /// Returns the properties of a structure by their names on the wire.
    package func property(_ type: String, _ wireName: String) -> Property? {
        guard case .structure(let structure) = self[type]?.kind else { return nil }
        return structure.properties.first { $0.wireName == wireName }
    }

    package var methods: [GeneratorSwiftAPI.Method] { api?.files.flatMap(\.methods) ?? [] }
}

/// Folders of this repository.
package enum Fixtures {
    package static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    package static let specs = repository.appending(path: "Spec")
    /// The golden files: Swift code and its spec.
    package static let golden = repository.appending(path: "Tests/GoldenClient")
    package static let goldenSpec = golden.appending(path: "Spec")

    /// The texts of the files in a folder, by name.
    package static func texts(in folder: URL) throws -> [String: String] {
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).filter { !$0.hasDirectoryPath }
        return try Dictionary(uniqueKeysWithValues: files.map { ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) })
    }
}
