import ClockifyAPI
import HTTPTypes
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

@Suite("Amounts and filters of the sandbox's reports")
struct SandboxReportAmountTests {
    private func detailed(_ fixture: ReportFixture, _ members: [String: JSONValue] = [:]) async throws -> JSONValue {
        let query = fixture.query(["detailedFilter": ["sortColumn": "DATE"], "sortOrder": "ASCENDING"]).merging(members) { $1 }
        return try #require(try await fixture.checked.report("detailed", query).json)
    }

    private func descriptions(_ fixture: ReportFixture, _ members: [String: JSONValue]) async throws -> [String] {
        try await detailed(fixture, members).list("timeentries").compactMap { $0["description"]?.stringValue }
    }

    @Test("Amounts come from the rates of the project's user, and else of the workspace; only billable time earns")
    func amounts() async throws {
        let fixture = try await ReportFixture()
        try await fixture.fill()
        let report = try await detailed(fixture, ["amounts": ["EARNED", "COST", "PROFIT"]])
        let rows = report.list("timeentries")
        #expect(rows.map { $0["rate"] } == [6000, 1000, 0] && rows.map { $0["amount"] } == [12_000, 1500, 0])
        #expect(rows.map { $0["amounts"]?[1]?["value"] } == [4000, 750, 500])
        let totals = report["totals"]?[0]
        #expect(totals?["totalTime"] == 16_200 && totals?["totalBillableTime"] == 12_600 && totals?["entriesCount"] == 3)
        #expect(
            totals?["amounts"] == [
                ["type": "EARNED", "value": 13_500], ["type": "COST", "value": 5250], ["type": "PROFIT", "value": 8250],
            ])
        let cost = try await detailed(fixture, ["amountShown": "COST"])
        #expect(cost["totals"]?[0]?["totalAmount"] == 5250 && cost["timeentries"]?[0]?["amount"] == 4000)
        let hidden = try await detailed(fixture, ["amountShown": "HIDE_AMOUNT"])
        #expect(hidden["totals"]?[0]?["amounts"] == [] && hidden["timeentries"]?[0]?["amount"] == nil)
        #expect(try await detailed(fixture, ["detailedFilter": ["options": ["totals": "EXCLUDE"]]])["totals"] == [])
    }

    @Test("The most specific rate is in force: task, user in the project, project, user, workspace")
    func rates() async throws {
        let fixture = try await ReportFixture()
        try await fixture.entry("x", "2025-05-19T08:00:00Z", project: fixture.site, task: fixture.task)
        try await fixture.entry("y", "2025-05-19T09:00:00Z", project: fixture.other)
        func amounts() async throws -> [JSONValue?] { try await detailed(fixture).list("timeentries").map { $0["amount"] } }
        #expect(try await amounts() == [6000, 1000])
        try await fixture.set("/users/\(fixture.user)/hourly-rate", 2000)
        #expect(try await amounts() == [6000, 2000])
        _ = try await fixture.checked.raw(.put, "/projects/\(fixture.other)", ["name": "Bakery", "hourlyRate": ["amount": 3000]])
        #expect(try await amounts() == [6000, 3000])
        try await fixture.set("/projects/\(fixture.other)/users/\(fixture.user)/hourly-rate", 4000)
        try await fixture.set("/projects/\(fixture.site)/tasks/\(fixture.task)/hourly-rate", 7000)
        #expect(try await amounts() == [7000, 4000])
    }

    @Test("Entries are filtered by what they refer to")
    func references() async throws {
        let fixture = try await ReportFixture()
        try await fixture.fill()
        func names(_ filter: String, _ value: JSONValue) async throws -> [String] { try await descriptions(fixture, [filter: value]) }
        func one(_ id: String, _ contains: JSONValue = "CONTAINS") -> JSONValue { ["ids": [.string(id)], "contains": contains] }
        #expect(try await names("projects", one(fixture.site)) == ["glass"])
        #expect(try await names("projects", one(fixture.site, "DOES_NOT_CONTAIN")) == ["dough", "tea"])
        #expect(try await names("clients", one(fixture.client)) == ["glass"])
        #expect(try await names("tasks", one(fixture.task)) == ["glass"])
        #expect(try await names("tags", one(fixture.tag)) == ["glass"])
        #expect(try await names("tags", ["ids": [.string(fixture.tag)], "containedInTimeentry": "DOES_NOT_CONTAIN"]) == ["dough", "tea"])
        #expect(try await names("users", one(fixture.user)) == ["glass", "dough", "tea"])
        #expect(try await names("users", one("nobody")) == [])
        #expect(try await names("users", ["status": "PENDING"]) == [])
        #expect(try await names("currency", one("other")) == [])
        let group = try await fixture.checked.create("/user-groups", ["name": "Team"])
        #expect(try await names("userGroups", one(group)) == [])
        _ = try await fixture.checked.raw(.post, "/user-groups/\(group)/users", ["userId": .string(fixture.user)])
        #expect(try await names("userGroups", one(group)).count == 3)
        _ = try await fixture.checked.raw(.put, "/projects/\(fixture.other)", ["name": "Bakery", "archived": true])
        #expect(try await names("projects", ["status": "ACTIVE"]) == ["glass", "tea"])
        #expect(try await names("archived", true) == ["dough", "tea"])
    }

    @Test("Entries are filtered by description, billability, duration and invoicing")
    func states() async throws {
        let fixture = try await ReportFixture()
        try await fixture.fill()
        try await fixture.entry("", "2025-05-21T08:00:00Z")
        #expect(try await descriptions(fixture, ["description": "GLA"]) == ["glass"])
        #expect(try await descriptions(fixture, ["withoutDescription": true]) == [""])
        #expect(try await descriptions(fixture, ["billable": false]) == ["tea"])
        #expect(try await descriptions(fixture, ["detailedFilter": ["auditFilter": ["withoutProject": true]]]) == ["tea", ""])
        #expect(try await descriptions(fixture, ["detailedFilter": ["auditFilter": ["duration": 5000]]]) == ["glass", "dough"])
        #expect(try await descriptions(fixture, ["approvalState": "APPROVED"]) == [])
        #expect(try await descriptions(fixture, ["approvalState": "UNAPPROVED"]).count == 4)

        let id = try #require(try await detailed(fixture)["timeentries"]?[0]?["_id"]?.stringValue)
        #expect(try await descriptions(fixture, ["invoicingState": "INVOICED"]) == [])
        let invoiced: JSONValue = ["timeEntryIds": [.string(id)], "invoiced": true]
        try await fixture.checked.send(.patch, "/time-entries/invoiced", invoiced)
        #expect(try await descriptions(fixture, ["invoicingState": "INVOICED"]) == ["glass"])
        #expect(try await descriptions(fixture, ["invoicingState": "UNINVOICED"]) == ["dough", "tea", ""])
        #expect(try await detailed(fixture)["timeentries"]?[0]?["invoicingInfo"] == ["manuallyInvoiced": true])
        try await fixture.checked.send(.patch, "/time-entries/invoiced", ["timeEntryIds": [.string(id)], "invoiced": false])
        #expect(try await descriptions(fixture, ["invoicingState": "INVOICED"]) == [])
    }

    @Test(
        "Rows are sorted and come in pages, in every column",
        arguments: [
            ("DESCRIPTION", ["dough", "glass", "tea"]), ("DURATION", ["tea", "dough", "glass"]), ("DATE", ["glass", "dough", "tea"]),
            ("ID", ["glass", "dough", "tea"]), ("USER_DATE", ["glass", "dough", "tea"]),
        ])
    func sorting(column: String, expected: [String]) async throws {
        let fixture = try await ReportFixture()
        try await fixture.fill()
        func rows(_ order: String, page: Int64, size: Int64) async throws -> [String] {
            let filter: JSONValue = ["sortColumn": .string(column), "page": .integer(page), "pageSize": .integer(size)]
            return try await descriptions(fixture, ["sortOrder": .string(order), "detailedFilter": filter])
        }
        #expect(try await rows("ASCENDING", page: 1, size: 50) == expected)
        #expect(try await rows("DESCENDING", page: 1, size: 50) == expected.reversed())
        #expect(try await rows("ASCENDING", page: 2, size: 2) == [expected[2]])
        #expect(try await rows("ASCENDING", page: 3, size: 2) == [])
    }

    @Test("Custom fields are compared by their type")
    func customFields() async throws {
        let fixture = try await ReportFixture()
        for (name, value) in [("five", 5), ("nine", 9)] as [(String, JSONValue)] {
            _ = try await fixture.checked.create(
                "/time-entries",
                [
                    "start": "2025-05-19T08:00:00Z", "end": "2025-05-19T09:00:00Z", "description": .string(name),
                    "customFields": [["customFieldId": "f", "value": value]],
                ])
        }
        func names(_ condition: [String: JSONValue]) async throws -> [String] {
            let field = condition.merging(["id": "f"]) { $1 }
            return try await descriptions(fixture, ["customFields": [.object(field)], "sortOrder": "ASCENDING"])
        }
        #expect(try await names(["type": "NUMBER", "value": 5, "numberCondition": "GREATER_THAN"]) == ["nine"])
        #expect(try await names(["type": "NUMBER", "value": 9, "numberCondition": "LESS_THAN"]) == ["five"])
        #expect(try await names(["type": "NUMBER", "value": 9, "numberCondition": "EQUAL"]) == ["nine"])
        #expect(try await names(["isEmpty": true]) == [])
    }
}
