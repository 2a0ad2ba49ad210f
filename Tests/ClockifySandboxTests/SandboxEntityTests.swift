import ClockifyAPI
import Foundation
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

@Suite("Values that are added to the sandbox")
struct SandboxEntityTests {
    private let sandbox = ClockifySandbox(contents: .empty)
    private var path: String { sandbox.workspacePath }
    private var me: Clockify.UserID { sandbox.user }

    init() throws {
        sandbox.clock.set(to: try date("2026-03-02T09:00:00Z"))
    }

    /// Adds a value, and expects its members in what is returned, in the response to a get, and in a list.
    ///
    /// - Parameters:
    ///   - items: The path to the elements of the list.
    ///   - unlisted: The members that lists do not have.
    private func expectKept<Value: SandboxEntity>(
        _ value: Value, get: String? = nil, list: (method: String, target: String, body: String?), items: String = "",
        unlisted: Set<String> = [], prefix: String = "/api/v1", sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let given = try #require(value.json().objectValue)
        func expect(_ json: JSONValue?, _ place: String, without: Set<String> = []) {
            for (name, value) in given where !without.contains(name) {
                // An object may have members without a value that the given one lacks.
                #expect(json?[name]?.withoutNulls == value, "\(name) in \(place)", sourceLocation: sourceLocation)
            }
        }
        expect(try sandbox.add(value).json(), "what is returned")
        if let get { expect(try await sandbox.raw(.get, get).json, get) }
        let answer = try await sandbox.raw(.init(list.method) ?? .get, list.target, json: list.body, prefix: prefix).json ?? .null
        let elements = items.split(separator: ".").reduce(answer) { $0[String($1)] ?? .null }.arrayValue ?? []
        expect(elements.first { $0["id"] == given["id"] }, list.target, without: unlisted)
    }

    @Test("Clients, tags, projects, tasks and custom fields come back as they were given")
    func named() async throws {
        try await expectKept(
            Clockify.Client(
                id: "c1", name: "Acme", address: "Street 1", archived: true, ccEmails: ["a@example.com"], currencyCode: "EUR",
                currencyId: "eur", email: "acme@example.com", note: "Note", workspaceId: sandbox.workspace),
            get: path + "/clients/c1", list: ("GET", path + "/clients", nil))
        try await expectKept(
            Clockify.Tag(id: "t1", name: "urgent", archived: true), get: path + "/tags/t1", list: ("GET", path + "/tags", nil))
        try await expectKept(
            Clockify.Project(
                id: "p1", name: "Website", archived: true, billable: true, clientId: "c1", color: "#000000",
                costRate: .init(amount: 1.00, currency: "EUR"), estimate: .init(estimate: ISODuration("PT5H"), type: .manual),
                hourlyRate: .init(amount: 50.00, currency: "EUR"),
                memberships: [
                    .init(
                        hourlyRate: .init(amount: 70.00, currency: "EUR"), membershipStatus: .inactive, membershipType: .project,
                        targetId: "p1", userId: me)
                ], note: "Note", isPublic: true, isTemplate: true),
            get: path + "/projects/p1", list: ("GET", path + "/projects", nil))
        try await expectKept(
            Clockify.Task(
                id: "k1", name: "Design", assigneeIds: [me], billable: true, costRate: .init(amount: 0.01, currency: "EUR"),
                estimate: ISODuration("PT1H"),
                hourlyRate: .init(amount: 0.02, currency: "EUR"), projectId: "p1", status: .done),
            get: path + "/projects/p1/tasks/k1", list: ("GET", path + "/projects/p1/tasks", nil))
        try await expectKept(
            Clockify.CustomField(
                id: "f1", name: "Place", allowedValues: ["Oslo"], description: "Where", entityType: .timeEntry, onlyAdminCanEdit: true,
                placeholder: "?", projectDefaultValues: [.init(projectId: "p1", status: .visible, value: "Oslo")], required: true,
                status: .invisible, type: .dropdownSingle, workspaceDefaultValue: "Oslo"),
            list: ("GET", path + "/custom-fields", nil))
    }

