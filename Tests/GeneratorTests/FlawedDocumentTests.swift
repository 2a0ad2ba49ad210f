import Foundation
import GeneratorSurface
import GeneratorTestSupport
import Testing

/// Documents as other people write them, in the folder `Documents`. Below each are its diagnostics and its Swift API, as comments.
///
/// `UPDATE_DOCUMENTS=1 swift test --filter FlawedDocumentTests` writes the comments anew; the difference is for a person to read.
@Suite("A document of other people gives Swift, and a warning for each part that is left out")
struct FlawedDocumentTests {
    private static let folder = Fixtures.repository.appending(path: "Tests/GeneratorTests/Documents")
    private static let names =
        (try? FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }.sorted()) ?? []
    private static let mark = "#> "

    @Test("There are documents.")
    func documentsExist() { #expect(Self.names.count >= 50) }

    @Test("The document gives these diagnostics, which are errors for a strict reader", arguments: names)
    func document(name: String) throws {
        let file = Self.folder.appending(path: name)
        let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n").filter { !$0.isEmpty }
        let text = lines.filter { !$0.hasPrefix(Self.mark) }.joined(separator: "\n") + "\n"
        let generated = generate(["openapi.yaml": text], isStrict: false)
        let found = generated.diagnostics.map { Self.mark + $0.replacing("openapi.yaml:", with: "") } + Self.api(of: generated)
        if ProcessInfo.processInfo.environment["UPDATE_DOCUMENTS"] != nil {
            try Data((text + found.map { $0 + "\n" }.joined()).utf8).write(to: file)
            return
        }
        #expect(found == lines.filter { $0.hasPrefix(Self.mark) })
        #expect(generated.errors.isEmpty == !name.hasPrefix("refused-"))
        let strict = generate(["openapi.yaml": text])
        #expect(strict.errors.isEmpty == generated.diagnostics.allSatisfy(Self.isForAllReaders), "\(strict.diagnostics)")
    }

    @Test("The Swift of all documents compiles")
    func swiftCompiles() throws {
        guard let compiler = try Compiler.find() else { return }
        let sources = try Self.names.filter { !$0.hasPrefix("refused-") }.enumerated().compactMap { index, name in
            let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
            // Each document gets a type of its own. The one without a title is called API.
            let title = text.firstMatch(of: /title: ("[^"]*"|\w+)/)
            let renamed = title.map { text.replacing($0.0, with: "title: Document\(index)") } ?? text
            return generate(["openapi.yaml": renamed], isStrict: false).text
        }
        #expect(try compiler.complaints(of: sources) == [:])
    }

    /// Strict readers accept alternatives that only require members.
    private static func isForAllReaders(_ diagnostic: String) -> Bool { diagnostic.contains("alternatives that require other members") }

    /// Returns the types and methods of the API without its root, if there is one.
    private static func api(of generated: Generated) -> [String] {
        guard let api = generated.api, generated.errors.isEmpty else { return [] }
        return Surface(of: api).declarations.filter { declaration in
            let isShown = ["let ", "var ", "case ", "func ", "static var "].contains { declaration.text.hasPrefix($0) }
            return isShown && declaration.scope.contains(".") && !declaration.scope.hasSuffix(".Services")
                && !declaration.text.contains("rawValue")
        }.map { "\(mark)\($0)" }
    }
}
