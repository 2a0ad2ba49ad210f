import ClockifyAPI
import ClockifySandbox
import Foundation
import SandboxTestSupport
import Testing

/// Lists and reports for the days of a time zone, across both changes of its clocks.
@Suite("Days in time zones of the sandbox")
struct SandboxTimeZoneTests {
    private let sandbox = ClockifySandbox()
    private var clockify: Clockify { sandbox.client }
    private var workspace: Clockify.WorkspaceID { sandbox.workspace }

    /// Days between which clocks change: forward and back in the north, back and forward in the south. Tokyo's clocks never change.
    struct Days: Sendable, CustomTestStringConvertible {
        let zone: String
        let first: CalendarDate
        let last: CalendarDate

        var range: ClosedRange<CalendarDate> { first...last }
        var testDescription: String { "\(zone) \(first)...\(last)" }

        static let all = ["Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Tokyo", "Asia/Beirut"].flatMap { zone in
            [
                Days(zone: zone, first: "2026-01-01", last: "2026-03-31"), Days(zone: zone, first: "2026-10-01", last: "2026-12-31"),
                // Ends or starts on a day on which clocks change somewhere.
                Days(zone: zone, first: "2026-03-08", last: "2026-03-29"), Days(zone: zone, first: "2026-10-25", last: "2026-11-01"),
                Days(zone: zone, first: "2026-04-05", last: "2026-10-04"),
            ]
        }
    }

    /// Adds an entry in each of the last and first seconds around the days, and one at noon of each day.
    private func addEntries(around days: Days, in zone: TimeZone, by user: Clockify.UserID) throws {
        let interval = days.range.interval(in: zone)
        var moments = [
            "before": interval.lowerBound - 1, "first": interval.lowerBound, "last": interval.upperBound - 1, "after": interval.upperBound,
        ]
        for day in days.range { moments["\(day)"] = day.at(12, in: zone) }
        try sandbox.add(
            moments.sorted { $0.key < $1.key }.map { id, start in
                Clockify.TimeEntry(id: .init(rawValue: id), timeInterval: .init(start: start, end: start + 1), type: .regular, userId: user)
            })
    }

    private func expected(_ days: Days) -> Set<String> { Set(["first", "last"] + days.range.map(\.description)) }

    @Test("A list has exactly the entries of the days on the clock of the account", arguments: Days.all)
    func list(days: Days) async throws {
        let zone = try #require(TimeZone(identifier: days.zone))
        sandbox.timeZone = zone
        try addEntries(around: days, in: zone, by: sandbox.user)
        let entries = try await clockify.timeEntries.all(in: workspace, user: sandbox.user, days: days.range).collect()
        #expect(Set(entries.map(\.id.rawValue)) == expected(days))
        let page = try await clockify.timeEntries.list(in: workspace, user: sandbox.user, days: days.first...days.first)
        #expect(Set(page.map(\.id.rawValue)) == ["first", days.first.description])
        // The same bounds as moments on the clock of the account.
        let interval = days.range.interval(in: zone)
        let same = try await clockify.timeEntries.all(
            in: workspace, user: sandbox.user, start: WallClockTime(interval.lowerBound, in: zone),
            end: WallClockTime(interval.upperBound - 1, in: zone)
        ).collect()
        #expect(Set(same.map(\.id)) == Set(entries.map(\.id)))
    }

