import Foundation
import GeneratorYAML
import Testing

@testable import GeneratorDiff

private func at(_ file: String, _ line: Int) -> GeneratorYAML.SourceLocation { .init(file: file, line: line, column: 3) }

/// A breaking change, its consequence in Swift, an addition, a removal and a change in Swift only.
private let changes: [Change] = [
    Change(
        check: "response-property-became-optional", subject: "Tag.name", message: "the response property Tag.name: became optional",
        old: at("old/Tags.yaml", 4), new: at("Tags.yaml", 5), wire: .breaking, operations: ["a", "b", "c", "d", "e"]),
    Change(
        check: "swift-property-type-changed", subject: "Clockify.Tag.name", message: "Clockify.Tag.name: String is String? now",
        old: at("old/Tags.yaml", 4), new: at("Tags.yaml", 5), swift: .breaking),
    Change(check: "endpoint-added", subject: "GET /b", message: "GET /b: new", old: nil, new: at("Tags.yaml", 9), wire: .compatible),
    Change(
        check: "request-property-removed", subject: "NewTag.x", message: "the request property NewTag.x: gone", old: at("old/Tags.yaml", 8),
        new: nil, nearest: at("Tags.yaml", 7), wire: .risky, operations: ["a"]),
    Change(
        check: "swift-group-renamed", subject: "Clockify.tags", message: "Clockify.tags: is Clockify.labels now",
        old: at("old/openapi.yaml", 2), new: at("openapi.yaml", 2), swift: .breaking, replacement: "labels"),
]

private func accepting(_ check: String, _ subject: String) -> Acceptance {
    Acceptance(check: check, subject: subject, reason: "Never sent.", location: at("accepted.yaml", 2))
}

