import Foundation
import Testing

/// A page of the documentation, and the spec that describes the same API.
struct Page: Sendable, CustomTestStringConvertible {
    /// The name in `decisions.txt`.
    let name: String
    /// The file that `extract-facts` wrote.
    let fixture: String
    /// The folder in `Spec`.
    let specification: String
    /// Every section of the page, in order.
    let sections: [String]
    /// Sections that are not in the spec yet. It is empty when the spec is complete.
    let awaited: Set<String>
    /// `true` if its samples contain numbers and Booleans as strings.
    var printsValuesAsText = false

    var testDescription: String { name }

    static let all = [current, legacy]

    /// Sections that are not a tag of the spec.
    static let sectionsWithoutTag: Set<String> = ["Introduction", "Schema Definitions"]

    static let current = Page(
        name: "current", fixture: "clockify-v1.facts", specification: "Clockify",
        sections: [
            "Introduction", "User", "Workspace", "Webhooks", "Approval", "Client", "Custom fields", "Expense", "Holiday", "Invoice",
            "Project", "Task", "Scheduling", "Tag", "Time entry", "Balance", "Policy", "Time Off", "Group", "Shared Report",
            "Team Report", "Time Entry Report", "Expense Report", "Balance (Deprecated)", "Policy (Deprecated)",
            "Time Off (Deprecated)", "Scheduling (Deprecated)", "Workspace (Deprecated)", "Entity changes (Experimental)",
            "Entity Changes Use Cases",
        ],
        awaited: [])

    static let legacy = Page(
        name: "legacy", fixture: "clockify-v1-legacy.facts", specification: "ClockifyLegacy",
        sections: [
            "Introduction", "Client", "Project", "Tag", "Task", "Timesheet templates", "Time entry", "User", "Workspace",
            "Schema Definitions",
        ],
        awaited: [], printsValuesAsText: true)

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    var fixtureFile: URL { Page.folder.appending(path: "Fixtures/\(fixture)") }

    static var decisionsFile: URL { folder.appending(path: "Fixtures/decisions.txt") }

    var specificationFolder: URL { Page.folder.appending(path: "../../Spec/\(specification)").standardizedFileURL }

    /// The facts of each section. A fact belongs to the section of its subject.
    func factsBySection() throws -> [String: [Fact]] {
        let facts = try Fact.read(fixtureFile)
        var sections: [String: String] = ["page": "Introduction"]
        for fact in facts {
            switch (fact.element, fact.attribute) {
            case (_, "section"): sections[fact.subject] = fact.value
            case ("section", "title"): sections[fact.subject] = fact.value
            case ("definition", _): sections[fact.subject] = "Schema Definitions"
            default: break
            }
        }
        return Dictionary(grouping: facts) { sections[$0.subject] ?? "a section that the page does not have" }
    }
}