    @Test("A report has exactly the entries of the days in its time zone, whatever the account's is", arguments: Days.all)
    func report(days: Days) async throws {
        let zone = try #require(TimeZone(identifier: days.zone))
        sandbox.timeZone = try #require(TimeZone(identifier: "Pacific/Auckland"))
        try addEntries(around: days, in: zone, by: sandbox.user)
        let query = Clockify.DetailedReportQuery(days: days.range, in: zone, detailedFilter: .init(pageSize: 200))
        let rows = try await clockify.reports.allDetailed(in: workspace, query).collect()
        #expect(Set(rows.map(\.id.rawValue)) == expected(days))
        for row in rows {
            let interval = try #require(row.timeInterval)
            let start = try #require(interval.start)
            // The timestamp has the zone's offset and is the same moment; the clock of the zone shows the same day.
            #expect(interval.zonedStart == WallClockTime(start, in: zone) && interval.offStart == zone.secondsFromGMT(for: start))
            if let day = CalendarDate(row.id.rawValue) { #expect(interval.zonedStart == day.at(12)) }
        }
        let summary = try await clockify.reports.summary(
            in: workspace, .init(days: days.range, in: zone, summaryFilter: .init(groups: [.date])))
        #expect(summary.totals?.first?.entriesCount == rows.count)
        #expect(Set(summary.groupOne?.compactMap(\.id?.rawValue) ?? []) == Set(days.range.map(\.description)))
        let attendance = try await clockify.reports.attendance(
            in: workspace, .init(days: days.range, in: zone, attendanceFilter: .init(pageSize: 200)))
        let attended = Set(attendance.entities?.compactMap(\.date) ?? [])
        #expect(attended == Set(days.range))
    }

    @Test(
        "A weekly report has the seven days of a week in which clocks change",
        arguments: ["Europe/Berlin", "America/New_York", "Asia/Tokyo"])
    func weekly(name: String) async throws {
        let zone = try #require(TimeZone(identifier: name))
        for first in ["2026-03-02", "2026-03-23", "2026-10-19", "2026-10-26"] as [CalendarDate] {
            let sandbox = ClockifySandbox()
            let week = first...first.advanced(by: 6)
            for day in week {
                try sandbox.add(
                    Clockify.TimeEntry(
                        id: .init(rawValue: "\(day)"), timeInterval: .init(start: day.start(in: zone), end: day.start(in: zone) + 60),
                        type: .regular, userId: sandbox.user))
            }
            let report = try await sandbox.client.reports.weekly(
                in: sandbox.workspace, .init(days: week, in: zone, weeklyFilter: .init(group: .user)))
            #expect(report.totalsByDay?.map(\.date) == Array(week))
            #expect(report.totalsByDay?.map(\.duration) == Array(repeating: 60, count: 7))
        }
    }

    @Test("An expense is reported with its day, with the offset of the report's time zone")
    func expenses() async throws {
        let category = try sandbox.add(Clockify.ExpenseCategory(id: "x1", name: "Travel"))
        for day in ["2026-03-28", "2026-03-29", "2026-03-30", "2026-03-31", "2026-04-01"] as [CalendarDate] {
            try sandbox.add(
                Clockify.Expense(
                    id: .init(rawValue: "\(day)"), categoryId: category.id, date: day, quantity: 1, total: 1.00, userId: sandbox.user))
        }
        for name in ["Europe/Berlin", "America/New_York", "Asia/Tokyo", "UTC"] {
            let zone = try #require(TimeZone(identifier: name))
            let report = try await clockify.reports.expenses(in: workspace, .init(days: "2026-03-29"..."2026-03-31", in: zone))
            #expect(Set(report.expenses?.compactMap(\.date?.day) ?? []) == ["2026-03-29", "2026-03-30", "2026-03-31"], "\(name)")
        }
        let raw = try await sandbox.raw(
            .post, sandbox.workspacePath + "/reports/expenses/detailed",
            json: #"{"dateRangeStart": "2026-03-29T00:00:00Z", "dateRangeEnd": "2026-03-30T23:59:59Z", "timeZone": "Europe/Berlin"}"#,
            prefix: "/report/v1")
        #expect(
            Set(raw.json?["expenses"]?.arrayValue?.compactMap { $0["date"]?.stringValue } ?? []) == [
                "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00",
            ], "\(raw.message)")
    }

    @Test("A shared report reads its days in the time zone of its filter")
    func sharedReport() async throws {
        let zone = try #require(TimeZone(identifier: "America/New_York"))
        let days = Days(zone: zone.identifier, first: "2026-03-01", last: "2026-03-31")
        try addEntries(around: days, in: zone, by: sandbox.user)
        let shared = try await clockify.sharedReports.create(
            in: workspace,
            .init(
                name: "Days", filter: .init(days: "2025-01-01"..."2025-01-02", in: zone, detailedFilter: .init(pageSize: 200)),
                type: .detailed))
        guard case .detailedReport(let report) = try await clockify.sharedReports.get(shared.id, days: days.range, pageSize: 200) else {
            Issue.record("The shared report is not a detailed report.")
            return
        }
        #expect(Set(report.timeEntries?.map(\.id.rawValue) ?? []) == expected(days))
    }