@Suite struct ReportTests {
    private let report = Report(old: "old", new: "Spec", changes: changes)

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
        let place = at("Shared.yaml", 1)
        func change(_ check: String, old: GeneratorYAML.SourceLocation?, _ wire: Verdict, _ operation: String) -> Change {
            Change(check: check, subject: check, message: check, old: old, new: place, wire: wire, operations: [operation])
        }
        let wire = [
            change("request-parameter-min-set", old: at("old.yaml", 1), .breaking, "a"),
            change("new-optional-request-parameter", old: nil, .compatible, "b"),
            change("request-parameter-default-value-added", old: at("old.yaml", 1), .compatible, "b"),
        ]
        func cause(_ check: String, old: GeneratorYAML.SourceLocation?, _ operation: String) -> [String] {
            let entries = Report(old: "", new: "", changes: wire + [change(check, old: old, .none, operation)]).entries
            return entries.filter { $0.consequences.map(\.check) == [check] }.map(\.change.check)
        }
        #expect(cause("swift-argument-added", old: nil, "b") == ["new-optional-request-parameter"])
        #expect(cause("swift-argument-changed", old: at("old.yaml", 1), "a") == ["request-parameter-min-set"])
        #expect(cause("swift-argument-changed", old: at("old.yaml", 1), "b") == ["request-parameter-default-value-added"])
        #expect(cause("swift-argument-changed", old: at("old.yaml", 1), "c") == [])
        #expect(cause("swift-argument-removed", old: at("old.yaml", 1), "a") == ["request-parameter-min-set"])
        // A changed name has no cause on the wire.
        #expect(cause("swift-argument-renamed", old: at("old.yaml", 1), "a") == [])
    }

    @Test("The terminal report shows each change at its place")
    func terminal() {
        #expect(
            TextReport(report).text == """
                old → Spec
                This asks for a major release; breaking changes: 1 on the wire, 2 in Swift.
                Operations: 0 removed, 1 added, 5 changed.
                Nothing is accepted; left to judge: 2 breaking, 1 risky, 1 without a risk.

                Operations (1)
                Tags.yaml:9:3: compatible: GET /b: new [endpoint-added]
                    wire compatible, Swift none

                Requests and responses (2)
                Tags.yaml:5:3: breaking: the response property Tag.name: became optional [response-property-became-optional]
                    wire breaking, Swift breaking · before: old/Tags.yaml:4:3 · a, b, c, d, e
                    Swift breaking: Clockify.Tag.name: String is String? now [swift-property-type-changed]
                    to do: Expect `nil` for `name`.
                Tags.yaml:7:3: risky: the request property NewTag.x: gone [request-property-removed]
                    wire risky, Swift none · it is gone · before: old/Tags.yaml:8:3 · a
                    to do: Stop passing `x`.

                Names (1)
                openapi.yaml:2:3: breaking: Clockify.tags: is Clockify.labels now [swift-group-renamed]
                    wire none, Swift breaking · before: old/openapi.yaml:2:3
                    to do: Rename `tags` to `labels`.

                """)
        #expect(!TextReport(report, least: .breaking).text.contains("Operations (1)"))
        let colored = TextReport(report, isColored: true).text
        #expect(colored.contains("\u{1B}[1;31mbreaking\u{1B}[0m"))
        #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == TextReport(report).text)
    }

    @Test("A report without changes is a single line")
    func noChanges() {
        let report = Report(old: "a", new: "b", changes: [])
        #expect(TextReport(report).text == "a → b: no changes\n")
        #expect(MarkdownReport(report).text == "## a → b\n\nNothing has changed.\n")
        #expect(AnnotationReport(report).text == "")
        #expect(report.verdict == .none)
    }

    @Test("A pull request report sums up in three lines, shows what matters, and folds what an acceptance names")
    func pullRequest() {
        #expect(
            MarkdownReport(report, version: SemanticVersion(1, 4, 2)).text == """
                ## old → Spec

                - This asks for a **major** release: **2.0.0** after 1.4.2; breaking changes: 1 on the wire, 2 in Swift.
                - Operations: 0 removed, 1 added, 5 changed.
                - Nothing is accepted; left to judge: 2 breaking, 1 risky, 1 without a risk.

                ### Operations (1)

                | what | to do | wire | Swift |
                | --- | --- | --- | --- |
                | GET /b: new | Nothing to do. | compatible | none |

                ### Requests and responses (2)

                | what | to do | wire | Swift |
                | --- | --- | --- | --- |
                | the response property Tag.name: became optional (a, b, c, d, e)<br>Swift: Clockify.Tag.name: String is String? now | \
                Expect `nil` for `name`. | breaking | breaking |
                | the request property NewTag.x: gone (a) | Stop passing `x`. | risky | none |

                ### Names (1)

                | what | to do | wire | Swift |
                | --- | --- | --- | --- |
                | Clockify.tags: is Clockify.labels now | Rename `tags` to `labels`. | none | breaking |

                <details><summary>Each single change (4), as an acceptance names it</summary>

                | check | subject | where |
                |---|---|---|
                | `endpoint-added` | `GET /b` | `Tags.yaml:9` |
                | `response-property-became-optional` | `Tag.name` | `old/Tags.yaml:4` → `Tags.yaml:5` |
                | `request-property-removed` | `NewTag.x` | `old/Tags.yaml:8`, gone |
                | `swift-group-renamed` | `Clockify.tags` | `old/openapi.yaml:2` → `openapi.yaml:2` |

                </details>

                """)
        let breaking = MarkdownReport(report, least: .breaking).text
        #expect(breaking.contains("\nNot listed: 1 risky, 1 compatible.\n") && !breaking.contains("GET /b"))
    }

    @Test("CI annotations mark a breaking change on its line, and a removal on the nearest line")
    func annotations() {
        #expect(
            AnnotationReport(report).text == """
                ::error file=Tags.yaml,line=5,col=3,title=response-property-became-optional::the response property Tag.name: became \
                optional%0ASwift: Clockify.Tag.name: String is String? now%0ATo do: Expect `nil` for `name`.
                ::warning file=Tags.yaml,line=7,col=3,title=request-property-removed::the request property NewTag.x: gone%0ATo do: Stop \
                passing `x`.
                ::error file=openapi.yaml,line=2,col=3,title=swift-group-renamed::Clockify.tags: is Clockify.labels now%0ATo do: Rename \
                `tags` to `labels`.

                """)
    }

    @Test("The machine-readable report contains all changes")
    func machineReadableReport() throws {
        let text = try JSONReport.text(of: [JSONReport(report, version: SemanticVersion(0, 4, 2))])
        let reports = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
        let first = try #require(reports.first)
        #expect(first["old"] as? String == "old")
        #expect(first["verdict"] as? String == "breaking")
        #expect(first["release"] as? String == "major")
        #expect(first["nextVersion"] as? String == "0.5.0")
        let entries = try #require(first["entries"] as? [[String: Any]])
        #expect(entries.map { $0["wire"] as? String } == ["compatible", "breaking", "risky", "none"])
        #expect(entries.map { $0["section"] as? String } == ["operations", "requests-and-responses", "requests-and-responses", "names"])
        #expect(entries.map { $0["action"] as? String }[1...2] == ["Expect `nil` for `name`.", "Stop passing `x`."])
        let causes = try entries.map { try #require(($0["changes"] as? [[String: Any]])?.first) }
        let singles = try causes.map { try #require($0["change"] as? [String: Any]) }
        #expect(singles.map { $0["subject"] as? String } == ["GET /b", "Tag.name", "NewTag.x", "Clockify.tags"])
        #expect((singles[1]["new"] as? [String: Any])?["line"] as? Int == 5)
        #expect((causes[1]["consequences"] as? [[String: Any]])?.first?["check"] as? String == "swift-property-type-changed")
        #expect(singles[2]["new"] == nil)
        let summary = try #require(first["summary"] as? [String: Any])
        #expect((summary["operations"] as? [String: Int]) == ["removed": 0, "added": 1, "changed": 5])
    }

    @Test("Text from a spec cannot inject terminal, Markdown or CI commands")
    func injection() {
        let hostile = "a\u{1B}[31m\u{202E}|`<b>@all\n::error::100%\r\u{2028}"
        let report = Report(
            old: "o", new: "n",
            changes: [Change(check: "x", subject: hostile, message: hostile, old: nil, new: at("a:b,c%\n.yaml", 1), wire: .breaking)])
        let text = TextReport(report).text
        #expect(text.split(separator: "\n").count == 8)
        #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}") && !text.contains("\u{2028}"))
        let rows = MarkdownReport(report).text.split(separator: "\n").filter { $0.hasPrefix("| a") }
        #expect(
            rows == [
                #"| a\\u{1b}\[31m\\u{202e}\|\`&lt;b&gt;&#64;all\\u{a}::error::100%\\u{d}\\u{2028} "#
                    + #"| Catch up with this release. | breaking | none |"#
            ])
        #expect(
            MarkdownReport(report).text.contains(
                #"| `x` | `a\u{1b}[31m\u{202e}\|'<b>@all\u{a}::error::100%\u{d}\u{2028}` | `a:b,c%\u{a}.yaml:1` |"#))
        #expect(
            AnnotationReport(report).text
                == "::error file=a%3Ab%2Cc%25%0A.yaml,line=1,col=3,title=x::a\\u{1b}[31m\\u{202e}|`<b>@all\\u{a}::error::100%25\\u{d}\\u{2028}%0ATo do: Catch up with this release.\n"
        )
    }
}

