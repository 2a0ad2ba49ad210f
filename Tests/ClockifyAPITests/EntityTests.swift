import ClockifyAPI
import ClockifySandbox
import Foundation
import HTTPTypes
import Synchronization
import Testing

/// Records the addresses that are called, and answers nothing.
private final class HostRecorder: ClientTransport {
    private let called = Mutex<[String]>([])
    var urls: [String] { called.withLock { $0 } }

    func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
        called.withLock { $0.append("https://\(request.authority ?? "")\(request.path ?? "")") }
        throw CancellationError()
    }
}

@Suite("What entities have in common")
struct EntityTests {
    private func titles(_ entities: [some NamedEntityModel]) -> [String] { entities.map(\.name).sorted() }

    private func byID<Entity: EntityModel>(_ entities: [Entity]) -> [Identifier<Entity.IdentifierKind>: Entity] {
        Dictionary(entities.map { ($0.id, $0) }) { _, latest in latest }
    }

    @Test("One function works with entities of several kinds")
    func generic() throws {
        let tags = [Clockify.Tag(id: "t1", name: "urgent", workspaceId: "w1"), .init(id: "t2", name: "billable")]
        let project = Clockify.Project(id: "p1", name: "Website", workspaceId: "w1")
        #expect(titles(tags) == ["billable", "urgent"] && titles([project]) == ["Website"])
        let tag: Clockify.TagID = "t2"
        #expect(byID(tags)[tag]?.name == "billable")
        let entities: [any Clockify.WorkspaceEntity] = tags + [project]
        #expect(entities.map(\.workspaceId) == ["w1", nil, "w1"])
        let entry = try JSONDecoder().decode(
            Clockify.TimeEntry.self, from: Data(#"{"id": "e1", "type": "REGULAR", "timeInterval": {"start": "2026-03-02T09:00:00Z"}}"#.utf8)
        )
        #expect(byID([entry])["e1"] == entry)
    }

    @Test("No entity with a workspace is forgotten")
    func workspaceEntities() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..")
        func matches(_ pattern: Regex<(Substring, Substring)>, in path: String) throws -> Set<String> {
            Set(try String(contentsOf: root.appending(path: path), encoding: .utf8).matches(of: pattern).map { String($0.output.1) })
        }
        let surface = "Spec/Clockify/surface.txt"
        let expected = try matches(/Clockify\.(\w+): (?:let|var) workspaceId: Clockify\.WorkspaceID\?\n/, in: surface)
            .intersection(matches(/Clockify\.(\w+): (?:let|var) id: Clockify\.\w+ID\n/, in: surface))
        #expect(
            try matches(/extension Clockify\.(\w+): Clockify\.WorkspaceEntity/, in: "Sources/ClockifyAPI/WorkspaceEntity.swift") == expected
        )
        #expect(expected.count > 15)
    }

    @Test("An identifier of any kind is made from one of a certain kind, and compared with it")
    func openKind() {
        let project: Clockify.ProjectID = "p1"
        let entity = Clockify.EntityID(project)
        let group = Clockify.ReportGroup(ids: [entity])
        #expect(entity == project && project == entity && group.id == project && project == group.id)
        #expect(entity != Clockify.TagID("t1") && Clockify.TagID("t1") != group.id)
        #expect(!(entity != project) && !(group.id != project))
        #expect(Clockify.ProjectID(entity) == project && entity == Clockify.EntityID("p1") && group.id == entity && entity == group.id)
        #expect(entity == "p1" && group.id == "p1" && group.id != nil && group.id != "p2")
        let role = Clockify.ManagerRoleGrant(entityId: .init(project), role: .projectManager)
        #expect(role.entityId == project && role.sourceType == .userGroup)
        #expect([entity].map(Clockify.ProjectID.init) == [project])
    }

    @Test("A report is filtered by identifiers of the kind that is meant")
    func reportFilter() async throws {
        let sandbox = ClockifySandbox(contents: .empty)
        let clockify = Clockify(.apiKey(sandbox.apiKey), transport: sandbox.transport)
        let start = try #require(try? Date("2026-03-02T09:00:00Z", strategy: .iso8601))
        for name in ["Website", "App"] {
            let project = try await clockify.projects.create(in: sandbox.workspace, .init(name: name))
            try await clockify.timeEntries.create(
                in: sandbox.workspace, .init(start: start, end: start.addingTimeInterval(3600), description: name, projectId: project.id))
        }
        let project = try #require(try await clockify.projects.list(in: sandbox.workspace, name: "App").first)
        let me = try await clockify.users.me()
        let query = Clockify.DetailedReportQuery(
            dateRangeStart: .init(start.addingTimeInterval(-60), in: .gmt), dateRangeEnd: .init(start.addingTimeInterval(7200), in: .gmt),
            detailedFilter: .init(), projects: .init(ids: [project.id]), timeZone: "UTC", users: .init(ids: [me.id]))
        #expect(try await clockify.reports.detailed(in: sandbox.workspace, query).timeEntries?.map(\.description) == ["App"])
    }

    @Test("A user is invited where users are")
    func invitation() async throws {
        let sandbox = ClockifySandbox()
        let clockify = Clockify(.apiKey(sandbox.apiKey), transport: sandbox.transport)
        try await clockify.users.add(in: sandbox.workspace, .init(email: "anna@example.com"), sendEmail: false)
        #expect(sandbox.requests.map(\.operation) == ["addUsers"])
        #expect(sandbox.requests.first?.target.hasSuffix("/users?send-email=false") == true)
    }

    @Test("The vendor's site for developers has its own servers")
    func developerSite() async throws {
        let recorder = HostRecorder()
        let clockify = Clockify(.apiKey("key"), site: .developer, transport: recorder)
        await #expect(throws: APIFailure.self) { try await clockify.with { $0.retries = .never }.users.me() }
        await #expect(throws: APIFailure.self) {
            try await clockify.with { $0.retries = .never }.reports.summary(
                in: "w1", .init(days: "2026-03-01"..."2026-03-31", in: .gmt, summaryFilter: .init(groups: [.project])))
        }
        #expect(
            recorder.urls == [
                "https://developer.clockify.me/api/v1/user", "https://developer.clockify.me/report/v1/workspaces/w1/reports/summary",
            ])
    }
}
