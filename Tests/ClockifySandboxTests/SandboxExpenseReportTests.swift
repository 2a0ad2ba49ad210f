import ClockifyAPI
import HTTPTypes
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

@Suite("Expense reports and shared reports of the sandbox")
struct SandboxExpenseReportTests {
    private func expense(
        _ fixture: ReportFixture, _ category: String, _ amount: String, day: String, project: String, notes: String = "",
        billable: Bool = true
    ) async throws {
        var form = TestForm([
            "amount": amount, "categoryId": category, "date": "2025-05-\(day)T00:00:00Z", "projectId": project, "userId": fixture.user,
            "notes": notes, "billable": "\(billable)",
        ])
        form.add("name=\"file\"; filename=\"\(notes).txt\"", type: "text/plain", Array(notes.utf8))
        try await fixture.checked.send(.post, "/expenses", form: form)
    }

    private func filled() async throws -> (fixture: ReportFixture, meals: String) {
        let fixture = try await ReportFixture()
        let meals = try await fixture.checked.create("/expenses/categories", ["name": "Meals"])
        let travel = try await fixture.checked.create("/expenses/categories", ["name": "Travel"])
        try await expense(fixture, travel, "10", day: "19", project: fixture.site, notes: "Bus")
        try await expense(fixture, meals, "20.5", day: "20", project: fixture.other, notes: "Lunch", billable: false)
        try await expense(fixture, meals, "5", day: "30", project: fixture.other, notes: "Late")
        return (fixture, meals)
    }

    @Test("An expense report has rows and totals in minor units, filtered, sorted and in pages")
    func report() async throws {
        let (fixture, meals) = try await filled()
        func report(_ members: [String: JSONValue] = [:]) async throws -> JSONValue {
            try #require(try await fixture.checked.report("expenses/detailed", fixture.query(members)).json)
        }
        func notes(_ members: [String: JSONValue]) async throws -> [String] {
            try await report(members).list("expenses").compactMap { $0["notes"]?.stringValue }
        }
        let all = try await report()
        #expect(all["totals"] == ["expensesCount": 2, "totalAmount": 3050, "totalAmountBillable": 1000])
        let row = all["expenses"]?[0]
        #expect(row?["notes"] == "Lunch" && row?["amount"] == 2050 && row?["categoryName"] == "Meals" && row?["fileName"] == "Lunch.txt")
        #expect(row?["projectName"] == "Bakery" && row?["userName"] == "John Doe" && row?["date"] == "2025-05-20T00:00:00Z")

        #expect(try await notes(["billable": true]) == ["Bus"])
        #expect(try await notes(["categories": ["ids": [.string(meals)]]]) == ["Lunch"])
        #expect(try await notes(["categories": ["ids": [.string(meals)], "contains": "DOES_NOT_CONTAIN"]]) == ["Bus"])
        #expect(try await notes(["clients": ["ids": [.string(fixture.client)]]]) == ["Bus"])
        #expect(try await notes(["projects": ["ids": [.string(fixture.other)]]]) == ["Lunch"])
        #expect(try await notes(["note": "BU"]) == ["Bus"])
        #expect(try await notes(["withoutNote": true]) == [])
        #expect(try await notes(["users": ["ids": ["nobody"]]]) == [])
        #expect(try await notes(["invoicingState": "INVOICED"]) == [])
        #expect(try await notes(["sortColumn": "CATEGORY", "sortOrder": "DESCENDING"]) == ["Bus", "Lunch"])
        #expect(try await notes(["sortColumn": "AMOUNT", "sortOrder": "ASCENDING", "page": 2, "pageSize": 1]) == ["Lunch"])
    }

    @Test("A ZIP of an expense report has its rows and the receipts")
    func archive() async throws {
        let (fixture, _) = try await filled()
        let answer = try await fixture.checked.report("expenses/detailed", fixture.query(["exportType": "ZIP"]))
        let entries = try ZIPReader.entries(of: answer.body)
        #expect(entries.map(\.name) == ["Clockify_Report.pdf", "Clockify_Report.csv", "receipts/1-Lunch.txt", "receipts/2-Bus.txt"])
        #expect(entries[2].bytes == Array("Lunch".utf8))
    }

