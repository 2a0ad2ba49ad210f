import ClockifyAPI
import ClockifySandbox
import DocumentedSamples
import Foundation
import SandboxTestSupport
import Testing

@Suite("Reports of the sandbox in the shapes of the live service")
struct SandboxReportTests {
    private let sandbox = ClockifySandbox()
    private var clockify: Clockify { Clockify(.apiKey(sandbox.apiKey), transport: sandbox.transport) }
    private let start = sampleDate("2025-05-20T22:30:00Z")
    private let day: ClosedRange<CalendarDate> = "2025-05-20"..."2025-05-20"

    private func create(
        _ description: String, minutes: Double, project: Clockify.ProjectID? = nil, tags: [Clockify.TagID] = []
    ) async throws {
        _ = try await clockify.timeEntries.create(
            in: sandbox.workspace,
            .init(
                start: start, end: start.addingTimeInterval(minutes * 60), description: description, projectId: project, tagIds: tags,
                billable: true))
    }

    @Test("An empty report has null totals")
    func nothing() async throws {
        let raw = try await clockify.client.raw(
            .post, "/v1/workspaces/\(sandbox.workspace)/reports/detailed",
            json: ["dateRangeStart": "2025-05-20T00:00:00Z", "dateRangeEnd": "2025-05-20T23:59:59Z", "detailedFilter": [:]],
            service: Clockify.Services.reports)
        #expect(try JSONReader.decode(JSONValue.self, from: raw.body) == ["timeentries": [], "totals": [nil]])
        #expect(
            try await clockify.reports.summary(
                in: sandbox.workspace, .init(days: day, in: .gmt, summaryFilter: .init(groups: [.project]))
            ).totals == [])
        #expect(
            try await clockify.reports.weekly(
                in: sandbox.workspace,
                .init(days: "2025-05-20"..."2025-05-26", in: .gmt, weeklyFilter: .init(group: .user))
            ).groupOne == [])
    }

    @Test("A row has a subject and local times in the report's time zone")
    func row() async throws {
        let tag = try #require(try await clockify.tags.list(in: sandbox.workspace).first)
        try await create("late", minutes: 30, tags: [tag.id])
        let report = try await clockify.reports.detailed(
            in: sandbox.workspace,
            .init(
                dateRangeStart: "2025-05-19T22:30:00", dateRangeEnd: "2025-05-21T23:59:59", detailedFilter: .init(),
                timeZone: "America/Sao_Paulo"))
        let row = try #require(report.timeEntries?.first)
        #expect(row.tagIds == [tag.id] && row.tags?.map(\.id) == [tag.id] && row.tags?.map(\.name) == [tag.name])
        #expect(row.type == .regular && row.isLocked == false && row.timeInterval?.start == start && row.timeInterval?.duration == 1800)
        #expect(row.timeInterval?.zonedStart == "2025-05-20T19:30:00" && row.timeInterval?.offStart == -10_800)
        #expect(row.timeInterval?.timeZone == "America/Sao_Paulo" && report.totals?.first?.entriesCount == 1)
    }

    @Test("A summary report has nested groups with their subjects, and a group of tags contains all of its tags")
    func summary() async throws {
        let project = try #require(try await clockify.projects.list(in: sandbox.workspace).first)
        let tags = try await clockify.tags.list(in: sandbox.workspace).prefix(2).map(\.id)
        try await create("a", minutes: 30, project: project.id, tags: tags)
        try await create("b", minutes: 45, project: project.id, tags: [tags[0]])
        try await create("c", minutes: 15)
        func groups(_ kinds: [Clockify.SummaryGroup]) async throws -> [Clockify.ReportGroup] {
            try await clockify.reports.summary(
                in: sandbox.workspace,
                .init(days: day, in: .gmt, summaryFilter: .init(groups: kinds))
            ).groupOne ?? []
        }
        let projects = try await groups([.project, .user])
        #expect(projects.map(\.duration) == [900, 4500] && projects.map(\.id?.rawValue) == ["", project.id.rawValue])
        #expect(projects.last?.name == project.name && projects.last?.color == project.color)
        #expect(projects.last?.children?.map(\.id?.rawValue) == [sandbox.user.rawValue])
        let sets = try await groups([.tag])
        #expect(Set(sets.map { $0.ids?.count }) == [0, 1, 2])
        #expect(sets.first { $0.ids?.count == 2 }?.id == nil && sets.first { $0.ids?.count == 1 }?.id?.rawValue == tags[0].rawValue)
        #expect(try await groups([.date]).map(\.id) == ["2025-05-20"])
        #expect(try await groups([.week]).map(\.id) == ["2025-05-19"])
        #expect(try await groups([.month, .client]).map(\.id) == ["2025-05"])
        #expect(try await groups([.timeEntry]).map(\.name) == ["a", "b", "c"])
    }

    @Test("A weekly report has the days of each group and the days of all groups")
    func weekly() async throws {
        try await create("a", minutes: 30)
        let report = try await clockify.reports.weekly(
            in: sandbox.workspace,
            .init(days: "2025-05-19"..."2025-05-25", in: .gmt, weeklyFilter: .init(group: .user)))
        #expect(report.groupOne?.map(\.days) == [report.totalsByDay])
        #expect(report.totalsByDay?.map(\.date) == Array(CalendarDate("2025-05-19")..."2025-05-25"))
        #expect(report.totalsByDay?.map(\.duration) == [0, 1800, 0, 0, 0, 0, 0])
    }
}
