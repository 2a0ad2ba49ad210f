import Foundation
import Testing

/// The tool behaves as its help describes, with exit codes for scripts.
@Suite struct SpecCommandTests {
    // MARK: lint

    @Test("Lint accepts a valid spec, given as a folder or a document")
    func lintAcceptsValidSpec() throws {
        let scratch = try Scratch()
        try Small.write(to: scratch)
        for path in ["spec", "spec/", "./spec", "spec/openapi.yaml", scratch.url.path + "/spec"] {
            let outcome = try scratch.run("lint", path)
            #expect(outcome.status == 0 && outcome.output.hasPrefix("nothing found by "), "\(outcome)")
        }
        #expect(try Tool.run(["lint", "."], in: scratch.url.appendingPathComponent("spec")).status == 0)
        #expect(try Tool.run(["lint", "openapi.yaml"], in: scratch.url.appendingPathComponent("spec")).status == 0)
    }

    @Test("Lint reports problems at their places and exits with 1")
    func lintReportsProblems() throws {
        let scratch = try Scratch()
        try Small.write(to: scratch)
        try scratch.write(
            Small.section.replacingOccurrences(of: "summary: All things", with: "x-sumary: All things"), to: "spec/Things.yaml")
        let outcome = try scratch.run("lint", "spec")
        #expect(outcome.status == 1)
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 2, "\(outcome)")
        #expect(
            lines.first
                == "spec/Things.yaml:3:5: error: the operation has neither a summary nor a description; describe what it does [missing-description: listThings]"
        )
        let one = try scratch.run("lint", "spec", "--only", "unknown-extension", "--format", "annotations")
        #expect(
            one.status == 1 && one.output.hasPrefix("::error file=spec/Things.yaml,line=7,col=7,title=unknown-extension::nothing reads"),
            "\(one)")
    }

    @Test("An exception file next to the folder covers findings of lint")
    func lintExceptions() throws {
        let scratch = try Scratch()
        try Small.write(to: scratch)
        try scratch.write(Small.section.replacingOccurrences(of: "      summary: All things\n", with: ""), to: "spec/Things.yaml")
        try scratch.write("- {check: missing-description, at: listThings, because: its name says it}\n", to: "spec.exceptions.yaml")
        #expect(try scratch.run("lint", "spec").status == 0)
        #expect(try Tool.run(["lint", "."], in: scratch.url.appendingPathComponent("spec")).status == 0)
        try Small.write(to: scratch)
        let outcome = try scratch.run("lint", "spec")
        #expect(
            outcome.status == 1 && outcome.output.hasPrefix("spec.exceptions.yaml:1:36: error: no finding of missing-description"),
            "\(outcome)")
    }

    @Test("Lint explains and lists its checks, and rejects unknown ones")
    func lintChecks() throws {
        let scratch = try Scratch()
        let list = try scratch.run("lint", "--list").output.split(separator: "\n")
        #expect(list.count > 20)
        for line in list {
            let id = String(line.prefix { $0 != ":" })
            let outcome = try scratch.run("lint", "--explain", id)
            #expect(outcome.status == 0 && outcome.output.hasPrefix("\(id)\n\n"), "\(outcome)")
        }
        for arguments in [["lint", "--explain", "x"], ["lint", "--only", "x"]] {
            #expect(try Tool.run(arguments, in: scratch.url).status == 64)
        }
    }

    // MARK: generate

    @Test("Generate writes exactly what the plugin's tool writes", arguments: ["Clockify", "ClockifyLegacy"])
    func generateMatchesPlugin(name: String) throws {
        let scratch = try Scratch()
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let spec = root.appendingPathComponent("Spec/\(name)").path
        #expect(try scratch.run("generate", spec, "-o", "mine").status == 0)
        #expect(try Tool.run([spec + "/openapi.yaml", "--output", "theirs"], of: "clockify-generate", in: scratch.url).status == 0)
        let names = try scratch.names(in: "theirs")
        #expect(names.count > 5)
        #expect(try scratch.names(in: "mine") == names)
        for name in names { #expect(try scratch.read("mine/\(name)") == scratch.read("theirs/\(name)")) }
    }

    @Test("A large file of the spec becomes several Swift files, as many as the plugin asks for")
    func generateParts() throws {
        let scratch = try Scratch()
        try Small.write(to: scratch)
        try scratch.write(Small.section + "# \(String(repeating: "x", count: 262_144))\n", to: "spec/Things.yaml")
        #expect(try scratch.run("generate", "spec", "-o", "mine").status == 0)
        #expect(try scratch.names(in: "mine") == ["Things+2.swift", "Things.swift", "openapi.swift"])
        func generate(split: String) throws -> Tool.Outcome {
            try Tool.run(["spec/openapi.yaml", "--output", "theirs", "--split", split], of: "clockify-generate", in: scratch.url)
        }
        #expect(try generate(split: "Things.yaml=2").status == 0)
        for name in try scratch.names(in: "mine") { #expect(try scratch.read("mine/\(name)") == scratch.read("theirs/\(name)")) }
        for split in ["Things.yaml", "Things.yaml=", "Things.yaml=0", "Things.yaml=two"] {
            let outcome = try generate(split: split)
            #expect(outcome.status == 2 && outcome.errors.contains("--split needs a file and a number of files"), "\(outcome)")
        }
    }

    @Test("Generate removes the output of a removed section and leaves other files alone")
    func generateRemovesOldOutput() throws {
        let scratch = try Scratch()
        try Small.write(to: scratch)
        try scratch.write("// Mine.\n", to: "out/Mine.swift")
        try scratch.write("// Generated from Old.yaml. Changes belong there.\n", to: "out/Old.swift")
        let outcome = try scratch.run("generate", "spec", "-o", "out")
        #expect(outcome.status == 0 && outcome.output == "out: 2 written, 0 as before, removed Old.swift\n", "\(outcome)")
        #expect(try scratch.names(in: "out") == ["Mine.swift", "Things.swift", "openapi.swift"])
        #expect(try scratch.run("generate", "spec", "-o", "out").output == "out: 0 written, 2 as before\n")
    }

    @Test("Generate does not overwrite files that it did not create")
    func generateKeepsOtherFiles() throws {
        let scratch = try Scratch()
        try Small.write(to: scratch)
        try scratch.write("// Mine.\n", to: "out/Things.swift")
        let outcome = try scratch.run("generate", "spec", "-o", "out")
        #expect(outcome.status == 2 && outcome.errors.hasPrefix("error: out/Things.swift is not generated"), "\(outcome)")
        #expect(try scratch.names(in: "out") == ["Things.swift"])
        #expect(try scratch.read("out/Things.swift") == "// Mine.\n")
    }

    // MARK: bundle and explain

    @Test("Bundle writes YAML, JSON if the file name requires it, and to the standard output")
    func bundleFormats() throws {
        let scratch = try Scratch()
        try Small.write(to: scratch)
        #expect(try scratch.run("bundle", "spec", "-o", "a.yaml").status == 0)
        #expect(try scratch.run("bundle", "spec", "-o", "a.json").status == 0)
        #expect(try scratch.read("a.yaml").hasPrefix("openapi: \"3.1.0\"\n"))
        let json = try JSONSerialization.jsonObject(with: Data(try scratch.read("a.json").utf8)) as? [String: Any]
        #expect((json?["paths"] as? [String: Any])?["/things"] != nil)
        #expect(try scratch.run("bundle", "spec", "-o", "-").output == scratch.read("a.yaml"))
        #expect(try scratch.run("bundle", "spec", "-o", "alone/a.yaml").status == 2)
        try scratch.write(scratch.read("a.yaml"), to: "alone/a.yaml")
        #expect(try scratch.run("lint", "alone/a.yaml").status == 0)
    }

    @Test("Explain reports an unknown name with similar ones")
    func explainSimilarNames() throws {
        let scratch = try Scratch()
        try Small.write(to: scratch)
        #expect(
            try scratch.run("explain", "listThings", "--spec", "spec").output.contains("small.things.list() async throws(APIFailure)"))
        let outcome = try scratch.run("explain", "lisThing", "--spec", "spec")
        #expect(
            outcome.status == 1 && outcome.errors == "error: no operation is called \"lisThing\"; did you mean listThings?\n", "\(outcome)")
    }
}
