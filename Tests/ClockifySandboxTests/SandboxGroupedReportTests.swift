import ClockifyAPI
import HTTPTypes
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

@Suite("Summary, weekly and attendance reports of the sandbox")
struct SandboxGroupedReportTests {
    @Test(
        "Each group of a summary has its totals, and the totals of its subgroups add up",
        arguments: [
            "CLIENT", "PROJECT", "DATE", "WEEK", "MONTH", "TASK", "TIMEENTRY", "USER", "TAG", "USER_GROUP",
        ])
    func groups(kind: String) async throws {
        let fixture = try await ReportFixture()
        try await fixture.fill()
        let query = fixture.query(["summaryFilter": ["groups": [.string(kind), "PROJECT", "TIMEENTRY"]], "amounts": ["EARNED", "COST"]])
        let report = try #require(try await fixture.checked.report("summary", query).json)
        let groups = report.list("groupOne")
        func sum(_ groups: [JSONValue], _ name: String) -> Double { groups.compactMap { $0[name]?.doubleValue }.reduce(0, +) }
        #expect(!groups.isEmpty && sum(groups, "duration") == 16_200 && sum(groups, "amount") == 13_500)
        for group in groups {
            let children = group.list("children")
            #expect(sum(children, "duration") == group["duration"]?.doubleValue)
            #expect(sum(children.flatMap { $0.list("children") }, "amount") == group["amount"]?.doubleValue)
        }
        #expect(report["totals"]?[0]?["totalTime"] == 16_200)
    }

    @Test(
        "Groups are sorted by name, duration or amount",
        arguments: [
            ("GROUP", ["", "Aquarium, \"big\"", "Bakery"]), ("DURATION", ["", "Bakery", "Aquarium, \"big\""]),
            ("EARNED", ["", "Bakery", "Aquarium, \"big\""]), ("COST", ["", "Bakery", "Aquarium, \"big\""]),
        ])
    func sorting(column: String, expected: [String]) async throws {
        let fixture = try await ReportFixture()
        try await fixture.fill()
        for (order, names) in [("ASCENDING", expected), ("DESCENDING", expected.reversed())] {
            let query = fixture.query([
                "summaryFilter": ["groups": ["PROJECT"], "sortColumn": .string(column)], "sortOrder": .string(order),
            ])
            let report = try await fixture.checked.report("summary", query).json
            #expect(report?.list("groupOne").compactMap { $0["name"]?.stringValue } == names)
        }
    }

    @Test("The chart has a point for each day or project")
    func chart() async throws {
        let fixture = try await ReportFixture()
        try await fixture.fill()
        func points(_ type: String) async throws -> [JSONValue] {
            let query = fixture.query(["summaryFilter": ["groups": ["CLIENT"], "summaryChartType": .string(type)]])
            return try await fixture.checked.report("summary", query).json?.list("chart") ?? []
        }
        let days = try await points("BILLABILITY")
        #expect(days.map { $0["_id"] } == ["2025-05-19", "2025-05-20"] && days.map { $0["totalBillableTime"] } == [7200, 5400])
        #expect(try await points("PROJECT").map { $0["totalTime"] } == [3600, 7200, 5400])
    }

    @Test("Days and weeks are those of the request's time zone")
    func zone() async throws {
        let fixture = try await ReportFixture()
        try await fixture.entry("late", "2025-05-25T23:00:00Z")
        func ids(_ group: String, _ zone: String, _ weekStart: String = "MONDAY") async throws -> [JSONValue?] {
            let query: [String: JSONValue] = [
                "dateRangeStart": "2025-05-01T00:00:00Z", "dateRangeEnd": "2025-05-31T23:59:59Z", "timeZone": .string(zone),
                "weekStart": .string(weekStart), "summaryFilter": ["groups": [.string(group)]],
            ]
            return try await fixture.checked.report("summary", query).json?.list("groupOne").map { $0["_id"] } ?? []
        }
        #expect(try await ids("DATE", "UTC") == ["2025-05-25"])
        #expect(try await ids("DATE", "Europe/Belgrade") == ["2025-05-26"])
        #expect(try await ids("WEEK", "UTC") == ["2025-05-19"])
        #expect(try await ids("WEEK", "UTC", "SUNDAY") == ["2025-05-25"])
        #expect(try await ids("WEEK", "Europe/Belgrade") == ["2025-05-26"])
        let query = fixture.query(["timeZone": "Nowhere", "summaryFilter": [:]])
        let refused = try await fixture.checked.raw(.post, "/reports/summary", .object(query), prefix: "/report/v1")
        #expect(refused.code == 501 && refused.message.contains("[timeZone]"))
    }

    @Test("Durations are rounded as the workspace says")
    func rounding() {
        #expect(DurationRounding(["minutes": "15", "round": "Round up to"])?.seconds(60) == 900)
        #expect(DurationRounding(["minutes": 15, "round": "Round down to"])?.seconds(1799) == 900)
        #expect(DurationRounding(["minutes": "15", "round": "Round to nearest"])?.seconds(1350) == 1800)
        #expect(DurationRounding(["minutes": nil]) == nil && DurationRounding(nil) == nil)
    }

