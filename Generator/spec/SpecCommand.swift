import ArgumentParser

/// The command-line tool for maintainers of a spec. Every subcommand has its own file.
@main
struct SpecCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "spec",
        abstract: "Checks, compares and explains an OpenAPI spec, and shows the Swift that it becomes.",
        discussion: """
            Exit codes: 0 all is well; 1 the spec has errors, or a check found something; 2 a file cannot be read or written; \
            64 the command is not written like that.
            """,
        subcommands: [
            LintCommand.self, DiffCommand.self, ReleaseNotesCommand.self, CarryCommand.self, SurfaceCommand.self, CallsCommand.self,
            BundleCommand.self, GenerateCommand.self, ExplainCommand.self,
        ])
}
