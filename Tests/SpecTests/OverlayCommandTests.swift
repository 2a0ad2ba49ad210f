import Foundation
import Testing

/// The commands apply overlays that are named with `--overlay`.
@Suite struct OverlayCommandTests {
    private let head = "overlay: 1.0.0\ninfo: {title: Names, version: v}\nactions:\n"
    private var rename: String { head + "- {target: '$.paths[\"/things\"].get', update: {x-swift-name: everything}}\n" }

    /// A spec whose section an overlay in its folder changes.
    private func write(to scratch: borrowing Scratch) throws {
        try Small.write(to: scratch)
        try scratch.write(
            rename.replacingOccurrences(of: "x-swift-name: everything", with: "x-swift-name: everything, description: Really all.")
                .replacingOccurrences(of: "info:", with: "extends: Things.yaml\ninfo:")
                + "- {target: '$..responses[\"200\"]', update: {description: All of them.}}\n", to: "spec/names.overlay.yaml")
    }

    @Test("Bundle writes the document with its overlays applied")
    func bundle() throws {
        let scratch = try Scratch()
        try write(to: scratch)
        let outcome = try scratch.run("bundle", "spec", "--overlay", "spec/names.overlay.yaml", "-o", "-")
        #expect(outcome.status == 0 && outcome.output.contains("Really all."), "\(outcome)")
        #expect(try !scratch.run("bundle", "spec", "-o", "-").output.contains("Really all."))
        // The bundle is one file, which the overlay then does not have to name.
        try scratch.write(outcome.output, to: "bundled/openapi.yaml")
        #expect(try scratch.run("lint", "bundled").status == 0)
    }