    @Test(
        "A weekly report has seven days, and any other range is refused",
        arguments: [
            ("2025-05-25T23:59:59Z", 200), ("2025-05-25T23:59:59.999Z", 200), ("2025-05-26T00:00:00Z", 200), ("2025-05-24T23:59:59Z", 400),
            ("2025-05-26T23:59:59Z", 400), ("2025-06-18T23:59:59Z", 400), ("2025-05-18T00:00:00Z", 400),
        ])
    func weekly(end: String, status: Int) async throws {
        let fixture = try await ReportFixture()
        try await fixture.fill()
        let query: JSONValue = [
            "dateRangeStart": "2025-05-19T00:00:00Z", "dateRangeEnd": .string(end),
            "weeklyFilter": ["group": "PROJECT", "subgroup": "TIME"],
        ]
        let answer = try await fixture.checked.raw(.post, "/reports/weekly", query, prefix: "/report/v1")
        #expect(answer.status == status)
        guard status == 200 else {
            #expect(answer.code == 501)
            return
        }
        let report = try await fixture.checked.send(.post, "/reports/weekly", query, prefix: "/report/v1").json
        #expect(report?.list("totalsByDay").map { $0["duration"] } == [7200, 9000, 0, 0, 0, 0, 0])
        #expect(report?.list("groupOne").map { $0["name"] } == ["", "Aquarium, \"big\"", "Bakery"])
        #expect(report?["groupOne"]?[1]?["days"]?[0] == ["date": "2025-05-19", "duration": 7200, "amount": 12_000])
    }

    @Test("A weekly report by user names the users without time")
    func usersWithoutTime() async throws {
        let fixture = try await ReportFixture()
        let query = fixture.query(["weeklyFilter": ["group": "USER"]])
        var report = try await fixture.checked.report("weekly", query).json
        #expect(report?.list("usersWithoutTime").map { $0["_id"] } == [.string(fixture.user)] && report?.list("groupOne") == [])
        try await fixture.fill()
        report = try await fixture.checked.report("weekly", query).json
        #expect(report?.list("usersWithoutTime") == [] && report?.list("groupOne").count == 1)
    }

    @Test("Attendance has a row for each day, with breaks, capacity and overtime")
    func attendance() async throws {
        let fixture = try await ReportFixture()
        try await fixture.entry("a", "2025-05-19T08:00:00Z", hours: 5)
        try await fixture.entry("lunch", "2025-05-19T13:00:00Z", hours: 0.5, billable: false, type: "BREAK")
        try await fixture.entry("b", "2025-05-19T13:30:00Z", hours: 4.5)
        try await fixture.entry("c", "2025-05-24T10:00:00Z", hours: 1)
        func rows(_ filter: [String: JSONValue] = [:], _ members: [String: JSONValue] = [:]) async throws -> [JSONValue] {
            let query = fixture.query(["attendanceFilter": .object(filter)]).merging(members) { $1 }
            return try await fixture.checked.report("attendance", query).json?.list("entities") ?? []
        }
        let all = try await rows()
        #expect(all.map { $0["date"] } == ["2025-05-19", "2025-05-24"] && all.map { $0["userName"] } == ["John Doe", "John Doe"])
        #expect(all[0]["startTime"] == "08:00" && all[0]["endTime"] == "18:00" && all[0]["break"] == 1800)
        #expect(all[0]["totalDuration"] == 34_200 && all[0]["capacity"] == 25_200 && all[0]["overtime"] == 9000)
        #expect(all[1]["capacity"] == 0 && all[1]["overtime"] == 3600 && all[1]["remainingCapacity"] == 0)
        // Hours times 100.
        func comparison(_ type: String, _ value: String) -> JSONValue { [["filtrationType": .string(type), "value": .string(value)]] }
        #expect(try await rows(["breakFilters": comparison("EXACTLY", "50")]).count == 1)
        #expect(try await rows(["workFilters": comparison("LARGER_THAN", "950")]).count == 0)
        #expect(try await rows(["overtimeFilters": comparison("SMALLER_THAN", "150")]).map { $0["date"] } == ["2025-05-24"])
        #expect(try await rows(["startFilters": comparison("LARGER_THAN", "09:00")]).map { $0["date"] } == ["2025-05-24"])
        #expect(try await rows(["endFilters": comparison("EXACTLY", "18:00")]).map { $0["date"] } == ["2025-05-19"])
        #expect(try await rows(["hasTimeOff": true]).isEmpty)
        #expect(try await rows(["sortColumn": "WORK"]).map { $0["date"] } == ["2025-05-24", "2025-05-19"])
        #expect(try await rows(["page": 2, "pageSize": 1]).map { $0["date"] } == ["2025-05-24"])
        #expect(try await rows([:], ["timeZone": "Asia/Tokyo"])[0]["startTime"] == "17:00")
    }
}