    @Test("The week before a time is that of the account's clock")
    func weekBefore() async throws {
        let zone = try #require(TimeZone(identifier: "Europe/Berlin"))
        sandbox.timeZone = zone
        let project = try #require(try await clockify.projects.list(in: workspace).first?.id)
        // Clocks change within the week, so that it has an hour less.
        let starts = ["2026-03-23T05:59:59", "2026-03-23T06:00:00", "2026-03-30T06:00:00", "2026-03-30T06:00:01"] as [WallClockTime]
        for time in starts {
            let start = time.date(in: zone)
            try sandbox.add(
                Clockify.TimeEntry(
                    id: .init(rawValue: "\(time)"), timeInterval: .init(start: start, end: start + 1), type: .regular, projectId: project,
                    userId: sandbox.user))
        }
        let entries = try await clockify.timeEntries.list(in: workspace, user: sandbox.user, weekBefore: "2026-03-30T06:00:00")
        #expect(Set(entries.map(\.id.rawValue)) == ["2026-03-23T06:00:00", "2026-03-30T06:00:00"])
    }

    @Test("The account's zone is that of the caller, also for the entries of another user")
    func otherUser() async throws {
        let tokyo = try #require(TimeZone(identifier: "Asia/Tokyo"))
        let anna = try sandbox.add(
            Clockify.User(activeWorkspace: workspace, defaultWorkspace: workspace, id: "u2", name: "Anna", settings: .init(timeZone: "UTC"))
        )
        sandbox.timeZone = tokyo
        try addEntries(around: .init(zone: "Asia/Tokyo", first: "2026-03-31", last: "2026-03-31"), in: tokyo, by: anna.id)
        let entries = try await clockify.timeEntries.list(in: workspace, user: anna.id, days: "2026-03-31"..."2026-03-31")
        #expect(Set(entries.map(\.id.rawValue)) == ["first", "2026-03-31", "last"])
    }

    @Test("Time zones of users are set in Swift and over HTTP, and are part of the saved state")
    func setting() async throws {
        #expect(sandbox.timeZone.identifier == "UTC" || sandbox.timeZone == .gmt)
        #expect(try await sandbox.raw(.get, "/_sandbox/time-zone", prefix: "").json == ["timeZone": .string(sandbox.timeZone.identifier)])
        let set = try await sandbox.raw(.put, "/_sandbox/time-zone", json: #"{"timeZone": "Europe/Berlin"}"#, prefix: "")
        #expect(set.status == 200 && sandbox.timeZone.identifier == "Europe/Berlin")
        #expect(try await clockify.users.me().timeZone?.identifier == "Europe/Berlin")
        let anna = try sandbox.add(Clockify.User(activeWorkspace: workspace, defaultWorkspace: workspace, id: "u2", name: "Anna"))
        try sandbox.setTimeZone(try #require(TimeZone(identifier: "Asia/Tokyo")), of: anna.id)
        let zones = Dictionary(
            uniqueKeysWithValues: try await clockify.users.all(in: workspace).collect().map { ($0.id, $0.timeZone?.identifier) })
        #expect(zones == [sandbox.user: "Europe/Berlin", "u2": "Asia/Tokyo"])
        let copy = ClockifySandbox()
        try copy.loadState(from: try sandbox.savedState())
        #expect(copy.timeZone.identifier == "Europe/Berlin")
        #expect(throws: SandboxEntityProblem.self) { try sandbox.setTimeZone(.gmt, of: "nobody") }
        for body in ["{}", #"{"timeZone": "Nowhere"}"#, #"{"timeZone": "UTC", "userId": "nobody"}"#, #"{"zone": "UTC"}"#] {
            #expect(try await sandbox.raw(.put, "/_sandbox/time-zone", json: body, prefix: "").status == 400, "\(body)")
        }
        sandbox.reset()
        #expect(sandbox.timeZone == copy.timeZone || sandbox.timeZone.secondsFromGMT() == 0)
    }
}
