import ClockifyAPI
import HTTPTypes
import SandboxTestSupport
import Testing

/// Calls that cause every event that webhooks of the sandbox can be for.
struct EventScript {
    /// What a call sends.
    enum Content {
        case nothing
        case json(JSONValue)
        case form(TestForm)
    }

    let user: String
    /// Sends a request to a path below the workspace, and returns the response.
    let send: (HTTPRequest.Method, String, Content) async throws -> JSONValue

    @discardableResult
    private func call(_ method: HTTPRequest.Method, _ target: String, _ body: JSONValue? = nil) async throws -> JSONValue {
        try await send(method, target, body.map { .json($0) } ?? .nothing)
    }

    func run() async throws {
        let anna = try await addUsers()
        let client = try await call(.post, "/clients", ["name": "Customer"]).id
        let project = try await call(
            .post, "/projects", ["name": "Apollo", "clientId": .string(client), "tasks": [["name": "First"]]]
        ).id
        try await changeProject(project, anna)
        try await track()
        try await invoice(client)
        try await spend(project)
        for path in ["/time-off", ""] { try await takeTimeOff(path, anna) }
        try await approve(anna)
        try await plan(project, anna)
        try await changeRates()
        try await call(
            .put, "/clients/\(client)?archive-projects=true&mark-tasks-as-done=true", ["name": "Customer", "archived": true])
        try await call(.delete, "/clients/\(client)")
        try await call(.delete, "/projects/\(project)")
    }

    /// Adds a user, and changes users, tags and groups. Returns the user's identifier.
    private func addUsers() async throws -> String {
        try await call(.post, "/users?send-email=false", ["email": "anna@example.com"])
        let anna = try await call(.get, "/users?email=anna")[0]?.id ?? ""
        for status in ["ACTIVE", "INACTIVE", "ACTIVE"] { try await call(.put, "/users/\(anna)", ["status": .string(status)]) }
        try await call(.patch, "/member-profile/\(user)", ["name": "Jane"])
        let field = try await call(.post, "/custom-fields", ["name": "Size", "type": "TXT", "entityType": "USER"]).id
        try await call(.put, "/users/\(user)/custom-field/\(field)/value", ["value": "XL"])
        let group = try await call(.post, "/user-groups", ["name": "Team"]).id
        try await call(.put, "/user-groups/\(group)", ["name": "Crew"])
        try await call(.post, "/user-groups/\(group)/users", ["userId": .string(anna)])
        try await call(.delete, "/user-groups/\(group)/users/\(anna)")
        try await call(.delete, "/user-groups/\(group)")
        let tag = try await call(.post, "/tags", ["name": "urgent"]).id
        try await call(.put, "/tags/\(tag)", ["name": "later"])
        try await call(.delete, "/tags/\(tag)")
        return anna
    }

    private func changeProject(_ project: String, _ anna: String) async throws {
        let path = "/projects/\(project)"
        try await call(.put, path, ["name": "Apollo 2"])
        try await call(.patch, "\(path)/estimate", ["timeEstimate": ["active": true, "estimate": "PT10H", "type": "MANUAL"]])
        try await call(.patch, "\(path)/memberships", ["memberships": [["userId": .string(user)]]])
        try await call(.post, "\(path)/memberships", ["userIds": [.string(anna)], "remove": false])
        try await call(.patch, "\(path)/template", ["isTemplate": false])
        try await call(.put, "\(path)/users/\(user)/cost-rate", ["amount": 1000])
        try await call(.put, "\(path)/users/\(user)/hourly-rate", ["amount": 2000])
        let task = try await call(.post, "\(path)/tasks", ["name": "Second"]).id
        try await call(.put, "\(path)/tasks/\(task)/cost-rate", ["amount": 1000])
        try await call(.put, "\(path)/tasks/\(task)/hourly-rate", ["amount": 2000])
        try await call(.put, "\(path)/tasks/\(task)", ["name": "Second", "status": "DONE"])
        try await call(.delete, "\(path)/tasks/\(task)")
    }

    private func track() async throws {
        let (own, all) = ("/user/\(user)/time-entries", "/time-entries")
        func entry(_ start: Int, to end: Int? = nil) -> JSONValue {
            func time(_ hour: Int) -> JSONValue { .string("2026-03-02T\(hour < 10 ? "0" : "")\(hour):00:00Z") }
            return .object(["start": time(start), "description": "Work"].merging(end.map { ["end": time($0)] } ?? [:]) { $1 })
        }
        let first = try await call(.post, all, entry(1, to: 2)).id
        let second = try await call(.post, own, entry(2, to: 3)).id
        let third = try await call(.post, "\(own)/\(first)/duplicate").id
        // Each timer stops the one before.
        try await call(.post, all, entry(8))
        try await call(.post, all, entry(9))
        let timer = try await call(.post, own, entry(10)).id
        try await call(.post, "\(own)/\(timer)/duplicate")
        try await call(.patch, own, ["end": "2026-03-02T11:00:00Z"])
        let other = try await call(.post, all, entry(12)).id
        try await call(.put, "\(all)/\(other)", entry(12, to: 13))
        let last = try await call(.post, all, entry(14)).id
        try await call(.put, own, [.object((entry(14, to: 15).objectValue ?? [:]).merging(["id": .string(last)]) { $1 })])
        try await call(.delete, "\(all)/\(first)")
        try await call(.delete, "\(own)?time-entry-ids=\(second)&time-entry-ids=\(third)")
    }

