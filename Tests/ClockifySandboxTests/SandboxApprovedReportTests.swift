import ClockifyAPI
import HTTPTypes
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

@Suite("What the sandbox's reports take from approval requests and custom fields of users")
struct SandboxApprovedReportTests {
    /// Submits the fixture's week for approval, and returns the path of the request.
    private func submit(_ fixture: ReportFixture) async throws -> String {
        let period: JSONValue = ["period": "WEEKLY", "periodStart": "2025-05-19T00:00:00Z"]
        let answer = try await fixture.checked.send(.post, "/approval-requests", period)
        return "/approval-requests/\(try #require(answer.json?["id"]?.stringValue))"
    }

    private func counts(_ fixture: ReportFixture, _ path: String, _ rows: String) async throws -> [Int] {
        var counts: [Int] = []
        for state in ["APPROVED", "UNAPPROVED", "ALL"] {
            let query = fixture.query(["approvalState": .string(state), "detailedFilter": [:]])
            counts.append(try await fixture.checked.report(path, query).json?.list(rows).count ?? -1)
        }
        return counts
    }

    @Test("A time entry counts as approved only while its request is approved")
    func entries() async throws {
        let fixture = try await ReportFixture()
        try await fixture.fill()
        let request = try await submit(fixture)
        #expect(try await counts(fixture, "detailed", "timeentries") == [0, 3, 3])
        try await fixture.checked.send(.patch, request, ["state": "APPROVED"])
        try await fixture.entry("late", "2025-05-22T08:00:00Z")
        #expect(try await counts(fixture, "detailed", "timeentries") == [3, 1, 4])
        try await fixture.checked.send(.patch, request, ["state": "WITHDRAWN_APPROVAL"])
        #expect(try await counts(fixture, "detailed", "timeentries") == [0, 4, 4])
    }

    @Test("A request collects and locks the expenses of its period, which count as approved while it is")
    func expenses() async throws {
        let fixture = try await ReportFixture()
        let category = try await fixture.checked.create("/expenses/categories", ["name": "Travel"])
        func form(_ day: String) -> TestForm {
            var form = TestForm([
                "amount": "12.5", "categoryId": category, "changeFields": "NOTES", "date": "\(day)T00:00:00Z", "notes": "Train",
                "projectId": fixture.site, "userId": fixture.user,
            ])
            form.add("name=\"file\"; filename=\"\"", [])
            return form
        }
        var ids: [String] = []
        for day in ["2025-05-19", "2025-05-25", "2025-05-26"] {
            ids.append(try #require(try await fixture.checked.send(.post, "/expenses", form: form(day)).json?["id"]?.stringValue))
        }
        let request = try await submit(fixture)
        let details = try await fixture.checked.send(.get, "/approval-requests").json?[0]
        #expect(details?.list("expenses").map { $0["id"] } == ids.prefix(2).map { .string($0) } && details?["expenseTotal"] == 2500)
        #expect(details?["expenses"]?[0]?["approvalStatus"] == "PENDING" && details?["expenses"]?[0]?["locked"] == true)
        #expect(try await fixture.checked.raw(.delete, "/expenses/\(ids[0])").message == "Expense is locked")
        #expect(try await fixture.checked.raw(.put, "/expenses/\(ids[0])", form: form("2025-05-19")).message == "Expense is locked")
        #expect(try await counts(fixture, "expenses/detailed", "expenses") == [0, 2, 2])

        try await fixture.checked.send(.patch, request, ["state": "APPROVED"])
        #expect(try await counts(fixture, "expenses/detailed", "expenses") == [2, 0, 2])
        try await fixture.checked.send(.patch, request, ["state": "WITHDRAWN_APPROVAL"])
        #expect(try await counts(fixture, "expenses/detailed", "expenses") == [0, 2, 2])
        for id in ids { try await fixture.checked.send(.delete, "/expenses/\(id)") }
    }

    @Test("Entries are filtered by the custom fields of their users")
    func userFields() async throws {
        let fixture = try await ReportFixture()
        try await fixture.fill()
        let field = try await fixture.checked.create("/custom-fields", ["name": "Office", "type": "TXT", "entityType": "USER"])
        try await fixture.checked.send(.put, "/users/\(fixture.user)/custom-field/\(field)/value", ["value": "Belgrade"])
        func count(_ value: String) async throws -> Int? {
            let condition: JSONValue = ["id": .string(field), "type": "TXT", "value": .string(value)]
            let query = fixture.query(["userCustomFields": [condition], "detailedFilter": [:]])
            return try await fixture.checked.report("detailed", query).json?.list("timeentries").count
        }
        #expect(try await count("belg") == 3)
        #expect(try await count("Rome") == 0)
    }
}
