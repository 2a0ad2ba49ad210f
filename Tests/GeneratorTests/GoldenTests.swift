import Foundation
import GeneratorTestSupport
import Testing

/// `UPDATE_GOLDEN=1 swift test --filter GoldenTests` updates the golden files. If they do not compile, the tests do not compile
/// either. In that case, run `clockify-generate Tests/GoldenClient/Spec/openapi.yaml --output Tests/GoldenClient`.
@Suite struct GoldenTests {
    @Test("The fixture generates exactly the golden files")
    func goldenFiles() throws {
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
