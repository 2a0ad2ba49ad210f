import ClockifyAPI
import Foundation
import HTTPTypes
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

@Suite("Time off in the sandbox's attendance report")
struct SandboxDaysOffTests {
    private func timeOff(_ fixture: ReportFixture, _ members: [String: JSONValue] = [:]) async throws -> [String: JSONValue] {
        let query = fixture.query(["attendanceFilter": ["hasTimeOff": true]]).merging(members) { $1 }
        let rows = try await fixture.checked.report("attendance", query).json?.list("entities") ?? []
        return Dictionary(rows.map { ($0["date"]?.stringValue ?? "", $0["timeOff"] ?? .null) }) { first, _ in first }
    }

    private func policy(_ fixture: ReportFixture, _ name: String, _ unit: String, approval: Bool) async throws -> String {
        let members: JSONValue = [
            "name": .string(name), "approve": ["requiresApproval": .bool(approval)], "everyoneIncludingNew": true,
            "allowHalfDay": true, "allowNegativeBalance": true, "timeUnit": .string(unit),
        ]
        return "/time-off/policies/\(try await fixture.checked.create("/time-off/policies", members))/requests"
    }

    private func holiday(_ fixture: ReportFixture, _ start: String, _ end: String, annual: Bool = false) async throws {
        try await fixture.checked.send(
            .post, "/holidays",
            [
                "name": "Day", "datePeriod": ["startDate": .string(start), "endDate": .string(end)], "everyoneIncludingNew": true,
                "occursAnnually": .bool(annual),
            ])
    }

    @Test("A request counts once it is approved: whole and half days by the user's capacity, and hours as they are")
    func requests() async throws {
        let fixture = try await ReportFixture()
        let daily = try await policy(fixture, "Days", "DAYS", approval: true)
        let whole: JSONValue = ["timeOffPeriod": ["period": ["days": 2, "start": "2025-05-23"]]]
        let half: JSONValue = [
            "timeOffPeriod": ["isHalfDay": true, "halfDayPeriod": "FIRST_HALF", "period": ["days": 1, "start": "2025-05-21"]]
        ]
        var ids: [String] = []
        for request in [whole, half] { ids.append(try #require(try await fixture.checked.raw(.post, daily, request).json?.id)) }
        #expect(try await timeOff(fixture) == [:])
        for id in ids { _ = try await fixture.checked.raw(.patch, "\(daily)/\(id)", ["status": "APPROVED"]) }
        // The 24th is a Saturday.
        #expect(try await timeOff(fixture) == ["2025-05-21": 12_600, "2025-05-23": 25_200])

        let hourly = try await policy(fixture, "Hours", "HOURS", approval: false)
        let hours: JSONValue = ["timeOffPeriod": ["period": ["start": "2025-05-19T22:00:00Z", "end": "2025-05-20T01:30:00Z"]]]
        _ = try await fixture.checked.raw(.post, hourly, hours)
        #expect(try await timeOff(fixture, ["dateRangeEnd": "2025-05-20T23:59:59Z"]) == ["2025-05-19": 7200, "2025-05-20": 5400])
        #expect(try await timeOff(fixture, ["users": ["ids": ["nobody"]]]) == [:])
        #expect(try await timeOff(fixture, ["projects": ["ids": [.string(fixture.site)]]]) == [:])
    }

    @Test("Holidays count with the capacity of the user's profile, annual ones in every later year")
    func holidays() async throws {
        let fixture = try await ReportFixture()
        try await holiday(fixture, "2025-05-22", "2025-05-24")
        try await holiday(fixture, "2020-05-20", "2020-05-20", annual: true)
        try await holiday(fixture, "2020-05-21", "2020-05-21")
        try await holiday(fixture, "2026-05-19", "2026-05-19", annual: true)
        #expect(try await timeOff(fixture) == ["2025-05-20": 25_200, "2025-05-22": 25_200, "2025-05-23": 25_200])
        let profile: JSONValue = ["workCapacity": "PT8H", "workingDays": ["TUESDAY", "SATURDAY"]]
        try await fixture.checked.send(.patch, "/member-profile/\(fixture.user)", profile)
        #expect(try await timeOff(fixture) == ["2025-05-20": 28_800, "2025-05-24": 28_800])
    }

    @Test("A day with time off and entries is one row")
    func both() async throws {
        let fixture = try await ReportFixture()
        try await holiday(fixture, "2025-05-22", "2025-05-22")
        try await fixture.entry("work", "2025-05-22T08:00:00Z", hours: 2)
        let rows = try await fixture.checked.report("attendance", fixture.query(["attendanceFilter": [:]])).json?.list("entities")
        #expect(rows?.count == 1 && rows?.first?["timeOff"] == 25_200 && rows?.first?["totalDuration"] == 7200)
        #expect(rows?.first?["remainingCapacity"] == 0 && rows?.first?["startTime"] == "08:00")
    }

    @Test("A day on which clocks skip midnight begins later, and the days after it at midnight")
    func skippedMidnight() throws {
        let zone = try #require(TimeZone(identifier: "America/Santiago"))
        let calendar = LocalCalendar(zone)
        let first = try #require(calendar.start(ofDay: "2024-09-07"))
        let last = try #require(calendar.start(ofDay: "2024-09-10"))
        let hours = calendar.days(from: first, through: last).map { day in
            WallClockTime(day, in: zone).description
        }
        #expect(hours == ["2024-09-07T00:00:00", "2024-09-08T01:00:00", "2024-09-09T00:00:00", "2024-09-10T00:00:00"])
    }
}
