import ClockifySandbox
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
        #expect(try SandboxOptions(["--port", "8080", "--key=k=1", "--with", "empty", "--legacy"]) == expected)
        #expect(try SandboxOptions([]) == SandboxOptions())
        #expect(try SandboxOptions(["-h"]).wantsHelp)
    }

    @Test(
        "A wrong command line is explained",
        arguments: [
            (["--port", "65536"], "65536 is not a port"), (["--port", "x"], "x is not a port"), (["--port"], "--port needs a value"),
            (["--key", ""], "a key consists of"), (["--with", "all"], "all is not one of empty, demo, documented"),
            (["--fast"], "--fast is not an option"), (["8080"], "8080 is not an option"),
        ])
    func problems(arguments: [String], reason: String) throws {
        let problem = #expect(throws: SandboxOptions.Problem.self) { try SandboxOptions(arguments) }
        #expect(problem?.description.hasPrefix(reason) == true)
    }

    @Test("The help names every option and all contents")
    func help() {
        let words = ["--port", "--key", "--with", "--legacy", "--help"] + ClockifySandbox.InitialContents.allCases.map(\.rawValue)
        for word in words { #expect(SandboxOptions.usage.contains(word)) }
    }
}