    private func invoice(_ client: String) async throws {
        let dates: [String: JSONValue] = ["dueDate": "2026-04-01T08:00:00Z", "issuedDate": "2026-03-01T08:00:00Z", "currency": "EUR"]
        let invoice = try await call(
            .post, "/invoices", .object(dates.merging(["clientId": .string(client), "number": "A-1"]) { $1 })
        ).id
        try await call(.post, "/invoices/\(invoice)/duplicate")
        let percents: [String: JSONValue] = ["discountPercent": 0, "taxPercent": 0, "tax2Percent": 0, "number": "A-2"]
        try await call(.put, "/invoices/\(invoice)", .object(dates.merging(percents) { $1 }))
        try await call(.patch, "/invoices/\(invoice)/status", ["invoiceStatus": "SENT"])
        try await call(.post, "/invoices/\(invoice)/payments", ["amount": 100, "paymentDate": "2026-03-02T08:00:00Z"])
        let payment = try await call(.get, "/invoices/\(invoice)/payments")[0]?.id ?? ""
        try await call(.delete, "/invoices/\(invoice)/payments/\(payment)")
    }

    private func spend(_ project: String) async throws {
        let category = try await call(.post, "/expenses/categories", ["name": "Travel"]).id
        var form = TestForm([
            "amount": "12.5", "categoryId": category, "date": "2026-03-02T00:00:00Z", "projectId": project, "userId": user,
        ])
        form.add("name=\"file\"; filename=\"a.txt\"", Array("receipt".utf8))
        let expense = try await send(.post, "/expenses", .form(form)).id
        var change = TestForm([
            "amount": "1", "categoryId": category, "changeFields": "NOTES", "date": "2026-03-02T00:00:00Z", "notes": "Bus", "userId": user,
        ])
        change.add("name=\"file\"; filename=\"\"", [])
        _ = try await send(.put, "/expenses/\(expense)", .form(change))
        try await call(.delete, "/expenses/\(expense)")
    }

    /// - Parameter path: The prefix of the section.
    private func takeTimeOff(_ path: String, _ anna: String) async throws {
        var days = 0
        func period() -> JSONValue {
            days += 1
            return ["note": "Rest", "timeOffPeriod": ["period": ["days": 1, "start": .string("2026-05-\(days + 10)")]]]
        }
        for isDecided in [true, false] {
            let policy = try await call(
                .post, "/time-off/policies",
                [
                    "name": .string("Plan \(path) \(isDecided)"), "approve": ["requiresApproval": .bool(isDecided)],
                    "everyoneIncludingNew": true, "allowNegativeBalance": true,
                ]
            ).id
            let requests = "\(path)/policies/\(policy)/requests"
            let approved = try await call(.post, requests, period()).id
            let rejected = try await call(.post, "\(path)/policies/\(policy)/users/\(anna)/requests", period()).id
            guard isDecided else { continue }
            let withdrawn = try await call(.post, requests, period()).id
            try await call(.patch, "\(requests)/\(approved)", ["status": "APPROVED"])
            try await call(.patch, "\(requests)/\(rejected)", ["status": "REJECTED", "note": "No"])
            try await call(.delete, "\(requests)/\(withdrawn)")
            try await call(.patch, "\(path)/balance/policy/\(policy)", ["userIds": [.string(user)], "value": 5])
        }
    }

    private func approve(_ anna: String) async throws {
        for (target, again) in [("", ""), ("/users/\(anna)", "/users/\(anna)")] {
            let period: JSONValue = ["period": "MONTHLY", "periodStart": "2026-03-01T00:00:00Z"]
            let request = try await call(.post, "/approval-requests\(target)", period).id
            try await call(.patch, "/approval-requests/\(request)", ["state": "REJECTED"])
            try await call(.post, "/approval-requests\(again)/resubmit-entries-for-approval", period)
        }
    }

    private func plan(_ project: String, _ anna: String) async throws {
        let path = "/scheduling/assignments"
        let week: [String: JSONValue] = ["start": "2026-03-02T00:00:00Z", "end": "2026-03-04T00:00:00Z", "hoursPerDay": 4]
        let assignment =
            try await call(
                .post, "\(path)/recurring",
                .object(
                    week.merging([
                        "projectId": .string(project), "userId": .string(user), "recurringAssignment": ["repeat": true, "weeks": 2],
                    ]) { $1 }))[0]?.id ?? ""
        try await call(.post, "\(path)/\(assignment)/copy", ["userId": .string(anna)])
        try await call(.patch, "\(path)/recurring/\(assignment)", .object(week.merging(["hoursPerDay": 6]) { $1 }))
        try await call(.put, "\(path)/series/\(assignment)", ["repeat": true, "weeks": 3])
        try await call(.put, "\(path)/series/\(assignment)", ["repeat": false, "weeks": 1])
        try await call(.put, "\(path)/publish", ["start": "2026-03-01T00:00:00Z", "end": "2026-03-31T00:00:00Z"])
        try await call(.delete, "\(path)/recurring/\(assignment)")
    }

    private func changeRates() async throws {
        for path in ["", "/users/\(user)"] {
            try await call(.put, "\(path)/cost-rate", ["amount": 1000, "currency": "USD"])
            try await call(.put, "\(path)/hourly-rate", ["amount": 2000, "currency": "USD"])
        }
    }
}