    @Test("A shared report is a stored filter, listed without it, changed and deleted")
    func sharedLife() async throws {
        let fixture = try await ReportFixture()
        let filter: JSONValue = .object(ReportFixture.week.merging(["summaryFilter": ["groups": ["PROJECT"]]]) { $1 })
        let body: JSONValue = [
            "name": "Weekly", "filter": .object((filter.objectValue ?? [:]).merging(["userCustomFields": []]) { $1 }), "isPublic": true,
            "type": "SUMMARY", "visibleToUsers": [.string(fixture.user)], "userId": "someone",
        ]
        let created = try await fixture.checked.send(.post, "/shared-reports", body, prefix: "/report/v1").json
        let id = try #require(created?["id"]?.stringValue)
        #expect(created?["name"] == "Weekly" && created?["filter"] == filter && created?["userId"] == .string(fixture.user))
        func list(_ query: String = "") async throws -> JSONValue? {
            try await fixture.checked.send(.get, "/shared-reports\(query)", prefix: "/report/v1").json
        }
        let row = try await list()?["reports"]?[0]
        #expect(row?["filter"] == nil && row?["reportAuthor"] == "John Doe" && row?["isPublic"] == true)
        #expect(row?["visibleToUsers"] == [["id": .string(fixture.user), "name": "John Doe"]])
        #expect(try await list("?sharedReportsFilter=CREATED_BY_ME")?["count"] == 1)
        #expect(try await list("?sharedReportsFilter=ALL_ADMIN")?["count"] == 1)
        #expect(try await list("?sharedReportsFilter=SHARED_WITH_ME")?["count"] == 0)
        #expect(try await list("?page=2")?["reports"] == [])
        let changed = try await fixture.checked.send(.put, "/shared-reports/\(id)", ["name": "New"], prefix: "/report/v1").json
        #expect(changed?["name"] == "New" && changed?["isPublic"] == true && changed?["filter"] == filter)
        #expect(try await fixture.checked.send(.delete, "/shared-reports/\(id)", prefix: "/report/v1").body.isEmpty)
        #expect(try await list()?["count"] == 0)
        let gone = try await fixture.checked.sandbox.raw(.get, "/shared-reports/\(id)", prefix: "/report/v1")
        #expect(gone.status == 400 && gone.message == "Shared report doesn't belong to Workspace")
    }