    @Test("Lint reports a target that matches nothing in the overlay, and does not take the overlay for a file of the spec")
    func lint() throws {
        let scratch = try Scratch()
        try write(to: scratch)
        let outcome = try scratch.run("lint", "spec", "--overlay", "spec/names.overlay.yaml")
        #expect(outcome.status == 0, "\(outcome)")
        #expect(
            try scratch.run("lint", "spec").output.contains("spec/names.overlay.yaml:1:1: error: openapi.yaml does not refer to this file"))
        try scratch.write(head + "- {target: $.nothing, remove: true}\n", to: "more.overlay.yaml")
        let unmatched = try scratch.run("lint", "spec", "--overlay", "spec/names.overlay.yaml", "--overlay", "more.overlay.yaml")
        #expect(unmatched.status == 1)
        #expect(unmatched.output == "more.overlay.yaml:4:12: error: the target matches nothing in spec/openapi.yaml [overlay]\n")
    }

    @Test("Surface, calls, explain and generate show the Swift with overlays applied")
    func swift() throws {
        let scratch = try Scratch()
        try write(to: scratch)
        let overlay = ["--overlay", "spec/names.overlay.yaml"]
        for command in [["surface", "spec"], ["calls", "spec"], ["explain", "listThings", "--spec", "spec"]] {
            let outcome = try Tool.run(command + overlay, in: scratch.url)
            #expect(outcome.status == 0 && outcome.output.contains("everything("), "\(command): \(outcome)")
            #expect(try !Tool.run(command, in: scratch.url).output.contains("everything("))
        }
        #expect(try Tool.run(["generate", "spec", "-o", "out"] + overlay, in: scratch.url).status == 0)
        #expect(try scratch.names(in: "out") == ["Things.swift", "openapi.swift"])
        #expect(try scratch.read("out/Things.swift").contains("func everything("))
    }

    @Test("An overlay that cannot be read, or is for one of several specs, ends the command")
    func misuse() throws {
        let scratch = try Scratch()
        try write(to: scratch)
        let missing = try scratch.run("lint", "spec", "--overlay", "none.yaml")
        #expect(missing.status == 2 && missing.errors == "error: cannot read the overlay none.yaml: there is no such file\n", "\(missing)")
        for command in [["lint"], ["surface", "spec", "spec"], ["calls"], ["explain", "listThings"]] {
            let outcome = try Tool.run(command + ["--overlay", "spec/names.overlay.yaml"], in: scratch.url)
            #expect(outcome.status == 64 && outcome.errors.contains("--overlay is for one spec"), "\(outcome)")
        }
        try scratch.write(head + "- {target: $.info, update: 1}\n", to: "broken.yaml")
        let broken = try scratch.run("surface", "spec", "--overlay", "broken.yaml")
        #expect(broken.status == 1 && broken.errors.hasPrefix("broken.yaml:4:28: error: a primitive value does not merge"), "\(broken)")
    }

    // MARK: diff

    @Test("Diff applies overlays to the side that they are named for")
    func diffSides() throws {
        let scratch = try Scratch()
        try write(to: scratch)
        let overlay = "spec/names.overlay.yaml"
        #expect(try scratch.run("diff", "spec", "spec").status == 0)
        let new = try scratch.run("diff", "spec", "spec", "--new-overlay", overlay)
        #expect(new.status == 1 && new.output.contains("everything"), "\(new)")
        let old = try scratch.run("diff", "spec", "spec", "--old-overlay", overlay)
        #expect(old.status == 1 && old.output.contains("everything"), "\(old)")
        #expect(try scratch.run("diff", "spec", "spec", "--old-overlay", overlay, "--new-overlay", overlay).status == 0)
    }

    @Test("With --base, the old side has the overlay as it was, or none if it did not exist")
    func diffBase() throws {
        let scratch = try Scratch()
        try Small.write(to: scratch)
        try scratch.git("init", "-q")
        try scratch.git("add", "spec")
        try scratch.git("commit", "-q", "-m", "spec")
        try scratch.write(rename.replacingOccurrences(of: "info:", with: "extends: ../spec/Things.yaml\ninfo:"), to: "overlays/names.yaml")
        let arguments = ["diff", "--base", "HEAD", "spec", "--new-overlay", "overlays/names.yaml"]
        let added = try Tool.run(arguments, in: scratch.url)
        #expect(added.status == 1 && added.output.contains("everything"), "\(added)")
        try scratch.git("add", "overlays")
        try scratch.git("commit", "-q", "-m", "overlay")
        let same = try Tool.run(arguments, in: scratch.url)
        #expect(same.status == 0 && !same.output.contains("everything"), "\(same)")
        try scratch.write(
            try scratch.read("overlays/names.yaml").replacingOccurrences(of: "everything", with: "complete"), to: "overlays/names.yaml")
        let changed = try Tool.run(arguments, in: scratch.url)
        #expect(changed.status == 1 && changed.output.contains("everything") && changed.output.contains("complete"), "\(changed)")
        let old = try Tool.run(
            ["diff", "HEAD:spec", "spec", "--old-overlay", "overlays/names.yaml", "--new-overlay", "overlays/names.yaml"], in: scratch.url)
        #expect(old.status == 0, "\(old)")
        for more in [["--old-overlay", "overlays/names.yaml"], ["spec"]] {
            #expect(try Tool.run(arguments + more, in: scratch.url).status == 64)
        }
    }

    // MARK: Generating

    @Test("Generate writes the operations that the plugin's configuration chooses")
    func generateChoice() throws {
        let scratch = try Scratch()
        try write(to: scratch)
        try scratch.write(#"{"operations": {"include": {"operationIds": ["listThings"]}}, "overlays": ["x"]}"#, to: "GenerateClient.json")
        #expect(try scratch.run("generate", "spec", "-o", "out", "--configuration", "GenerateClient.json").status == 0)
        #expect(try scratch.read("out/Things.swift").contains("func list("))
        try scratch.write(#"{"operations": {"exclude": {"tags": ["Thing"]}}}"#, to: "GenerateClient.json")
        let none = try scratch.run("generate", "spec", "-o", "out", "--configuration", "GenerateClient.json")
        #expect(none.status == 1 && none.errors.contains("the choice of operations leaves none"), "\(none)")
        #expect(try scratch.run("generate", "spec", "-o", "out", "--configuration", "none.json").status == 2)
    }

    @Test("The plugin's tool applies overlays, for a client and for a catalog")
    func generator() throws {
        let scratch = try Scratch()
        try write(to: scratch)
        for (emission, expected) in [("client", "func everything("), ("catalog", "All of them.")] {
            let outcome = try Tool.run(
                ["spec/openapi.yaml", "--output", emission, "--emit", emission, "--overlay", "spec/names.overlay.yaml"],
                of: "clockify-generate",
                in: scratch.url)
            #expect(outcome.status == 0 && outcome.errors == "", "\(outcome)")
            let text = try scratch.names(in: emission).map { try scratch.read("\(emission)/\($0)") }.joined()
            #expect(text.contains(expected), "\(emission)")
        }
        let missing = try Tool.run(
            ["spec/openapi.yaml", "--output", "out", "--overlay", "none.yaml"], of: "clockify-generate", in: scratch.url)
        #expect(missing.status == 2 && missing.errors.contains("cannot read the overlay"), "\(missing)")
    }

    @Test("The plugin's tool generates the chosen operations, and a file that they do not need stays empty")
    func choice() throws {
        let scratch = try Scratch()
        try Small.write(to: scratch)
        let refused =
            "  /other: {get: {operationId: other, tags: [Other], responses: {'200': {description: OK, content: {x/y: {schema: {$ref: 'Nowhere.yaml'}}}}}}}\n"
        try scratch.write(
            Small.document.replacingOccurrences(
                of: "paths:\n", with: "paths:\n\(refused)  /own: {get: {operationId: own, responses: {'204': {description: OK}}}}\n"),
            to: "spec/openapi.yaml")
        func generate(_ arguments: String...) throws -> Tool.Outcome {
            try Tool.run(
                ["spec/openapi.yaml", "--output", "out", "--file", "openapi.yaml", "--file", "Things.yaml"] + arguments,
                of: "clockify-generate",
                in: scratch.url)
        }
        #expect(try generate().status == 1)
        for choice in [
            ["--include-tag", "Thing"], ["--exclude-tag", "Other"], ["--exclude-path", "/other"], ["--exclude-operation", "other"],
        ] {
            let outcome = try Tool.run(
                ["spec/openapi.yaml", "--output", "out"] + choice, of: "clockify-generate", in: scratch.url)
            #expect(outcome.status == 0 && outcome.errors == "", "\(outcome)")
            #expect(try scratch.read("out/Things.swift").contains("func list("))
        }
        #expect(try generate("--include-path", "/own").errors == "")
        #expect(try scratch.read("out/Things.swift") == "// The operations that are chosen need nothing of Things.yaml.\n")
        try scratch.write(#"{"operations": {"include": {"operationIds": ["owm"]}}}"#, to: "GenerateClient.json")
        let misspelled = try generate("--configuration", "GenerateClient.json")
        #expect(
            misspelled.status == 1
                && misspelled.errors
                    == "GenerateClient.json:1:46: error: no operation to choose from has the operationId \"owm\"; the nearest operationId is \"own\"\n",
            "\(misspelled)")
        #expect(try generate("--include-tag").status == 2)
    }
}
