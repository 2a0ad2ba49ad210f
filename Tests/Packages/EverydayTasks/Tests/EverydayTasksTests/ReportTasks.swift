import ClockifyAPI
import ClockifySandbox
import Foundation
import Testing

@Suite("Reports")
struct ReportTasks {
    let office = Office()
    var clockify: Clockify { office.clockify }
    var workspace: Clockify.WorkspaceID { office.workspace }

    private func add(_ description: String, start: Date, hours: Double = 1, project: Clockify.ProjectID? = nil) async throws {
        try await clockify.timeEntries.create(
            in: workspace,
            .init(
                start: start, end: start.addingTimeInterval(hours * 3600), description: description, projectId: project, billable: true))
    }

    @Test("A quarter is reported by the days of Berlin, with all pages.")
    func quarter() async throws {
        let quarter: ClosedRange<CalendarDate> = "2026-01-01"..."2026-03-31"
        let moments = quarter.interval(in: berlin)
        try await add("before", start: moments.lowerBound.addingTimeInterval(-1))
        try await add("first", start: moments.lowerBound)
        for day in quarter.dropFirst().dropLast() { try await add("\(day)", start: day.start(in: berlin)) }
        try await add("last", start: moments.upperBound.addingTimeInterval(-1))
        try await add("after", start: moments.upperBound)

        let query = Clockify.DetailedReportQuery(days: quarter, in: berlin, detailedFilter: .init(pageSize: 25))
        let descriptions = Set(try await clockify.reports.allDetailed(in: workspace, query).collect().map(\.description))
        #expect(descriptions.count == 90 && descriptions.isSuperset(of: ["first", "last"]))
        #expect(descriptions.isDisjoint(with: ["before", "after"]))
        #expect(office.sandbox.requests.count { $0.operation == "generateDetailedReport" } == 4)
    }

    @Test("Hours and money are summed for each project.")
    func summary() async throws {
        let website = try await clockify.projects.create(
            in: workspace, .init(name: "Website", billable: true, hourlyRate: .init(amount: 50.00)))
        try await add("Build", start: try time("2026-03-02T09:00:00Z"), hours: 1.5, project: website.id)
        let march: ClosedRange<CalendarDate> = "2026-03-01"..."2026-03-31"
        let report = try await clockify.reports.summary(
            in: workspace, .init(days: march, in: .gmt, summaryFilter: .init(groups: [.project])))
        let group = try #require(report.groupOne?.first { $0.id == website.id })
        #expect(group.name == "Website" && group.duration == 5400)
        #expect(group.amount == 75.00 && group.amount?.rawValue == 7500)
    }

    @Test("A report is written to a file.")
    func export() async throws {
        try await add("Build", start: try time("2026-03-02T09:00:00Z"))
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).csv")
        defer { try? FileManager.default.removeItem(at: url) }
        let query = Clockify.DetailedReportQuery(days: "2026-03-01"..."2026-03-31", in: .gmt, detailedFilter: .init())
        try await clockify.reports.exportDetailed(in: workspace, query, as: .csv).write(to: url)
        #expect(try String(contentsOf: url, encoding: .utf8).contains("\"Build\""))
    }

    @Test("A report is shared, read by its identifier, and made private.")
    func shared() async throws {
        try await add("Build", start: try time("2026-03-02T09:00:00Z"))
        let shared = try await clockify.sharedReports.create(
            in: workspace,
            .init(
                name: "March",
                filter: .init(days: "2026-03-01"..."2026-03-31", in: .gmt, detailedFilter: .init(), exportType: .json),
                isPublic: true, type: .detailed))
        guard case .detailedReport(let report) = try await clockify.sharedReports.get(shared.id) else {
            Issue.record("The shared report is not a detailed report.")
            return
        }
        #expect(report.timeEntries?.map(\.description) == ["Build"])
        let after = try await clockify.sharedReports.edit(shared.id, in: workspace) { $0.isPublic = false }
        #expect(after.isPublic == false && after.name == "March")
    }
}
