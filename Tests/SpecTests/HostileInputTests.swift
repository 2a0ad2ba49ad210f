import Foundation
import Testing

/// For any invalid input, the tool reports the problem, exits with a nonzero code, and writes nothing.
@Suite struct HostileInputTests {
    private static let commands = [["lint"], ["bundle", "-o", "out.yaml"], ["generate", "-o", "out"], ["surface"]]

    /// Runs every command on an unusable spec.
    private func expectRefusal(of path: String, in scratch: borrowing Scratch, status: Int32, saying text: String) throws {
        let before = try scratch.names()
        for command in Self.commands {
            let outcome = try Tool.run(command + ["--", path], in: scratch.url)
            #expect(outcome.status == status, "\(command): \(outcome)")
            #expect((outcome.output + outcome.errors).contains(text), "\(command): \(outcome)")
            #expect(try scratch.names() == before, "\(command) wrote something")
        }
    }

    @Test(
        "A nonexistent path is rejected",
        arguments: ["nowhere", "", "no\nwhere", "--spec", "$(id)", "a/../../b", String(repeating: "x", count: 5000)])
    func nonexistentPath(path: String) throws {
        try expectRefusal(of: path, in: Scratch(), status: 2, saying: "error: no spec at ")
    }

    @Test("A folder without a document is rejected")
    func folderWithoutDocument() throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(at: scratch.url.appendingPathComponent("empty"), withIntermediateDirectories: true)
        try expectRefusal(of: "empty", in: scratch, status: 2, saying: "error: empty has no openapi.yaml")
    }

    @Test("An empty document is rejected")
    func emptyDocument() throws {
        let scratch = try Scratch()
        try scratch.write("", to: "spec/openapi.yaml")
        try expectRefusal(of: "spec", in: scratch, status: 1, saying: "spec/openapi.yaml:1:1: error: ")
    }

    @Test("A file that is not an OpenAPI document is rejected")
    func invalidDocument() throws {
        let scratch = try Scratch()
        try scratch.write("just text", to: "spec/openapi.yaml")
        try expectRefusal(of: "spec", in: scratch, status: 1, saying: "spec/openapi.yaml:1:1: error: an OpenAPI document must be a mapping")
        try scratch.write("\u{FEFF}\u{0}\u{1}", to: "spec/openapi.yaml")
        try expectRefusal(of: "spec", in: scratch, status: 1, saying: "spec/openapi.yaml:1:1: error: ")
    }

    @Test("An endless file is rejected")
    func endlessFile() throws {
        let scratch = try Scratch()
        try expectRefusal(of: "/dev/zero", in: scratch, status: 1, saying: "it is not a regular file")
        mkfifo(scratch.url.appendingPathComponent("pipe.yaml").path, 0o600)
        try expectRefusal(of: "pipe.yaml", in: scratch, status: 1, saying: "it is not a regular file")
    }

    @Test("A huge file is rejected")
    func hugeFile() throws {
        let scratch = try Scratch()
        let file = scratch.url.appendingPathComponent("huge.yaml")
        try Data().write(to: file)
        let handle = try FileHandle(forWritingTo: file)
        try handle.truncate(atOffset: 1 << 40)
        try handle.close()
        try expectRefusal(of: "huge.yaml", in: scratch, status: 1, saying: "it has 1099511627776 bytes, and a file of a spec has at most")
    }

    @Test("Circular references are rejected")
    func circularReferences() throws {
        let scratch = try Scratch()
        try Small.write(to: scratch)
        try scratch.write("paths: {/things: {$ref: 'Things.yaml#/paths/~1things'}}\n", to: "spec/Things.yaml")
        try expectRefusal(of: "spec", in: scratch, status: 1, saying: "the reference refers to itself")
    }

    @Test("References outside the folder are rejected")
    func referencesOutsideFolder() throws {
        let scratch = try Scratch()
        try scratch.write("secret: {type: string}\n", to: "secret.yaml")
        for reference in ["../secret.yaml#/secret", "/etc/passwd", "https://example.com/a.yaml", "file:///etc/passwd"] {
            try Small.write(to: scratch)
            try scratch.write(
                Small.section.replacingOccurrences(of: "{name: {type: string}}", with: "{name: {$ref: '\(reference)'}}"),
                to: "spec/Things.yaml")
            try expectRefusal(of: "spec", in: scratch, status: 1, saying: "leaves the spec's folder")
        }
    }

    @Test("Symbolic links that can lead outside the folder are rejected")
    func symbolicLinks() throws {
        let scratch = try Scratch()
        try Small.write(to: scratch)
        let things = scratch.url.appendingPathComponent("spec/Things.yaml")
        try FileManager.default.moveItem(at: things, to: scratch.url.appendingPathComponent("Things.yaml"))
        try FileManager.default.createSymbolicLink(atPath: things.path, withDestinationPath: "../Things.yaml")
        try expectRefusal(of: "spec", in: scratch, status: 1, saying: "cannot read spec/Things.yaml: it is reached through a symbolic link")
        // A folder may also be a link.
        try FileManager.default.removeItem(at: things)
        try FileManager.default.createDirectory(at: scratch.url.appendingPathComponent("other"), withIntermediateDirectories: true)
        try FileManager.default.moveItem(
            at: scratch.url.appendingPathComponent("Things.yaml"), to: scratch.url.appendingPathComponent("other/Things.yaml"))
        try FileManager.default.createSymbolicLink(
            atPath: scratch.url.appendingPathComponent("spec/linked").path, withDestinationPath: "../other")
        let document = try String(contentsOf: scratch.url.appendingPathComponent("spec/openapi.yaml"), encoding: .utf8)
            .replacingOccurrences(of: "Things.yaml", with: "linked/Things.yaml")
        try scratch.write(document, to: "spec/openapi.yaml")
        try expectRefusal(
            of: "spec", in: scratch, status: 1, saying: "cannot read spec/linked/Things.yaml: it is reached through a symbolic link")
    }

    @Test("Multiplying aliases are rejected")
    func multiplyingAliases() throws {
        let scratch = try Scratch()
        let layers = (1...12).map { "l\($0): &l\($0) [\(Array(repeating: "*l\($0 - 1)", count: 10).joined(separator: ", "))]" }
        try scratch.write("l0: &l0 x\n" + layers.joined(separator: "\n") + "\n", to: "spec/openapi.yaml")
        try expectRefusal(of: "spec", in: scratch, status: 1, saying: ": error: ")
    }

    @Test("Schemas that endlessly require or alternate with each other are rejected")
    func endlessSchemas() throws {
        let scratch = try Scratch()
        let layers = (0..<60).map { layer in
            let next = "{$ref: '#/components/schemas/L\(layer + 1)'}"
            return """
                    L\(layer): {type: object, description: A., required: [a, b, c], properties: {a: \(next), b: \(next), c: \(next)}}
                    U\(layer): {description: A., oneOf: [{$ref: '#/components/schemas/U\(layer + 1)'}, {$ref: '#/components/schemas/V\(layer + 1)'}]}
                    V\(layer): {description: A., oneOf: [{$ref: '#/components/schemas/U\(layer + 1)'}, {$ref: '#/components/schemas/V\(layer + 1)'}]}

                """
        }
        try Small.write(to: scratch)
        try scratch.write(
            """
            paths:
              /things:
                post:
                  tags: [Thing]
                  operationId: makeThing
                  summary: A thing
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/L0'}}}}
                  responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/U0'}, example: {a: 1}}}}}
            components:
              schemas:
            \(layers.joined())
                L60: {$ref: '#/components/schemas/L0'}
                U60: {type: string, description: A.}
                V60: {type: boolean, description: A.}

            """, to: "spec/Things.yaml")
        let outcome = try scratch.run("lint", "spec")
        #expect(outcome.status == 1 && outcome.output.contains("more alternatives than can be tried"), "\(outcome)")
        #expect(try scratch.run("explain", "makeThing", "--spec", "spec").status <= 1)
    }

    // MARK: Output

    @Test("A bundle that cannot be written is reported", arguments: ["file/out", "taken", "/proc/out", "no/such/folder/out"])
    func unwritableBundle(path: String) throws {
        let scratch = try Scratch()
        try Small.write(to: scratch)
        try scratch.write("mine", to: "file")
        try FileManager.default.createDirectory(at: scratch.url.appendingPathComponent("taken"), withIntermediateDirectories: true)
        let outcome = try scratch.run("bundle", "spec", "-o", path)
        #expect(outcome.status == 2 && outcome.errors.hasPrefix("error: "), "\(outcome)")
        #expect(try scratch.names() == ["file", "spec", "taken"])
    }

    @Test("Sources that cannot be written are reported", arguments: ["file", "file/out", "/proc/out"])
    func unwritableSources(path: String) throws {
        let scratch = try Scratch()
        try Small.write(to: scratch)
        try scratch.write("mine", to: "file")
        let outcome = try scratch.run("generate", "spec", "-o", path)
        #expect(outcome.status == 2 && outcome.errors.hasPrefix("error: "), "\(outcome)")
        #expect(try scratch.names() == ["file", "spec"])
        #expect(try scratch.read("file") == "mine")
    }

    @Test("An invalid spec leaves existing output unchanged")
    func invalidSpecKeepsOutput() throws {
        let scratch = try Scratch()
        try Small.write(to: scratch)
        #expect(try scratch.run("bundle", "spec", "-o", "out.yaml").status == 0)
        #expect(try scratch.run("generate", "spec", "-o", "out").status == 0)
        let bundle = try scratch.read("out.yaml")
        let source = try scratch.read("out/Things.swift")
        try scratch.write(Small.section.replacingOccurrences(of: "{type: string}", with: "{$ref: '#/nowhere'}"), to: "spec/Things.yaml")
        #expect(try scratch.run("bundle", "spec", "-o", "out.yaml").status == 1)
        #expect(try scratch.run("generate", "spec", "-o", "out").status == 1)
        #expect(try scratch.read("out.yaml") == bundle && scratch.read("out/Things.swift") == source)
    }
}
