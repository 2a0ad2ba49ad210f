import ArgumentParser

/// The command-line tool for maintainers of a spec. Every subcommand has its own file.
@main
struct SpecCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "spec",
        abstract: "Checks, compares and explains OpenAPI specs, and generates Swift from them.",
        discussion: """
            Exit codes: 0 success; 1 the spec has errors, or a check found something; 2 a file cannot be read or written; 64 invalid \
            arguments.
            """,
        subcommands: [
            LintCommand.self, DiffCommand.self, ReleaseNotesCommand.self, CarryCommand.self, SurfaceCommand.self, CallsCommand.self,
            UnitsCommand.self,
            BundleCommand.self, GenerateCommand.self, ExplainCommand.self,
        ])
}
