import GeneratorYAML
import Testing

@testable import GeneratorDiff

@Suite struct ReleaseNotesTests {
    private static func change(
        _ check: String, _ subject: String, _ text: String, line: Int, wire: Verdict = .none, swift: Verdict = .none,
        replacement: String? = nil
    ) -> Change {
        let place = GeneratorYAML.SourceLocation(file: "openapi.yaml", line: line, column: 1)
        return Change(
            check: check, subject: subject, message: "\(subject): \(text)", text: text, old: place, new: place, wire: wire, swift: swift,
            replacement: replacement)
    }

    private func notes(_ changes: [Change], version: SemanticVersion? = nil) -> String {
        ReleaseNotes(Report(old: "old", new: "new", changes: changes), version: version, date: "2026-01-31").text
    }

    @Test("Each change is under the heading that says what it means for a user, what breaks first")
    func headings() {
        #expect(
            notes(
                [
                    Self.change("response-optional-property-added", "Tag.color", "was added", line: 1, wire: .compatible),
                    Self.change("endpoint-added", "GET /b", "new", line: 2, wire: .compatible),
                    Self.change("swift-method-added", "Shop.b.list", "a new method", line: 2, swift: .compatible),
                    Self.change("endpoint-deprecated", "GET /c", "was deprecated", line: 3, wire: .compatible),
                    Self.change("api-removed-without-deprecation", "GET /d", "gone", line: 4, wire: .breaking),
                    Self.change("swift-method-removed", "Shop.d.list", "the method was removed", line: 4, swift: .breaking),
                    Self.change("request-property-min-unset", "Tag.size", "any size is allowed", line: 5, wire: .compatible),
                    Self.change("new-required-request-property", "Tag.kind", "was added and is required", line: 6, wire: .breaking),
                    Self.change(
                        "swift-type-renamed", "Shop.Tag", "the type was renamed to Label", line: 7, swift: .breaking, replacement: "Label"),
                    Self.change("response-property-became-lenient", "Tag.rank", "may be a string", line: 8, wire: .risky),
                    Self.change("response-non-success-status-removed", "GET /b 404", "no longer documented", line: 9),
                ], version: SemanticVersion(2, 0, 0)) == """
                    ## [2.0.0] - 2026-01-31

                    ### Added

                    - `Shop.b.list`, `GET /b`.
                    - Tag.color: was added.

                    ### Changed

                    - **Breaking:** Tag.kind: was added and is required. Pass `kind`.
                    - **Breaking:** Shop.Tag: the type was renamed to Label. Rename `Tag` to `Label`.
                    - Tag.size: any size is allowed.

                    ### Deprecated

                    - GET /c: was deprecated.

                    ### Removed

                    - **Breaking:** `Shop.d.list`, `GET /d`. Stop calling `d.list`.

                    ### Fixed

                    - Tag.rank: may be a string. Update to this release.

                    """)
    }

    @Test("A release without a noticeable change says so")
    func nothingNoticeable() {
        #expect(
            notes([Self.change("api-tag-added", "GET /b tag B", "is in the section now", line: 1)])
                == "## [Unreleased]\n\nNothing that a caller notices has changed.\n")
    }

    @Test("Text from a spec cannot inject markup")
    func injection() {
        let hostile = "<b>@all\n## [9.9.9]"
        #expect(
            !notes([Self.change("x", hostile, hostile, line: 1, wire: .breaking)]).split(separator: "\n").dropFirst().contains {
                $0.hasPrefix("## ") || $0.contains("<b>") || $0.contains("@all")
            })
    }

    @Test(
        "A date is a year, a month and a day", arguments: [("2026-01-31", true), ("2026-13-01", false), ("26-01-31", false), ("", false)])
    func date(_ text: String, _ isDate: Bool) {
        #expect(ReleaseNotes.isDate(text) == isDate)
    }
}
