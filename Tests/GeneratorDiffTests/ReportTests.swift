import GeneratorYAML
import Testing

@testable import GeneratorDiff

@Suite struct ReportTests {
    private let report = Report(old: "old", new: "Spec", changes: ReportSample.changes)

    @Test("A consequence is listed with the change of the document that causes it")
    func consequences() {
        #expect(
            report.entries.map(\.change.check) == [
                "endpoint-added", "response-property-became-optional", "request-property-removed", "swift-group-renamed",
            ])
        #expect(report.entries[1].consequences.map(\.check) == ["swift-property-type-changed"])
        #expect(report.entries.map(\.wire) == [.compatible, .breaking, .risky, .none])
        #expect(report.entries.map(\.swift) == [.none, .breaking, .none, .breaking])
    }

    @Test("If a place has several changes, the one of the same operation and kind is the cause")
    func causeAmongSeveral() {
        let place = ReportSample.at("Shared.yaml", 1)
        func change(_ check: String, old: GeneratorYAML.SourceLocation?, _ wire: Verdict, _ operation: String) -> Change {
            Change(check: check, subject: check, message: check, old: old, new: place, wire: wire, operations: [operation])
        }
        let wire = [
            change("request-parameter-min-set", old: ReportSample.at("old.yaml", 1), .breaking, "a"),
            change("new-optional-request-parameter", old: nil, .compatible, "b"),
            change("request-parameter-default-value-added", old: ReportSample.at("old.yaml", 1), .compatible, "b"),
        ]
        func cause(_ check: String, old: GeneratorYAML.SourceLocation?, _ operation: String) -> [String] {
            let entries = Report(old: "", new: "", changes: wire + [change(check, old: old, .none, operation)]).entries
            return entries.filter { $0.consequences.map(\.check) == [check] }.map(\.change.check)
        }
        #expect(cause("swift-argument-added", old: nil, "b") == ["new-optional-request-parameter"])
        #expect(cause("swift-argument-changed", old: ReportSample.at("old.yaml", 1), "a") == ["request-parameter-min-set"])
        #expect(cause("swift-argument-changed", old: ReportSample.at("old.yaml", 1), "b") == ["request-parameter-default-value-added"])
        #expect(cause("swift-argument-changed", old: ReportSample.at("old.yaml", 1), "c") == [])
        #expect(cause("swift-argument-removed", old: ReportSample.at("old.yaml", 1), "a") == ["request-parameter-min-set"])
        // A changed name has no cause on the wire.
        #expect(cause("swift-argument-renamed", old: ReportSample.at("old.yaml", 1), "a") == [])
    }
}