    @Test("Time entries come back as they were given, appear in reports, and count for projects")
    func timeEntries() async throws {
        try sandbox.add(Clockify.Tag(id: "t1", name: "urgent"))
        try sandbox.add(Clockify.CustomField(id: "f1", name: "Place", type: .text))
        try sandbox.add(Clockify.Project(id: "p1", name: "Website"))
        try sandbox.add(Clockify.Task(id: "k1", name: "Design", projectId: "p1"))
        let (start, end) = (try date("2026-03-01T08:00:00Z"), try date("2026-03-01T09:30:00Z"))
        try await expectKept(
            Clockify.TimeEntry(
                id: "e1", timeInterval: .init(start: start, duration: "PT1H30M", end: end), type: .break, billable: true,
                costRate: .init(amount: 0.03, currency: "EUR"),
                customFields: [.init(customFieldId: "f1", name: "Place", timeEntryId: "e1", type: "TXT", value: ["x": [1]])],
                description: "Draw", hourlyRate: .init(amount: 0.04, currency: "EUR"), isLocked: true, kioskId: "kiosk", projectId: "p1",
                tagIds: ["t1"], taskId: "k1", userId: me, workspaceId: sandbox.workspace),
            get: path + "/time-entries/e1", list: ("GET", path + "/user/\(me)/time-entries", nil))
        try await expectKept(
            Clockify.TimeEntry(id: "e2", timeInterval: .init(start: start), type: .regular), get: path + "/time-entries/e2",
            list: ("GET", path + "/time-entries/status/in-progress", nil))
        #expect(try await sandbox.client.projects.get("p1", in: sandbox.workspace).duration == "PT1H30M")
        let entry = try sandbox.add(Clockify.TimeEntry(id: "e3", timeInterval: .init(start: start, end: end), type: .regular))
        #expect(entry.timeInterval.duration == "PT1H30M" && entry.userId == me && entry.workspaceId == sandbox.workspace)
        let report = try await sandbox.raw(
            .post, path + "/reports/detailed",
            json: """
                {"dateRangeStart":"2026-03-01T00:00:00Z","dateRangeEnd":"2026-03-01T23:59:59Z","detailedFilter":{"page":1,"pageSize":50}}
                """, prefix: "/report/v1")
        #expect(report.json?["totals"]?[0]?["entriesCount"] == 3)
    }

    @Test("Users join the workspace, and come back with what they belong to")
    func people() async throws {
        try sandbox.add(Clockify.CustomField(id: "f1", name: "Tax number", entityType: .user, type: .text))
        try sandbox.add(Clockify.Project(id: "p1", name: "Website"))
        let user = Clockify.User(
            activeWorkspace: sandbox.workspace, defaultWorkspace: sandbox.workspace, id: "u1", name: "Anna",
            customFields: [.init(customFieldId: "f1", customFieldName: "Tax number", customFieldType: .text, userId: "u1", value: "1")],
            email: "anna@example.com",
            memberships: [
                .init(
                    membershipStatus: .active, membershipType: .workspace, targetId: .init(rawValue: sandbox.workspace.rawValue),
                    userId: "u1"),
                .init(membershipStatus: .active, membershipType: .project, targetId: "p1", userId: "u1"),
            ], profilePicture: "https://example.com/a.png", status: .pendingEmailVerification)
        try await expectKept(user, list: ("GET", path + "/users?memberships=ALL", nil))
        #expect(try await sandbox.client.users.list(in: sandbox.workspace, project: "p1").map(\.id).contains("u1"))
        try sandbox.add(
            Clockify.User(activeWorkspace: sandbox.workspace, defaultWorkspace: sandbox.workspace, id: "u2", name: "Bert"))
        #expect(try await sandbox.client.users.list(in: sandbox.workspace).map(\.id).contains("u2"))
        try await expectKept(
            Clockify.UserGroup(id: "g1", name: "Team", userIds: ["u1", me]), list: ("GET", path + "/user-groups", nil))
        try await expectKept(
            Clockify.Webhook(
                authToken: "token", id: "w1", enabled: false, name: "Hook", triggerSource: ["p1"], triggerSourceType: .projectID,
                url: "https://example.com/hook", userId: me, webhookEvent: .newTask),
            get: path + "/webhooks/w1", list: ("GET", path + "/webhooks", nil), items: "webhooks")
        try await expectKept(
            Clockify.Workspace(
                id: "x1", name: "Other", costRate: .init(amount: 0.01, currency: "EUR"), featureSubscriptionType: "PRO", features: ["SSO"],
                hourlyRate: .init(amount: 0.02, currency: "EUR"), imageUrl: "https://example.com/w.png"),
            get: "/workspaces/x1", list: ("GET", "/workspaces", nil))
        let tag = try sandbox.add(Clockify.Tag(id: "t9", name: "there"), in: "x1")
        #expect(tag.workspaceId == "x1")
        #expect(try await sandbox.raw(.get, "/workspaces/x1/tags").json?.each("id") == ["t9"])
    }

