import Testing

@testable import GeneratorDiff

@Suite struct AcceptanceTests {
    @Test("An accepted change passes with its reason and still requires its version bump")
    func acceptedChange() {
        let report = Report(
            old: "old", new: "Spec", changes: ReportSample.changes,
            acceptances: [
                ReportSample.accepting("response-property-became-optional", "Tag.name"),
                ReportSample.accepting("swift-group-renamed", "Clockify.tags"),
            ])
        #expect(report.verdict == .risky)
        #expect(report.effect == .breaking)
        #expect(report.staleAcceptances.isEmpty)
        #expect(TextReport(report).text.contains("Tags.yaml:5:3: accepted: the response property"))
        #expect(TextReport(report).text.contains("    accepted: Never sent.\n"))
        #expect(AnnotationReport(report).text.contains("::notice file=Tags.yaml,line=5,"))
        #expect(MarkdownReport(report).text.contains("<br>**Accepted:** Never sent. |"))
    }

    @Test("The summary says what is accepted and what is to be reviewed")
    func judgement() {
        func judgement(_ acceptances: [Acceptance], _ changes: [Change] = ReportSample.changes) -> String? {
            let report = Report(old: "old", new: "Spec", changes: changes, acceptances: acceptances)
            return Summary(report).lines(report, version: nil).last
        }
        let acceptances = [
            ReportSample.accepting("response-property-became-optional", "Tag.name"),
            ReportSample.accepting("swift-group-renamed", "Clockify.tags"),
            ReportSample.accepting("request-property-removed", "NewTag.x"),
        ]
        #expect(judgement([]) == "Nothing is accepted; to be reviewed: 2 breaking, 1 risky, 1 without a risk.")
        #expect(judgement([acceptances[0]]) == "1 entry is accepted; to be reviewed: 1 breaking, 1 risky, 1 without a risk.")
        #expect(judgement(acceptances) == "3 entries are accepted; nothing needs a review.")
        #expect(judgement([], [ReportSample.changes[2]]) == "Nothing needs to be accepted.")
    }

    @Test("An acceptance without a match is reported and has no effect")
    func unmatchedAcceptance() {
        let stale = ReportSample.accepting("response-property-became-optional", "Tag.title")
        let report = Report(old: "old", new: "Spec", changes: ReportSample.changes, acceptances: [stale])
        #expect(report.verdict == .breaking)
        #expect(report.staleAcceptances == [stale])
        #expect(TextReport(report).text.contains("accepted.yaml:2:3: warning: no such change is left"))
        #expect(AnnotationReport(report).text.contains("::warning file=accepted.yaml,line=2,"))
        #expect(MarkdownReport(report).text.contains("### Acceptances to remove (1)"))
    }

    @Test("A file of acceptances is parsed")
    func acceptanceFile() throws {
        let text = """
            # Looked at in May.
            accepted:
              - check: request-property-removed
                subject: NewTag.x
                reason: >-
                  It was never
                  sent.
            """
        let acceptances = try Acceptance.read(Array(text.utf8), file: "a.yaml")
        #expect(acceptances.map(\.reason) == ["It was never sent."])
        #expect(acceptances[0].location == .init(file: "a.yaml", line: 3, column: 5))
        #expect(try Acceptance.read(Array("accepted: []".utf8), file: "a.yaml").isEmpty)
        #expect(try Acceptance.read(Array("[]".utf8), file: "a.yaml").isEmpty)
    }

    @Test("An acceptance of several changes is an acceptance of each")
    func severalSubjects() throws {
        let text = "- {check: a, subject: [b, c], reason: d}\n- {check: a, at: e, because: f}"
        let acceptances = try Acceptance.read(Array(text.utf8), file: "a.yaml")
        #expect(acceptances.map(\.subject) == ["b", "c", "e"])
        #expect(acceptances.map(\.reason) == ["d", "d", "f"])
        #expect(acceptances.map(\.location.column) == [24, 27, 3])
    }

    @Test(
        "An invalid file of acceptances is rejected",
        arguments: [
            ("", "a.yaml:1:1: error: the file is empty"),
            ("1", "a.yaml:1:1: error: a file of accepted changes has a list \"accepted\""),
            ("accepted: {}", "a.yaml:1:1: error: a file of accepted changes has a list \"accepted\""),
            ("accepted: []\nother: 1", "a.yaml:2:1: error: \"other\" is not supported"),
            ("accepted: [x]", "a.yaml:1:12: error: an accepted change is a mapping"),
            ("accepted: [{check: a, subject: b}]", "a.yaml:1:12: error: an accepted change needs \"reason\""),
            ("accepted: [{check: a, subject: b, reason: ' '}]", "a.yaml:1:43: error: \"reason\" of an accepted change is a text"),
            ("accepted: [{check: a, subject: b, reason: []}]", "a.yaml:1:43: error: \"reason\" of an accepted change is a text"),
            ("accepted: [{check: a, subject: b, reason: c, until: d}]", "a.yaml:1:46: error: \"until\" is not a key of an accepted change"),
            ("- {check: a, subject: [b, b], reason: c}", "a.yaml:1:27: error: this change is accepted already, at a.yaml:1:24"),
            ("- {check: a, subject: [], reason: c}", "a.yaml:1:23: error: \"subject\" of an accepted change is an empty list"),
            ("- {check: a, subject: b, saying: d, reason: c}", "a.yaml:1:26: error: \"saying\" is not a key of an accepted change"),
            ("- {check: a, subject: b, at: d, reason: c}", "a.yaml:1:26: error: \"at\" is another spelling of \"subject\""),
            (
                "accepted:\n- {check: a, subject: b, reason: c}\n- {check: a, subject: b, reason: d}",
                "a.yaml:3:3: error: this change is accepted already, at a.yaml:2:3"
            ),
        ])
    func invalidAcceptanceFile(_ text: String, _ error: String) {
        let thrown = #expect(throws: AcceptanceError.self) { try Acceptance.read(Array(text.utf8), file: "a.yaml") }
        #expect(thrown?.description.hasPrefix(error) == true, "\(thrown?.description ?? "")")
    }
}
