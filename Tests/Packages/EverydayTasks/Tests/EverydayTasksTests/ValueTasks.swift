import ClockifyAPI
import ClockifySandbox
import Foundation
import Testing

@Suite("Values")
struct ValueTasks {
    let office = Office()
    var clockify: Clockify { office.clockify }
    var workspace: Clockify.WorkspaceID { office.workspace }

    @Test("A value of an enum that the library does not know is read, printed and kept.")
    func unknownEnumValue() async throws {
        let start = try time("2026-03-02T09:00:00Z")
        let id = try await clockify.timeEntries.create(in: workspace, .init(start: start)).id
        let document = #"{"id": "\#(id)", "type": "FOCUS", "timeInterval": {"start": "2026-03-02T09:00:00Z"}}"#
        try await office.sandbox.fail(body: document) { try await $0.timeEntries.get(id, in: "*") }
        let entry = try await clockify.timeEntries.get(id, in: workspace)
        switch entry.type {
        case .regular, .break: Issue.record("A known type.")
        default: #expect("\(entry.type)" == "FOCUS")
        }
        let copy = try JSONDecoder().decode(Clockify.TimeEntry.self, from: JSONEncoder().encode(entry))
        #expect(copy == entry && copy.type.rawValue == "FOCUS")
    }

    @Test("Drafts are saved to disk while there is no network, and sent later.")
    func drafts() async throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).json")
        defer { try? FileManager.default.removeItem(at: url) }
        try office.sandbox.add(Clockify.Project(id: "p1", name: "Website"))
        let start = try time("2026-03-02T09:00:00Z")
        let drafts = [
            Clockify.NewTimeEntry(start: start, end: start.addingTimeInterval(3600), description: "Plan", projectId: "p1"),
            .init(start: start.addingTimeInterval(3600), end: start.addingTimeInterval(5400), description: "Build"),
        ]
        try JSONEncoder().encode(drafts).write(to: url)

        let saved = try JSONDecoder().decode([Clockify.NewTimeEntry].self, from: Data(contentsOf: url))
        #expect(saved == drafts)
        for draft in saved { try await clockify.timeEntries.create(in: workspace, draft) }
        let sent = try await clockify.timeEntries.all(in: workspace, user: office.me).collect()
        #expect(Set(sent.map(\.description)) == ["Plan", "Build"])
        try JSONEncoder().encode(sent).write(to: url)
        #expect(try JSONDecoder().decode([Clockify.TimeEntry].self, from: Data(contentsOf: url)) == sent)
    }

    @Test("Sets tell what was added, removed and changed between two looks.")
    func sets() async throws {
        let tags = try office.sandbox.add(["a", "b", "c"].map { Clockify.Tag(id: .init($0), name: "tag \($0)") })
        let before = Set(try await clockify.tags.list(in: workspace))
        try await clockify.tags.edit(tags[0].id, in: workspace) { $0.name = "renamed" }
        try await clockify.tags.edit(tags[1].id, in: workspace) { $0.archived = true }
        try await clockify.tags.delete(tags[1].id, in: workspace)
        let added = try await clockify.tags.create(in: workspace, .init(name: "new"))
        let after = Set(try await clockify.tags.list(in: workspace))

        #expect(Set(after.map(\.id)).subtracting(before.map(\.id)) == [added.id])
        #expect(Set(before.map(\.id)).subtracting(after.map(\.id)) == ["b"])
        #expect(before.intersection(after).map(\.id) == ["c"])
        #expect(after.map(\.id).sorted().suffix(2) == ["a", "c"])
    }
}