    @Test("Policies, balances, requests for time off, holidays, approval requests and assignments come back as they were given")
    func plans() async throws {
        try sandbox.add(Clockify.Project(id: "p1", name: "Website"))
        try await expectKept(
            Clockify.Policy(
                id: "y1", name: "Vacation", allowHalfDay: true, allowNegativeBalance: true,
                approve: .init(requiresApproval: true, specificMembers: true, teamManagers: false, userIds: [me]), archived: false,
                automaticAccrual: .init(amount: 2, period: .month, timeUnit: .days), everyoneIncludingNew: true,
                negativeBalance: .init(amount: 3, period: .year, timeUnit: .days), projectId: "p1", timeUnit: .days, userGroupIds: [],
                userIds: [me]),
            get: path + "/time-off/policies/y1", list: ("GET", path + "/time-off/policies", nil))
        try await expectKept(
            Clockify.Balance(id: "b1", balance: 12, policyId: "y1", total: 12, userId: me),
            list: ("GET", path + "/time-off/balance/policy/y1", nil), items: "balances")
        let (start, end) = (try date("2026-03-04T00:00:00Z"), try date("2026-03-05T23:59:59Z"))
        try await expectKept(
            Clockify.TimeOffRequest(
                id: "r1", balanceDiff: 2, createdAt: try date("2026-02-01T10:00:00Z"), note: "Sun", policyId: "y1", requesterUserId: me,
                status: .init(changedAt: try date("2026-02-02T10:00:00Z"), note: "Fine", statusType: .approved),
                timeOffPeriod: .init(isHalfDay: false, halfDayPeriod: .notDefined, period: .init(start: start, end: end)), userId: me),
            list: ("POST", path + "/time-off/requests", "{\"start\":\"2026-02-01T00:00:00Z\",\"end\":\"2026-02-02T00:00:00Z\"}"),
            items: "requests")
        let other = try sandbox.add(
            Clockify.TimeOffRequest(id: "r2", policyId: "y1", timeOffPeriod: .init(period: .init(start: start, end: end))))
        #expect(other.balanceDiff == 2 && other.balance == 8 && other.status?.statusType == .pending && other.userId == me)
        try await expectKept(
            Clockify.Holiday(
                id: "h1", name: "New Year", automaticTimeEntryCreation: true,
                datePeriod: .init(startDate: CalendarDate("2027-01-01"), endDate: CalendarDate("2027-01-01")), everyoneIncludingNew: true,
                occursAnnually: true, projectId: "p1", userGroupIds: [], userIds: [me]),
            list: ("GET", path + "/holidays", nil))
        try await expectKept(
            Clockify.ApprovalRequest(
                id: "a1", creator: .init(userEmail: "a@example.com", userId: me, userName: "Anna"),
                dateRange: .init(start: start, end: end),
                owner: .init(startOfWeek: .monday, timeZone: "UTC", userId: me, userName: "Anna"),
                status: .init(note: "n", state: .approved, updatedAt: end, updatedBy: me, updatedByUserName: "Anna")),
            list: ("GET", path + "/approval-requests", nil), unlisted: ["id", "creator", "dateRange", "owner", "status", "workspaceId"])
        let approvals = try await sandbox.raw(.get, path + "/approval-requests").json
        #expect(approvals?[0]?["approvalRequest"]?["status"]?["note"] == "n")
        try await expectKept(
            Clockify.Assignment(
                id: "s1", billable: true, hoursPerDay: 7.5, includeNonWorkingDays: true, note: "n",
                period: .init(start: start, end: end), projectId: "p1", published: true,
                recurring: .init(repeat: false, seriesId: "series", weeks: 1), startTime: "09:00:00", userId: me),
            list: ("GET", path + "/scheduling/assignments/all?start=2026-03-01T00:00:00Z&end=2026-03-31T00:00:00Z", nil),
            unlisted: ["includeNonWorkingDays", "published", "recurring"])
    }

