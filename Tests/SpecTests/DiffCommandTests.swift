import Foundation
import Testing

@Suite struct DiffCommandTests {
    /// A spec with one operation that sends and returns a name.
    private func spec(maxLength: Int, more: String = "") -> String {
        """
        openapi: 3.1.0
        info: {title: Shop, version: v1}
        paths:
          /tags:
            post:
              operationId: createTag
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/NewTag'}}}}
              responses: {'201': {description: Created}}
        components:
          schemas:
            NewTag:
              type: object
              properties:
                name: {type: string, maxLength: \(maxLength)}
        \(more)
        """
    }

    private let accepted = """
        accepted:
          - {check: request-property-max-length-decreased, subject: NewTag.name, reason: The service has always refused more.}
        """

    @Test("A breaking change exits with 1 and its place, unless it is allowed")
    func breakingChange() throws {
        let scratch = try Scratch()
        try scratch.write(spec(maxLength: 9), to: "old/openapi.yaml")
        try scratch.write(spec(maxLength: 8), to: "new/openapi.yaml")
        let broken = try scratch.run("diff", "old", "new")
        #expect(broken.status == 1)
        #expect(broken.errors == "")
        #expect(
            broken.output == """
                old → new
                This asks for a major release; breaking changes: 1 on the wire.
                Operations: 0 removed, 0 added, 1 changed.
                Nothing is accepted; to be reviewed: 1 breaking.

                Requests and responses (1)
                new/openapi.yaml:14:9: breaking: the request property NewTag.name: at most 8 characters now, 9 before; requests with anything \
                else are rejected [request-property-max-length-decreased]
                    wire breaking, Swift none · before: old/openapi.yaml:14:9 · createTag
                    to do: Keep `name` within the limit.

                """)
        #expect(!broken.output.contains("\u{1B}"))
        #expect(try scratch.run("diff", "old", "new", "--fail-on", "never").status == 0)
        let widened = try scratch.run("diff", "new", "old")
        #expect(widened.status == 0)
        #expect(try scratch.run("diff", "new", "old", "--fail-on", "compatible").status == 1)
        #expect(try scratch.run("diff", "new", "old", "--least", "risky").output.split(separator: "\n").count == 4)
        let version = try scratch.run("diff", "old", "new", "--current-version", "1.4.2")
        #expect(version.output.contains("\nThis asks for a major release: 2.0.0 after 1.4.2; breaking changes: 1 on the wire.\n"))
    }

    @Test("An accepted breaking change passes, and an unnecessary acceptance is reported")
    func acceptedChange() throws {
        let scratch = try Scratch()
        try scratch.write(spec(maxLength: 9), to: "old/openapi.yaml")
        try scratch.write(spec(maxLength: 8), to: "new/openapi.yaml")
        try scratch.write(accepted, to: "new.accepted-changes.yaml")
        let passed = try scratch.run("diff", "old", "new")
        #expect(passed.status == 0)
        #expect(passed.output.contains("    accepted: The service has always refused more.\n"))
        try scratch.write(accepted, to: "old.accepted-changes.yaml")
        let stale = try scratch.run("diff", "new", "old")
        #expect(stale.status == 0)
        #expect(stale.output.contains("old.accepted-changes.yaml:2:5: warning: no such change is left"))
        try scratch.write("accepted: [{check: x, subject: y}]", to: "new.accepted-changes.yaml")
        let wrong = try scratch.run("diff", "old", "new")
        #expect(wrong.status == 1)
        #expect(wrong.errors.hasPrefix("new.accepted-changes.yaml:1:12: error: an accepted change needs \"reason\""))
        #expect(try scratch.run("diff", "old", "new", "--accepted", "nowhere.yaml").status == 2)
    }

    @Test("Every report format has the same content")
    func formats() throws {
        let scratch = try Scratch()
        try scratch.write(spec(maxLength: 9), to: "old/openapi.yaml")
        try scratch.write(spec(maxLength: 8), to: "new/openapi.yaml")
        let annotations = try scratch.run("diff", "old", "new", "--format", "annotations")
        #expect(annotations.status == 1)
        #expect(annotations.output.hasPrefix("::error file=new/openapi.yaml,line=14,col=9,title=request-property-max-length-decreased::"))
        let json = try scratch.run("diff", "old", "new", "--format", "json", "--fail-on", "never").output
        let reports = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
        #expect(reports.first?["verdict"] as? String == "breaking")
        let markdown = try scratch.run("diff", "old", "new", "--format", "markdown", "--no-lines").output
        #expect(
            markdown.contains(
                "| `request-property-max-length-decreased` | `NewTag.name` | `old/openapi.yaml` → `new/openapi.yaml` |"))
    }

    @Test("One side alone decides the summary and the exit code")
    func oneSide() throws {
        let scratch = try Scratch()
        try scratch.write(spec(maxLength: 9), to: "old/openapi.yaml")
        try scratch.write(spec(maxLength: 8), to: "new/openapi.yaml")
        let wire = try scratch.run("diff", "old", "new", "--only", "wire")
        #expect(wire.status == 1)
        #expect(wire.output.hasPrefix("old → new, wire only\nThis asks for a major release; breaking changes: 1 on the wire.\n"))
        let swift = try scratch.run("diff", "old", "new", "--only", "swift")
        #expect(swift.status == 0)
        #expect(swift.output == "old → new, Swift only: no changes\n")
        try scratch.write(spec(maxLength: 9).replacing("NewTag", with: "NewLabel"), to: "renamed/openapi.yaml")
        #expect(try scratch.run("diff", "old", "renamed", "--only", "wire").status == 0)
        let renamed = try scratch.run("diff", "old", "renamed", "--only", "swift")
        #expect(renamed.status == 1)
        #expect(renamed.output.contains("to do: Rename `NewTag` to `NewLabel`.\n"))
        #expect(try scratch.run("diff", "old", "new", "--only", "names").status == 64)
    }

    @Test("Release notes are a section of the changelog")
    func releaseNotes() throws {
        let scratch = try Scratch()
        try scratch.write(spec(maxLength: 9), to: "old/openapi.yaml")
        try scratch.write(spec(maxLength: 8), to: "new/openapi.yaml")
        let item =
            "- **Breaking:** The request property NewTag.name: at most 8 characters now, 9 before; requests with anything else are rejected. "
            + "Keep `name` within the limit.\n"
        let notes = try scratch.run("release-notes", "old", "new", "--version", "1.2.0", "--date", "2026-01-31")
        #expect(notes.status == 0)
        #expect(notes.output == "## [1.2.0] - 2026-01-31\n\n### Changed\n\n" + item)
        #expect(try scratch.run("release-notes", "old", "new").output == "## [Unreleased]\n\n### Changed\n\n" + item)
        #expect(try scratch.run("release-notes", "old", "new", "--date", "2026-01-31").status == 64)
        #expect(try scratch.run("release-notes", "old", "new", "--version", "1.2.0", "--date", "31.1.2026").status == 64)
        #expect(try scratch.run("release-notes", "old", "missing").status == 2)
    }

    @Test("A branch is compared with its merge base, and nothing is checked out")
    func branchUsesMergeBase() throws {
        let scratch = try Scratch()
        try scratch.write(spec(maxLength: 9), to: "Spec/Shop/openapi.yaml")
        try scratch.git("init", "--quiet")
        try scratch.git("add", "Spec")
        try scratch.git("commit", "--quiet", "--message=Begin")
        try scratch.git("tag", "v0.3.0")
        try scratch.write(spec(maxLength: 8), to: "Spec/Shop/openapi.yaml")
        let broken = try scratch.run("diff", "--base", "main", "Spec/Shop")
        #expect(broken.status == 1)
        #expect(broken.output.contains("before: main:Spec/Shop/openapi.yaml:14:9"))
        #expect(broken.output.contains("\nThis asks for a major release: 0.4.0 after 0.3.0; "))
        #expect(try scratch.read("Spec/Shop/openapi.yaml") == spec(maxLength: 8))
        let named = try scratch.run("diff", "v0.3.0:Spec/Shop/openapi.yaml", "Spec/Shop")
        #expect(named.status == 1)
        #expect(named.output.hasPrefix("v0.3.0:Spec/Shop/openapi.yaml → Spec/Shop\n"))
        // The spec has the same path in the revision as on disk.
        #expect(try scratch.run("diff", "v0.3.0", "Spec/Shop").output.hasPrefix("v0.3.0:Spec/Shop → Spec/Shop\n"))
        try scratch.write(spec(maxLength: 8), to: "Spec/New/openapi.yaml")
        let new = try scratch.run("diff", "--base", "main", "Spec/New")
        #expect(new.status == 0)
        #expect(new.errors == "Spec/New is new since main; nothing to compare it with\n")
    }

    @Test("An invalid revision is rejected", arguments: ["-x", "--upload-pack=touch x", "main..HEAD", "", "no such revision", "nothing"])
    func invalidRevision(_ name: String) throws {
        let scratch = try Scratch()
        try scratch.write(spec(maxLength: 9), to: "Shop/openapi.yaml")
        try scratch.git("init", "--quiet")
        try scratch.git("add", "Shop")
        try scratch.git("commit", "--quiet", "--message=Begin")
        let outcome = try scratch.run("diff", "--base=\(name)", "Shop")
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasPrefix("error: "))
        #expect(try scratch.names().filter { !$0.hasPrefix(".") } == ["Shop"])
    }

    @Test("A spec that cannot be compared is reported")
    func incomparableSpec() throws {
        let scratch = try Scratch()
        try scratch.write(spec(maxLength: 9), to: "old/openapi.yaml")
        try scratch.write(spec(maxLength: 9, more: "nonsense: [}"), to: "broken/openapi.yaml")
        let broken = try scratch.run("diff", "old", "broken")
        #expect(broken.status == 1)
        #expect(broken.errors.contains("broken/openapi.yaml:15:"))
        #expect(try scratch.run("diff", "old", "missing").status == 2)
        #expect(try scratch.run("diff", "old").status == 64)
        #expect(try scratch.run("diff", "old", "broken", "--format", "html").status == 64)
    }
}
