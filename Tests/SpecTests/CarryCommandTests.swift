import Foundation
import Testing

/// `spec carry OLD NEW -o names.overlay.yaml`
@Suite struct CarryCommandTests {
    /// The new document, without any decision.
    private static let next = """
        openapi: 3.0.3
        info: {title: Small, version: v2}
        paths:
          /things:
            get:
              operationId: readThings
              tags: [thing-controller]
              responses: {'200': {description: OK, content: {'*/*': {schema: {type: array, items: {$ref: '#/components/schemas/ThingDto'}}}}}}
        components:
          schemas:
            ThingDto: {type: object, required: [name], properties: {name: {type: string}}}
        """

    @Test("The overlay makes the new document's client that of the old spec, and the page says what was carried")
    func carry() throws {
        let scratch = try Scratch()
        try Small.write(to: scratch)
        try scratch.write(Self.next, to: "next.yaml")
        let outcome = try scratch.run("carry", "spec", "next.yaml", "-o", "names.overlay.yaml")
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
        #expect(outcome.output.hasPrefix("## Small: spec → next.yaml\n\n### Carried ("))
        let before = try scratch.run("surface", "spec").output.split(separator: "\n").filter { $0.contains("func ") }
        let after = try scratch.run("surface", "next.yaml", "--overlay", "names.overlay.yaml").output.split(separator: "\n")
        #expect(!before.isEmpty && before.allSatisfy { after.contains($0) })
    }

    @Test("With --update, an overlay keeps what it has; carrying again changes nothing")
    func update() throws {
        let scratch = try Scratch()
        try Small.write(to: scratch)
        try scratch.write(Self.next, to: "next.yaml")
        _ = try scratch.run("carry", "spec", "next.yaml", "-o", "names.overlay.yaml")
        let edited = try "# Ours.\n" + scratch.read("names.overlay.yaml").replacingOccurrences(of: "version: \"1\"", with: "version: \"2\"")
        try scratch.write(edited, to: "names.overlay.yaml")
        let outcome = try scratch.run("carry", "spec", "next.yaml", "-o", "names.overlay.yaml", "--update")
        #expect(outcome.status == 0 && outcome.output.contains("### Carried (0)"), "\(outcome)")
        #expect(try scratch.read("names.overlay.yaml") == edited)
    }

    @Test("An overlay is not overwritten, one that does not exist is not updated, and a document in several files is refused")
    func misuse() throws {
        let scratch = try Scratch()
        try Small.write(to: scratch)
        try scratch.write(Self.next, to: "next.yaml")
        try scratch.write("mine", to: "names.overlay.yaml")
        let existing = try scratch.run("carry", "spec", "next.yaml", "-o", "names.overlay.yaml")
        #expect(existing.status == 2 && existing.errors.contains("continue it with --update"), "\(existing)")
        #expect(try scratch.read("names.overlay.yaml") == "mine")
        let missing = try scratch.run("carry", "spec", "next.yaml", "-o", "others.yaml", "--update")
        #expect(missing.status == 2 && missing.errors.contains("there is no others.yaml to update"), "\(missing)")
        let several = try scratch.run("carry", "spec", "spec", "-o", "others.yaml")
        #expect(several.status == 2 && several.errors.contains("bundle it first"), "\(several)")
        let broken = try scratch.run("carry", "spec", "next.yaml", "-o", "names.overlay.yaml", "--update")
        #expect(broken.status == 1 && broken.errors.contains("names.overlay.yaml:1:1: error:"), "\(broken)")
    }
}
