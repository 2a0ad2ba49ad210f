import Foundation
import GeneratorDiff
import GeneratorOpenAPI
import GeneratorSwiftAPI
import Testing

@Suite struct SpecTests {
    @Test("A spec does not differ from itself")
    func specEqualsItself() throws {
        for folder in ["Spec/Clockify", "Spec/ClockifyLegacy"] {
            let spec = try document(texts(in: folder))
            #expect(changes(from: spec, to: spec).map(\.brief) == [])
        }
    }

    @Test("The committed report on the older page is up to date")
    func committedReport() throws {
        let diagnostics = Diagnostics()
        let (old, new) = ("Spec/ClockifyLegacy", "Spec/Clockify")
        let documents = try [old, new].map { try document(texts(in: $0), folder: $0 + "/") }
        let interfaces = documents.map { API(of: $0, diagnostics: diagnostics) }
        let report = Report(
            old: old, new: new,
            changes: changes(from: documents[0], to: documents[1]) + changes(from: interfaces[0], to: interfaces[1]))
        let text = MarkdownReport(report, least: .risky, showsLines: false).text
        let isFresh = try String(contentsOf: repository.appending(path: "Spec/legacy-to-current.md"), encoding: .utf8) == text
        #expect(
            isFresh,
            """
            spec diff Spec/ClockifyLegacy Spec/Clockify --format markdown --least risky --no-lines --fail-on never \
            > Spec/legacy-to-current.md updates it; review what has changed in it
            """)
    }
}