    @Test(
        "A shared report renders what its type says, in the format that is asked for",
        arguments: [
            ("SUMMARY", "groupOne"), ("DETAILED", "timeentries"), ("WEEKLY", "totalsByDay"), ("ATTENDANCE", "entities"),
            ("EXPENSE_DETAILED", "expenses"),
        ])
    func rendered(type: String, member: String) async throws {
        let (fixture, _) = try await filled()
        try await fixture.fill()
        let filter = ReportFixture.week.merging([
            "summaryFilter": ["groups": ["PROJECT"]], "detailedFilter": ["pageSize": 2], "weeklyFilter": ["group": "USER"],
        ]) { $1 }
        let body: JSONValue = ["name": "x", "filter": .object(filter), "type": .string(type), "fixedDate": true]
        let created = try await fixture.checked.send(.post, "/shared-reports", body, prefix: "/report/v1").json
        let id = try #require(created?["id"]?.stringValue)
        func get(_ query: String = "") async throws -> RawAnswer {
            try await fixture.checked.sandbox.raw(.get, "/shared-reports/\(id)\(query)", prefix: "/report/v1")
        }
        let answer = try await get("?dateRangeStart=2020-01-01T00:00:00Z&dateRangeEnd=2020-01-08T00:00:00Z")
        let catalog = try Catalog.shared.get()
        let schema = try #require(catalog.operations.first { $0.id == "generateSharedReportV1" }?.success?.content.first?.schema)
        #expect(SchemaCheck(schemas: catalog.schemas).problems(of: try #require(answer.json), by: schema).isEmpty)
        // Its dates are fixed, so that those of the request have no effect.
        #expect(answer.json?.list(member).isEmpty == false && answer.json?["filters"]?["dateRangeStart"] == "2025-05-19T00:00:00Z")
        if type == "DETAILED" {
            #expect(answer.json?.list(member).count == 2)
            #expect(
                try await get("?page=2&pageSize=1&sortColumn=DESCRIPTION&sortOrder=ASCENDING").json?[member]?[0]?["description"] == "glass")
        }
        let file = try await get("?exportType=CSV")
        #expect(file.fields[.contentType] == "text/csv" && file.body.first == 0x22)
    }

    @Test("A shared report without a filter is saved without one, and shows the moment of the request")
    func withoutFilter() async throws {
        let fixture = try await ReportFixture()
        let created = try await fixture.checked.send(.post, "/shared-reports", [:], prefix: "/report/v1").json
        let id = try #require(created?["id"]?.stringValue)
        #expect(created?["filter"] == nil && created?["name"] == "" && created?["type"] == "SUMMARY")
        let answer = try await fixture.checked.sandbox.raw(.get, "/shared-reports/\(id)", prefix: "/report/v1")
        #expect(answer.status == 200 && answer.json?["totals"] == [nil])
    }

    @Test("A shared report without fixed dates moves with time, or to the dates of the request")
    func moving() async throws {
        let fixture = try await ReportFixture()
        try await fixture.fill()
        let filter = ReportFixture.week.merging(["dateRangeType": "LAST_WEEK", "summaryFilter": ["groups": ["DATE"]]]) { $1 }
        let body: JSONValue = ["name": "x", "filter": .object(filter), "type": "SUMMARY"]
        let created = try await fixture.checked.send(.post, "/shared-reports", body, prefix: "/report/v1").json
        let id = try #require(created?["id"]?.stringValue)
        func days(_ query: String = "") async throws -> [JSONValue?] {
            let answer = try await fixture.checked.sandbox.raw(.get, "/shared-reports/\(id)\(query)", prefix: "/report/v1")
            return answer.json?.list("groupOne").map { $0["_id"] } ?? []
        }
        #expect(try await days() == [])
        fixture.clock.date = try date("2025-05-28T12:00:00Z")
        #expect(try await days() == ["2025-05-19", "2025-05-20"])
        #expect(try await days("?dateRangeStart=2025-05-20T00:00:00Z&dateRangeEnd=2025-05-20T23:59:59.999Z") == ["2025-05-20"])
    }

    @Test(
        "A relative range ends a second before the next one starts",
        arguments: [
            ("TODAY", "2025-03-05T00:00:00Z", "2025-03-05T23:59:59Z"), ("YESTERDAY", "2025-03-04T00:00:00Z", "2025-03-04T23:59:59Z"),
            ("THIS_WEEK", "2025-03-03T00:00:00Z", "2025-03-09T23:59:59Z"), ("LAST_WEEK", "2025-02-24T00:00:00Z", "2025-03-02T23:59:59Z"),
            ("PAST_TWO_WEEKS", "2025-02-17T00:00:00Z", "2025-03-02T23:59:59Z"),
            ("THIS_MONTH", "2025-03-01T00:00:00Z", "2025-03-31T23:59:59Z"),
            ("LAST_MONTH", "2025-02-01T00:00:00Z", "2025-02-28T23:59:59Z"), ("THIS_YEAR", "2025-01-01T00:00:00Z", "2025-12-31T23:59:59Z"),
            ("LAST_YEAR", "2024-01-01T00:00:00Z", "2024-12-31T23:59:59Z"),
        ])
    func ranges(type: String, start: String, end: String) throws {
        let range = RelativeDateRange(type, now: try date("2025-03-05T15:00:00Z"), weekStart: WeekStart("MONDAY"))
        #expect(try range?.start == date(start))
        #expect(try range?.end == date(end))
        #expect(RelativeDateRange("ABSOLUTE", now: try date(start), weekStart: WeekStart(nil)) == nil)
    }
}
