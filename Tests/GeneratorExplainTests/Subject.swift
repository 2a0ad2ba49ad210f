import Foundation
import GeneratorOpenAPI
import GeneratorSwiftAPI

/// A spec whose operations are explained.
struct Subject: Sendable {
    let document: Document
    let api: API

    init(_ contents: @escaping (String) throws -> [UInt8]) throws {
        let diagnostics = Diagnostics()
        let files = SpecificationFiles(diagnostics: diagnostics, contents: contents)
        guard let document = Document.read("openapi.yaml", from: files, diagnostics: diagnostics) else { throw Broken(diagnostics.all) }
        api = API(of: document, diagnostics: diagnostics)
        self.document = document
        if diagnostics.hasErrors { throw Broken(diagnostics.all) }
    }

    /// Reads a spec of this repository.
    static func folder(_ name: String) throws -> Subject {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.appendingPathComponent("Spec/\(name)")
        return try Subject { [UInt8](try Data(contentsOf: folder.appendingPathComponent($0))) }
    }

    struct Broken: Error {
        let diagnostics: [Diagnostic]
        init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
    }
}