@Suite struct AcceptanceTests {
    @Test("An accepted change passes with its reason and still requires its version bump")
    func acceptedChange() {
        let report = Report(
            old: "old", new: "Spec", changes: changes,
            acceptances: [
                accepting("response-property-became-optional", "Tag.name"), accepting("swift-group-renamed", "Clockify.tags"),
            ])
        #expect(report.verdict == .risky)
        #expect(report.effect == .breaking)
        #expect(report.staleAcceptances.isEmpty)
        #expect(TextReport(report).text.contains("Tags.yaml:5:3: accepted: the response property"))
        #expect(TextReport(report).text.contains("    accepted: Never sent.\n"))
        #expect(AnnotationReport(report).text.contains("::notice file=Tags.yaml,line=5,"))
        #expect(MarkdownReport(report).text.contains("<br>**Accepted:** Never sent. |"))
    }

    @Test("The summary says what is accepted and what is left to judge")
    func judgement() {
        func judgement(_ acceptances: [Acceptance], _ changes: [Change] = changes) -> String? {
            let report = Report(old: "old", new: "Spec", changes: changes, acceptances: acceptances)
            return Summary(report).lines(report, version: nil).last
        }
        let acceptances = [
            accepting("response-property-became-optional", "Tag.name"), accepting("swift-group-renamed", "Clockify.tags"),
            accepting("request-property-removed", "NewTag.x"),
        ]
        #expect(judgement([]) == "Nothing is accepted; left to judge: 2 breaking, 1 risky, 1 without a risk.")
        #expect(judgement([acceptances[0]]) == "1 entry is accepted; left to judge: 1 breaking, 1 risky, 1 without a risk.")
        #expect(judgement(acceptances) == "3 entries are accepted; nothing is left to judge.")
        #expect(judgement([], [changes[2]]) == "Nothing needs to be accepted.")
    }

    @Test("An acceptance without a match is reported and has no effect")
    func unmatchedAcceptance() {
        let stale = accepting("response-property-became-optional", "Tag.title")
        let report = Report(old: "old", new: "Spec", changes: changes, acceptances: [stale])
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

@Suite struct NextVersionTests {
    @Test(
        "The most severe change determines the next version",
        arguments: [
            ("1.4.2", Verdict.breaking, "2.0.0"), ("1.4.2", .risky, "1.5.0"), ("1.4.2", .compatible, "1.5.0"), ("1.4.2", .none, "1.4.3"),
            ("v0.4.2", .breaking, "0.5.0"), ("0.4.2", .compatible, "0.4.3"), ("0.4.2", .none, "0.4.3"),
        ])
    func nextVersion(_ version: String, _ effect: Verdict, _ next: String) throws {
        #expect(try #require(SemanticVersion(version)).next(after: effect).description == next)
    }

    @Test(
        "An invalid version is rejected",
        arguments: [
            "", "1", "1.2", "1.2.3.4", "1.2.-3", "1.02.3", "1.2.3-beta.1", "a.b.c", "1..3", "vv1.2.3", "1.2.99999999999999999999",
        ])
    func invalidVersion(_ text: String) {
        #expect(SemanticVersion(text) == nil)
    }
}
