import Testing

@testable import ClockifySandbox

@Suite("What the sandbox does for each section of the documentation")
struct SandboxSectionTests {
    /// `–` stands for an operation that the section does not have, or that the service ignores.
    private static let table = """
        | section | create | get | list | update | delete | filter | page |
        | Approval | y | – | y | y | – | y | y |
        | Balance | – | – | y | y | – | – | y |
        | Balance (Deprecated) | – | – | y | y | – | – | y |
        | Client | y | y | y | y | y | y | y |
        | Custom fields | y | – | y | y | y | y | – |
        | Entity changes (Experimental) | – | – | y | – | – | y | y |
        | Group | y | – | y | y | y | y | y |
        | Holiday | y | – | y | y | y | y | – |
        | Policy | y | y | y | y | y | y | y |
        | Policy (Deprecated) | y | y | y | y | y | y | y |
        | Project | y | y | y | y | y | y | y |
        | Scheduling | y | – | y | y | y | y | y |
        | Scheduling (Deprecated) | – | – | y | – | – | y | – |
        | Tag | y | y | y | y | y | y | y |
        | Task | y | y | y | y | y | y | y |
        | Time entry | y | y | y | y | y | y | y |
        | Time Entry Report | – | – | y | – | – | y | y |
        | Time Off | y | – | y | y | y | y | y |
        | Time Off (Deprecated) | y | – | y | y | y | y | y |
        | User | – | y | y | y | – | y | y |
        | Webhooks | y | y | y | y | y | y | – |
        | Workspace | y | y | y | y | – | y | – |
        """

    @Test("What is created can be fetched, listed, changed, deleted, filtered by and paged through, wherever a section has the operation")
    func sections() async throws {
        var rows: [String: String] = [:]
        for probe in SectionProbe.all {
            var run = try SectionRun(probe)
            let cells = try await run.cells()
            rows[probe.name] = "| \(([probe.name] + cells).joined(separator: " | ")) |"
        }
        for row in Self.table.split(separator: "\n").dropFirst() {
            let name = row.split(separator: "|")[0].trimmingPrefix(" ").dropLast()
            #expect(rows[String(name)] == String(row))
        }
        #expect(rows.count == 22)
    }
}
