import ClockifyAPI
import ClockifySandbox
import Foundation
import SandboxTestSupport
import Testing
import clockify_sandbox

@Suite("Options of clockify-sandbox")
struct SandboxOptionsTests {
    @Test("Values follow as the next argument, or after an equals sign")
    func values() throws {
        var expected = SandboxOptions()
        expected.port = 8080
        expected.key = "k=1"
        expected.contents = .empty
        expected.isLegacy = true
        expected.speed = 2.5
        expected.rateLimit = .documented
        expected.savePath = "a.json"
        let arguments = [
            "--port", "8080", "--key=k=1", "--with", "empty", "--legacy", "--speed=2.5", "--rate-limit", "50", "--save", "a.json",
        ]
        #expect(try SandboxOptions(arguments) == expected)
        #expect(try SandboxOptions([]) == SandboxOptions())
        #expect(try SandboxOptions(["-h"]).wantsHelp)
    }

    @Test(
        "A wrong command line is explained",
        arguments: [
            (["--port", "65536"], "65536 is not a port"), (["--port", "x"], "x is not a port"), (["--port"], "--port needs a value"),
            (["--key", ""], "a key consists of"), (["--with", "all"], "all is not one of empty, demo, documented"),
            (["--speed", "-1"], "-1 is not a speed"), (["--speed", "nan"], "nan is not a speed"),
            (["--rate-limit", "0"], "0 is not a number of requests"), (["--load", ""], "--load needs the path"),
            (["--load", "a", "--with", "demo"], "--with and --load exclude each other"),
            (["--fast"], "--fast is not an option"), (["8080"], "8080 is not an option"),
        ])
    func problems(arguments: [String], reason: String) throws {
        let problem = #expect(throws: SandboxOptions.Problem.self) { try SandboxOptions(arguments) }
        #expect(problem?.description.hasPrefix(reason) == true)
    }

    @Test("The help names every option and all contents")
    func help() {
        let words =
            ["--port", "--key", "--with", "--load", "--save", "--speed", "--rate-limit", "--legacy", "--help"]
            + ClockifySandbox.InitialContents.allCases.map(\.rawValue)
        for word in words { #expect(SandboxOptions.usage.contains(word)) }
    }

    @Test("A state is saved to a file and loaded from it, and a file that is none is named")
    func files() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sandbox-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("state.json").path
        let first = try SandboxOptions(["--save", path, "--rate-limit", "50", "--speed", "0"]).makeSandbox()
        #expect(first.rateLimit == .documented && first.clock.speed == 0)
        try first.add(Clockify.Tag(id: "t1", name: "saved"))
        try SandboxOptions(["--save", path]).save(first)
        try SandboxOptions([]).save(first)
        let options = try SandboxOptions(["--load", path, "--save", path])
        let second = try options.makeSandbox()
        #expect(try second.savedState() == first.savedState())
        try second.add(Clockify.Tag(id: "t2", name: "more"))
        try options.save(second)
        #expect(try await options.makeSandbox().client.tags.get("t2", in: second.workspace).name == "more")

        try Data("{".utf8).write(to: URL(fileURLWithPath: path))
        let problem = #expect(throws: SandboxOptions.FileProblem.self) { try options.makeSandbox() }
        #expect(problem?.description.hasPrefix("\(path) cannot be loaded: $: ") == true)
        let missing = try SandboxOptions(["--load", path + "x", "--save", folder.path + "/no/where.json"])
        #expect(throws: SandboxOptions.FileProblem.self) { try missing.makeSandbox() }
        #expect(throws: SandboxOptions.FileProblem.self) { try missing.save(second) }
    }
}