    @Test("Invoices, payments, expenses, categories and shared reports come back as they were given")
    func money() async throws {
        try sandbox.add(Clockify.Client(id: "c1", name: "Acme", address: "Street 1"))
        try sandbox.add(Clockify.Project(id: "p1", name: "Website"))
        let (issued, due) = (try date("2026-02-01T00:00:00Z"), try date("2026-02-15T00:00:00Z"))
        try await expectKept(
            Clockify.Invoice(
                id: "i1", amount: 108.00, billFrom: "Me", clientId: "c1", companyId: "company", currency: "EUR", discount: 10.00,
                discountAmount: 10.00, dueDate: due, issuedDate: issued,
                items: [
                    .init(
                        amount: 100.00, applyTaxes: .tax1, description: "Design", itemType: "Service", order: 1, quantity: 2,
                        timeEntryIds: [], unitPrice: 50.00)
                ], note: "Note", number: "2026-1", status: .sent, subject: "Subject", subtotal: 100.00, tax: 20.00, tax2: 0.00,
                tax2Amount: 0.00,
                taxAmount: 18.00, taxType: .simple, userId: me, visibleZeroFields: [.tax2]),
            get: path + "/invoices/i1", list: ("GET", path + "/invoices", nil), items: "invoices",
            unlisted: [
                "billFrom", "companyId", "discount", "discountAmount", "items", "note", "subject", "subtotal", "tax", "tax2", "tax2Amount",
                "taxAmount", "taxType", "userId", "visibleZeroFields",
            ])
        let payment = Clockify.InvoicePayment(id: "m1", amount: 8.00, author: "Acme", date: due, note: "First")
        #expect(try sandbox.add(payment, to: "i1") == payment)
        #expect(try await sandbox.client.invoices.listPayments("i1", in: sandbox.workspace) == [payment])
        let invoice = try await sandbox.client.invoices.get("i1", in: sandbox.workspace)
        #expect(invoice.status == .partiallyPaid && invoice.paid == 8.00 && invoice.balance == 100.00)
        try await expectKept(
            Clockify.ExpenseCategory(id: "x1", name: "Travel", archived: true, hasUnitPrice: true, priceInCents: 0.50, unit: "km"),
            list: ("GET", path + "/expenses/categories", nil), items: "categories")
        try await expectKept(
            Clockify.Expense(
                id: "e1", billable: true, categoryId: "x1", date: CalendarDate("2026-03-01"), locked: true, notes: "Train", projectId: "p1",
                quantity: 3.5, total: 1.75, userId: me),
            get: path + "/expenses/e1", list: ("GET", path + "/expenses", nil), items: "expenses.expenses",
            unlisted: ["categoryId", "projectId", "workspaceId"])
        try await expectKept(
            Clockify.SharedReport(
                id: "d1", name: "Weekly", filter: .init(days: "2026-03-01"..."2026-03-31", in: .gmt), fixedDate: true, isPublic: true,
                type: .summary, userId: me, visibleToUserGroups: [], visibleToUsers: [me]),
            list: ("GET", path + "/shared-reports", nil), items: "reports",
            unlisted: ["filter", "userId", "visibleToUserGroups", "visibleToUsers", "workspaceId"], prefix: "/report/v1")
    }
}
