import ClockifyAPI
import Foundation
import Testing

/// The latest values of one kind of entity, by their identifiers.
private struct Cache<Entity: NamedEntityModel> {
    private(set) var entities: [Identifier<Entity.IdentifierKind>: Entity] = [:]

    mutating func fill(from pages: Pages<Entity>) async throws(APIFailure) {
        for entity in try await pages.collect() { entities[entity.id] = entity }
    }

    var names: [String] { entities.values.map(\.name).sorted() }

    func saved() throws -> Data { try JSONEncoder().encode(entities) }
}

@Suite("Generic code")
struct GenericTasks {
    let office = Office()

    @Test("One cache keeps entities of several kinds.")
    func cache() async throws {
        let (clockify, workspace) = (office.clockify, office.workspace)
        for name in ["urgent", "billable"] { try await clockify.tags.create(in: workspace, .init(name: name)) }
        let project = try await clockify.projects.create(in: workspace, .init(name: "Website"))

        var tags = Cache<Clockify.Tag>()
        try await tags.fill(from: clockify.tags.all(in: workspace))
        var projects = Cache<Clockify.Project>()
        try await projects.fill(from: clockify.projects.all(in: workspace))
        #expect(tags.names == ["billable", "urgent"] && projects.entities[project.id]?.name == "Website")
        let read = try JSONDecoder().decode([Clockify.ProjectID: Clockify.Project].self, from: projects.saved())
        #expect(read == projects.entities)
    }
}
