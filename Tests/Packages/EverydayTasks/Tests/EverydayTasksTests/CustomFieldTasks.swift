import ClockifyAPI
import Foundation
import Testing

@Suite("Custom fields")
struct CustomFieldTasks {
    let office = Office()
    var clockify: Clockify { office.clockify }
    var workspace: Clockify.WorkspaceID { office.workspace }

    /// A field of each type, and a value for it.
    static let fields: [(field: Clockify.NewCustomField, value: JSONValue)] = [
        (.init(name: "Place", type: .text), "Berlin"),
        (.init(name: "Distance", type: .number), 12.5),
        (.init(name: "Remote", type: .checkbox), true),
        (.init(name: "Ticket", type: .link), "https://tickets.example/7"),
        (.init(name: "Phase", type: .dropdownSingle, allowedValues: ["Design", "Build"]), "Build"),
        (.init(name: "Skills", type: .dropdownMultiple, allowedValues: ["Swift", "SQL", "CSS"]), ["Swift", "SQL"]),
    ]

    @Test("A time entry has a value of each type.")
    func timeEntry() async throws {
        var values: [Clockify.NewCustomFieldValue] = []
        for (field, value) in Self.fields {
            let created = try await clockify.customFields.create(in: workspace, field)
            values.append(.init(customFieldId: created.id, value: value))
        }
        let entry = try await clockify.timeEntries.create(
            in: workspace, .init(start: try time("2026-03-02T09:00:00Z"), end: try time("2026-03-02T10:00:00Z"), customFields: values))
        let read = try await clockify.timeEntries.get(entry.id, in: workspace)
        let byField = Dictionary(
            try #require(read.customFields).map { ($0.customFieldId, $0.value) }, uniquingKeysWith: { first, _ in first })
        for value in values { #expect(byField[value.customFieldId] == value.value) }

        let edited = try await clockify.timeEntries.edit(entry.id, in: workspace) { $0.description = "On site" }
        #expect(edited.description == "On site" && edited.customFields == read.customFields)
    }

    @Test("A user has a value, and a project another default.")
    func usersAndProjects() async throws {
        let number = try await clockify.customFields.create(in: workspace, .init(name: "Number", type: .text, entityType: .user))
        let value = try await clockify.users.setCustomField(office.me, in: workspace, customField: number.id, .init(value: "A-7"))
        #expect(value.value == "A-7")
        #expect(try await clockify.users.me().customFields?.map(\.value) == ["A-7"])

        let phase = try await clockify.customFields.create(
            in: workspace, .init(name: "Phase", type: .dropdownSingle, allowedValues: ["Design", "Build"]))
        let project = try await clockify.projects.create(in: workspace, .init(name: "Website"))
        let changed = try await clockify.customFields.updateForProject(
            phase.id, in: workspace, project: project.id, .init(defaultValue: "Build", status: .visible))
        #expect(changed.projectDefaultValues?.map(\.value) == ["Build"])
    }
}
