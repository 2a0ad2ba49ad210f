import Foundation
import GeneratorTestSupport
import Testing

/// `UPDATE_GOLDEN=1 swift test --filter GoldenTests` writes the golden files anew. When they do not compile, the tests do not
/// either; then `clockify-generate Tests/GoldenClient/Spec/openapi.yaml --output Tests/GoldenClient` does it.
@Suite struct GoldenTests {
    @Test("The fixture becomes the golden files, byte for byte")
    func fixtureBecomesGoldenFilesByteForByte() throws {
        let generated = generate(try Fixtures.texts(in: Fixtures.goldenSpec))
        #expect(generated.diagnostics == [])
        let sources = Dictionary(
            uniqueKeysWithValues: generated.sources.map { (($0.key as NSString).deletingPathExtension + ".swift", $0.value) })
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
            for (name, text) in sources { try Data(text.utf8).write(to: Fixtures.golden.appending(path: name)) }
        }
        let golden = try Fixtures.texts(in: Fixtures.golden)
        #expect(sources.keys.sorted() == golden.keys.sorted())
        for (name, text) in golden {
            #expect(sources[name] == text, "\(name) is stale: run with UPDATE_GOLDEN=1 and look at the difference")
        }
    }
}
