import Foundation
import Testing

@testable import GeneratorDiff

/// The four forms of a report: for a terminal, a pull request, the annotations of CI, and other programs.
@Suite struct ReportTextTests {
    private let report = Report(old: "old", new: "Spec", changes: ReportSample.changes)

    @Test("The terminal report shows each change at its place")
    func terminal() {
        #expect(
            TextReport(report).text == """
                old → Spec
                This asks for a major release; breaking changes: 1 on the wire, 2 in Swift.
                Operations: 0 removed, 1 added, 5 changed.
                Nothing is accepted; to be reviewed: 2 breaking, 1 risky, 1 without a risk.

                Operations (1)
                Tags.yaml:9:3: compatible: GET /b: new [endpoint-added]
                    wire compatible, Swift none

                Requests and responses (2)
                Tags.yaml:5:3: breaking: the response property Tag.name: became optional [response-property-became-optional]
                    wire breaking, Swift breaking · before: old/Tags.yaml:4:3 · a, b, c, d, e
                    Swift breaking: Clockify.Tag.name: String is String? now [swift-property-type-changed]
                    to do: Expect `nil` for `name`.
                Tags.yaml:7:3: risky: the request property NewTag.x: was removed [request-property-removed]
                    wire risky, Swift none · it was removed · before: old/Tags.yaml:8:3 · a
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
                - Nothing is accepted; to be reviewed: 2 breaking, 1 risky, 1 without a risk.

                ### Operations (1)

                | what | to do | wire | Swift |
                | --- | --- | --- | --- |
                | GET /b: new | Nothing to do. | compatible | none |

                ### Requests and responses (2)

                | what | to do | wire | Swift |
                | --- | --- | --- | --- |
                | the response property Tag.name: became optional (a, b, c, d, e)<br>Swift: Clockify.Tag.name: String is String? now | \
                Expect `nil` for `name`. | breaking | breaking |
                | the request property NewTag.x: was removed (a) | Stop passing `x`. | risky | none |

                ### Names (1)

                | what | to do | wire | Swift |
                | --- | --- | --- | --- |
                | Clockify.tags: is Clockify.labels now | Rename `tags` to `labels`. | none | breaking |

                <details><summary>Each single change (4), as an acceptance names it</summary>

                | check | subject | where |
                |---|---|---|
                | `endpoint-added` | `GET /b` | `Tags.yaml:9` |
                | `response-property-became-optional` | `Tag.name` | `old/Tags.yaml:4` → `Tags.yaml:5` |
                | `request-property-removed` | `NewTag.x` | `old/Tags.yaml:8`, removed |
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
                ::warning file=Tags.yaml,line=7,col=3,title=request-property-removed::the request property NewTag.x: was removed%0ATo do: Stop \
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
            changes: [
                Change(check: "x", subject: hostile, message: hostile, old: nil, new: ReportSample.at("a:b,c%\n.yaml", 1), wire: .breaking)
            ])
        let text = TextReport(report).text
        #expect(text.split(separator: "\n").count == 8)
        #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}") && !text.contains("\u{2028}"))
        let rows = MarkdownReport(report).text.split(separator: "\n").filter { $0.hasPrefix("| a") }
        #expect(
            rows == [
                #"| a\\u{1b}\[31m\\u{202e}\|\`&lt;b&gt;&#64;all\\u{a}::error::100%\\u{d}\\u{2028} "#
                    + #"| Update to this release. | breaking | none |"#
            ])
        #expect(
            MarkdownReport(report).text.contains(
                #"| `x` | `a\u{1b}[31m\u{202e}\|'<b>@all\u{a}::error::100%\u{d}\u{2028}` | `a:b,c%\u{a}.yaml:1` |"#))
        #expect(
            AnnotationReport(report).text
                == "::error file=a%3Ab%2Cc%25%0A.yaml,line=1,col=3,title=x::a\\u{1b}[31m\\u{202e}|`<b>@all\\u{a}::error::100%25\\u{d}\\u{2028}%0ATo do: Update to this release.\n"
        )
    }
}
