import ClockifyAPI
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

@Suite("Holidays of the sandbox")
struct SandboxHolidayTests {
    let sandbox = ClockifySandbox()
    let call: CheckedCalls
    private var me: String { sandbox.user.rawValue }

    init() throws { call = try CheckedCalls(sandbox) }

    private func holiday(_ name: String, _ start: String, _ end: String, _ more: JSONValue = [:]) -> JSONValue {
        let members: [String: JSONValue] = [
            "name": .string(name), "datePeriod": ["startDate": .string(start), "endDate": .string(end)],
        ]
        return .object(members.merging(more.objectValue ?? [:]) { _, own in own })
    }

    @Test("A holiday can be created, listed, replaced and deleted")
    func life() async throws {
        let project = try #require(try await call(.get, "/projects?page-size=1")[0])
        let creation: JSONValue = ["enabled": true, "defaultEntities": ["projectId": .string(project.id)]]
        let new = try await call(
            .post, "/holidays",
            holiday(
                "Labour Day", "2026-05-01", "2026-05-02",
                [
                    "automaticTimeEntryCreation": creation, "color": "#112233", "occursAnnually": true,
                    "users": ["contains": "CONTAINS", "ids": [.string(me)], "status": "ALL"],
                ]))
        #expect(new["automaticTimeEntryCreation"] == true && new["projectId"] == .string(project.id) && new["color"] == nil)
        #expect(new["userIds"] == [.string(me)] && new["occursAnnually"] == true)
        #expect(new["datePeriod"] == ["startDate": "2026-05-01", "endDate": "2026-05-02"])
        #expect(try await call(.get, "/holidays") == [new])
        // The service ignores paging.
        #expect(try await call(.get, "/holidays?page=2&page-size=1") == [new])

        let replaced = try await call(
            .put, "/holidays/\(new.id)", holiday("May Day", "2026-05-01", "2026-05-01", ["occursAnnually": false]))
        #expect(replaced["userIds"] == [] && replaced["projectId"] == nil && replaced["automaticTimeEntryCreation"] == false)
        try await call(
            .put, "/holidays/\(new.id)",
            holiday(
                "May Day", "2026-05-01", "2026-05-01",
                ["occursAnnually": false, "automaticTimeEntryCreation": creation, "color": "#445566"]))
        let deleted = try await call(.delete, "/holidays/\(new.id)")
        #expect(deleted["color"] == "#445566" && deleted["automaticTimeEntryCreation"] == creation && deleted["projectId"] == nil)
        #expect(try await call(.get, "/holidays") == [])
        #expect(try await call.refused(.delete, "/holidays/\(new.id)") == "Holiday doesn't belong to Workspace")
        #expect(try await sandbox.raw(.get, "\(sandbox.workspacePath)/holidays/\(new.id)").status == 405)
    }

    @Test("A holiday has a short name and a period that does not end before it starts, and its filters have the status ALL")
    func refusals() async throws {
        let long = String(repeating: "x", count: 51)
        #expect(try await call.refused(.post, "/holidays", holiday(long, "2026-05-01", "2026-05-01")).contains("[name]"))
        #expect(try await call.refused(.post, "/holidays", holiday("May", "2026-05-02", "2026-05-01")).contains("[datePeriod.endDate]"))
        let active = holiday("May", "2026-05-01", "2026-05-01", ["users": ["ids": [.string(me)], "status": "ACTIVE"]])
        #expect(try await call.refused(.post, "/holidays", active).contains("[users.status]"))
        let stranger = holiday("May", "2026-05-01", "2026-05-01", ["users": ["ids": ["64a687e29ae1f428e7ebe000"]]])
        #expect(try await call.refused(.post, "/holidays", stranger) == "User doesn't belong to Workspace")
        #expect(try await call(.get, "/holidays") == [])
    }

    @Test("Holidays are listed by user and period, and annual ones in every year after their first")
    func filters() async throws {
        let anna = try await call.addUser("anna")
        let everyone: JSONValue = ["everyoneIncludingNew": true]
        let once = try await call(.post, "/holidays", holiday("Once", "2026-05-01", "2026-05-03", everyone))
        let yearly = try await call(
            .post, "/holidays", holiday("Yearly", "2024-12-31", "2025-01-01", ["occursAnnually": true, "everyoneIncludingNew": true]))
        let leap = try await call(
            .post, "/holidays", holiday("Leap", "2024-02-29", "2024-02-29", ["occursAnnually": true, "everyoneIncludingNew": true]))
        let hers = try await call(.post, "/holidays", holiday("Hers", "2026-05-02", "2026-05-02", ["users": ["ids": [.string(anna)]]]))
        func names(_ user: String, _ start: String, _ end: String) async throws -> [JSONValue] {
            try await call(.get, "/holidays/in-period?assigned-to=\(user)&start=\(start)&end=\(end)").each("name")
        }
        #expect(try await call(.get, "/holidays?assigned-to=\(me)").each("id") == [once, yearly, leap].map { .string($0.id) })
        #expect(try await call(.get, "/holidays?assigned-to=\(anna)").each("id").last == .string(hers.id))
        #expect(try await names(me, "2026-05-01", "2026-05-31") == ["Once"])
        #expect(try await names(anna, "2026-05-01", "2026-05-31") == ["Once", "Hers"])
        #expect(try await names(me, "2026-05-02", "2026-05-31") == [])
        #expect(try await names(me, "2026-12-01", "2027-01-31") == ["Yearly"])
        #expect(try await names(me, "2026-02-01", "2026-02-28") == ["Leap"])
        #expect(try await names(me, "2023-01-01", "2023-12-31") == [])
        let unknown = try await sandbox.raw(
            .get, "\(sandbox.workspacePath)/holidays/in-period?assigned-to=none&start=2026-01-01&end=2026-12-31")
        #expect(unknown.status == 500)
    }
}
