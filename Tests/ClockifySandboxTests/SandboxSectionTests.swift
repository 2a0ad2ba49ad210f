import Foundation
import Testing

@testable import ClockifySandbox

@Suite("What the sandbox does for each section of the documentation")
struct SandboxSectionTests {
    /// `–` stands for an operation that the section does not have, that the service ignores, or that the sandbox leaves out.
    private static let table = """
        | section | create | get | list | update | delete | filter | page |
        |---|---|---|---|---|---|---|---|
        | Approval | y | – | y | y | – | y | y |
        | Balance | – | – | y | y | – | – | y |
        | Balance (Deprecated) | – | – | y | y | – | – | y |
        | Client | y | y | y | y | y | y | y |
        | Custom fields | y | – | y | y | y | y | – |
        | Entity changes (Experimental) | – | – | y | – | – | y | y |
        | Expense | y | y | y | y | y | y | y |
        | Expense Report | – | – | y | – | – | y | y |
        | Group | y | – | y | y | y | y | y |
        | Holiday | y | – | y | y | y | y | – |
        | Invoice | y | y | y | y | y | y | y |
        | Policy | y | y | y | y | y | y | y |
        | Policy (Deprecated) | y | y | y | y | y | y | y |
        | Project | y | y | y | y | y | y | y |
        | Scheduling | y | – | y | y | y | y | y |
        | Scheduling (Deprecated) | – | – | y | – | – | y | – |
        | Shared Report | y | y | y | y | y | y | y |
        | Tag | y | y | y | y | y | y | y |
        | Task | y | y | y | y | y | y | y |
        | Team Report | – | – | y | – | – | y | y |
        | Time entry | y | y | y | y | y | y | y |
        | Time Entry Report | – | – | y | – | – | y | y |
        | Time Off | y | – | y | y | y | y | y |
        | Time Off (Deprecated) | y | – | y | y | y | y | y |
        | User | – | y | y | y | – | y | y |
        | Webhooks | y | y | y | y | y | y | y |
        | Workspace | y | y | y | y | – | y | – |
        | Workspace (Deprecated) | – | – | – | – | – | – | – |
        """

    @Test("What is created can be fetched, listed, changed, deleted, filtered by and paged through, wherever a section has the operation")
    func sections() async throws {
        var rows: [String: String] = [:]
        for probe in SectionProbe.all {
            var run = try SectionRun(probe)
            let cells = try await run.cells()
            rows[probe.name] = "| \(([probe.name] + cells).joined(separator: " | ")) |"
        }
        let expected = Self.table.split(separator: "\n").dropFirst(2).map(String.init)
        for row in expected {
            let name = row.split(separator: "|").first?.trimmingPrefix(" ").dropLast() ?? ""
            #expect(rows[String(name)] == row)
        }
        #expect(rows.count == expected.count && SectionProbe.all.count == rows.count)
    }

    @Test("Every section that has operations is in the table, and no cell says that something does not work")
    func complete() throws {
        let operations = try Catalog.shared.get().operations
        let rows = Self.table.split(separator: "\n").dropFirst(2).map { row in
            row.split(separator: "|").map { $0.trimmingPrefix(" ").dropLast().description }
        }
        #expect(rows.compactMap(\.first) == Set(operations.map(\.section)).sorted { $0.lowercased() < $1.lowercased() })
        for row in rows {
            #expect(row.count == 8 && row.dropFirst().allSatisfy { ["y", "–"].contains($0) }, "\(row)")
            let own = operations.filter { $0.section == row.first }
            // Where the service ignores the page size, a short list is one page.
            #expect(row.last == "y" || own.allSatisfy { $0.pagination?.size == nil }, "\(row) has pages")
        }
        #expect(operations.allSatisfy { Actions.all[$0.id] != nil })
    }

    @Test("The sandbox's article contains the table")
    func article() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let article = root.appendingPathComponent("Sources/ClockifySandbox/ClockifySandbox.docc/ClockifySandbox.md")
        let text = try String(contentsOf: article, encoding: .utf8)
        let lines = text.split(separator: "\n").drop { !$0.hasPrefix("| section |") }.prefix { $0.hasPrefix("|") }
        #expect(lines.joined(separator: "\n") == Self.table)
    }
}
