import ClockifyAPI
import ClockifySandbox
import HTTPTypes
import SandboxTestSupport
import Testing

/// Edits every entity of one kind without changing anything.
struct ReplacingCase: Sendable, CustomTestStringConvertible {
    /// What is read before and after, below the workspace.
    let reads: [String]
    let testDescription: String
    /// Requests that give the sandbox something with every field set: path and body.
    let setUp: [(method: HTTPRequest.Method, path: String, body: JSONValue)]
    /// Returns the number of edited entities.
    let edit: @Sendable (Clockify, Clockify.WorkspaceID) async throws -> Int

    init(
        _ name: String, reads: String..., setUp: [(method: HTTPRequest.Method, path: String, body: JSONValue)] = [],
        edit: @escaping @Sendable (Clockify, Clockify.WorkspaceID) async throws -> Int
    ) {
        (testDescription, self.reads, self.setUp, self.edit) = (name, reads, setUp, edit)
    }

    /// A policy with everything that a replacement carries.
    private static let policy: (method: HTTPRequest.Method, path: String, body: JSONValue) = (
        .post, "/time-off/policies",
        [
            "name": "Vacation", "approve": ["requiresApproval": true, "userIds": [.string(ReplacingTests.me)]], "allowHalfDay": true,
            "automaticAccrual": ["amount": 2, "period": "MONTH"], "negativeBalance": ["amount": 3], "timeUnit": "HOURS",
            "allowNegativeBalance": true, "users": ["contains": "CONTAINS", "ids": [.string(ReplacingTests.me)], "status": "ACTIVE"],
        ]
    )

    static let all = [
        ReplacingCase("tags", reads: "/tags?page-size=500", setUp: [(.post, "/tags", ["name": "kept"])]) { clockify, workspace in
            let tags = try await clockify.tags.all(in: workspace).collect()
            for tag in tags { try await clockify.tags.edit(tag.id, in: workspace) { $0.archived = true } }
            for tag in tags { try await clockify.tags.edit(tag.id, in: workspace) { $0.archived = tag.archived } }
            return tags.count
        },
        ReplacingCase(
            "clients", reads: "/clients?page-size=500",
            setUp: [
                (.post, "/clients", ["name": "Full", "email": "full@client.test", "address": "1 Main St", "note": "paid late"])
            ]
        ) { clockify, workspace in
            let clients = try await clockify.clients.all(in: workspace).collect()
            let full = try #require(clients.first { $0.name == "Full" })
            try await clockify.clients.edit(full.id, in: workspace) { $0.ccEmails = ["copy@client.test"] }
            let copied = try await clockify.clients.edit(full.id, in: workspace) { $0.note = "other" }
            #expect(copied.ccEmails == ["copy@client.test"] && copied.email == "full@client.test" && copied.address == "1 Main St")
            try await clockify.clients.edit(full.id, in: workspace) { ($0.ccEmails, $0.note) = (full.ccEmails, full.note) }
            for client in clients { try await clockify.clients.edit(client.id, in: workspace) { _ in } }
            return clients.count
        },
        ReplacingCase(
            "projects", reads: "/projects?page-size=500",
            setUp: [
                (.post, "/projects", ["name": "Open", "isPublic": true, "billable": true, "color": "#112233", "note": "n"])
            ]
        ) { clockify, workspace in
            // The others are like the first.
            let projects = try await clockify.projects.list(in: workspace, pageSize: 3)
            for project in projects { try await clockify.projects.edit(project.id, in: workspace) { _ in } }
            return projects.count
        },
        ReplacingCase("custom fields", reads: "/custom-fields") { clockify, workspace in
            let fields = try await clockify.customFields.list(in: workspace)
            for field in fields { try await clockify.customFields.edit(field.id, in: workspace) { _ in } }
            return fields.count
        },
        ReplacingCase(
            "expense categories", reads: "/expenses/categories?page-size=500",
            setUp: [(.post, "/expenses/categories", ["name": "Mileage", "hasUnitPrice": true, "priceInCents": 55, "unit": "km"])]
        ) { clockify, workspace in
            let categories = try await clockify.expenses.allCategories(in: workspace).collect()
            for category in categories { try await clockify.expenses.editCategory(category.id, in: workspace) { _ in } }
            return categories.count
        },
        ReplacingCase(
            "holidays", reads: "/holidays",
            setUp: [
                (
                    .post, "/holidays",
                    [
                        "name": "Founding day", "color": "#112233", "occursAnnually": true,
                        "datePeriod": ["startDate": "2026-05-01", "endDate": "2026-05-02"],
                        "users": ["contains": "CONTAINS", "ids": [.string(ReplacingTests.me)], "status": "ALL"],
                        "automaticTimeEntryCreation": [
                            "enabled": true, "defaultEntities": [:],
                        ],
                    ]
                ),
                (
                    .post, "/holidays",
                    [
                        "name": "Everyone's", "occursAnnually": false, "everyoneIncludingNew": true,
                        "datePeriod": ["startDate": "2026-05-03", "endDate": "2026-05-03"],
                    ]
                ),
            ]
        ) { clockify, workspace in
            let holidays = try await clockify.holidays.list(in: workspace)
            for holiday in holidays { try await clockify.holidays.edit(holiday.id, in: workspace, color: nil) { _ in } }
            return holidays.count
        },
        ReplacingCase("invoice settings", reads: "/invoices/settings") { clockify, workspace in
            try await clockify.invoices.editSettings(in: workspace) { _ in }
            return 1
        },
        ReplacingCase("policies", reads: "/time-off/policies?page-size=200", setUp: [policy]) { clockify, workspace in
            let policies = try await clockify.policies.all(in: workspace).collect()
            for policy in policies { try await clockify.policies.edit(policy.id, in: workspace, color: nil) { _ in } }
            return policies.count
        },
        ReplacingCase("policies, by the deprecated operations", reads: "/time-off/policies?page-size=200", setUp: [policy]) {
            clockify, workspace in
            let policies = try await clockify.deprecatedPolicies.all(in: workspace).collect()
            for policy in policies { try await clockify.deprecatedPolicies.edit(policy.id, in: workspace, color: nil) { _ in } }
            return policies.count
        },
        ReplacingCase(
            "shared reports", reads: "~/shared-reports?pageSize=500",
            setUp: [
                (
                    .post, "~/shared-reports",
                    [
                        "name": "Mine", "type": "DETAILED", "isPublic": false, "fixedDate": true,
                        "visibleToUsers": [.string(ReplacingTests.me)],
                        "filter": [
                            "dateRangeStart": "2026-01-01T00:00:00Z", "dateRangeEnd": "2026-02-01T00:00:00Z", "detailedFilter": [:],
                        ],
                    ]
                )
            ]
        ) { clockify, workspace in
            let reports = try await clockify.sharedReports.all(in: workspace).collect()
            for report in reports { try await clockify.sharedReports.edit(report.id, in: workspace) { _ in } }
            return reports.count
        },
        ReplacingCase("user groups", reads: "/user-groups?page-size=500") { clockify, workspace in
            let groups = try await clockify.groups.all(in: workspace).collect()
            for group in groups { try await clockify.groups.edit(group.id, in: workspace) { _ in } }
            return groups.count
        },
        ReplacingCase("webhooks", reads: "/webhooks") { clockify, workspace in
            let webhooks = try await clockify.webhooks.list(in: workspace).webhooks ?? []
            for webhook in webhooks { try await clockify.webhooks.edit(webhook.id, in: workspace) { _ in } }
            return webhooks.count
        },
    ]
}

@Suite("Replacing keeps everything that the service has")
struct ReplacingTests {
    private let sandbox = ClockifySandbox(withDocumentedThings: true)
    private var clockify: Clockify { sandbox.client }
    private var workspace: Clockify.WorkspaceID { sandbox.workspace }

    static let me = ClockifySandbox().user.rawValue

    /// - Parameter path: The path after the workspace. A tilde stands for the service of the reports.
    private func send(_ method: HTTPRequest.Method, _ path: String, _ body: JSONValue? = nil) async throws -> RawAnswer {
        let isReport = path.hasPrefix("~")
        return try await sandbox.raw(
            method, sandbox.workspacePath + (isReport ? String(path.dropFirst()) : path), json: body?.description,
            prefix: isReport ? "/report/v1" : "/api/v1")
    }

    private func get(_ path: String) async throws -> JSONValue {
        let answer = try await send(.get, path)
        #expect(answer.status == 200, "\(path): \(answer.message)")
        return try #require(answer.json)
    }

    @Test("An edit that changes nothing leaves every entity as it was", arguments: ReplacingCase.all)
    func nothingChanges(of kind: ReplacingCase) async throws {
        for request in kind.setUp {
            let answer = try await send(request.method, request.path, request.body)
            try #require((200...201).contains(answer.status), "\(answer.message)")
        }
        var before: [JSONValue] = []
        for path in kind.reads { before.append(try await get(path)) }
        #expect(try await kind.edit(clockify, workspace) > 0)
        for (path, old) in zip(kind.reads, before) { #expect(try await get(path) == old, "\(path)") }
    }

    @Test("Tasks keep their estimates, assignees and status")
    func tasks() async throws {
        let project = try await clockify.projects.create(in: workspace, .init(name: "Tasks"))
        let me = try await clockify.users.me()
        let task = try await clockify.tasks.create(
            in: workspace, project: project.id,
            .init(name: "Build", assigneeIds: [me.id], estimate: ISODuration("PT1H30M"), status: .active))
        let path = "/projects/\(project.id)/tasks"
        let before = try await get(path)
        try await clockify.tasks.edit(task.id, in: workspace, project: project.id) { _ in }
        #expect(try await get(path) == before)
        let done = try await clockify.tasks.edit(task.id, in: workspace, project: project.id) { $0.status = .done }
        #expect(done.status == .done && done.estimate == task.estimate && done.assigneeIds == [me.id])
    }

    @Test("Time entries keep their project, task, tags, custom fields and billable, one by one and many at once")
    func timeEntries() async throws {
        let project = try await clockify.projects.create(in: workspace, .init(name: "Entries", billable: true))
        let task = try await clockify.tasks.create(in: workspace, project: project.id, .init(name: "Build"))
        let tag = try await clockify.tags.create(in: workspace, .init(name: "urgent"))
        let me = try await clockify.users.me()
        let (start, end) = (try date("2025-03-01T08:00:00Z"), try date("2025-03-01T09:30:00Z"))
        let entry = try await clockify.timeEntries.create(
            in: workspace,
            .init(
                start: start, end: end, description: "before", projectId: project.id, taskId: task.id, tagIds: [tag.id], billable: true))
        let path = "/time-entries/\(entry.id)"
        let before = try await get(path)
        try await clockify.timeEntries.edit(entry.id, in: workspace) { _ in }
        #expect(try await get(path) == before)
        let changed = try await clockify.timeEntries.edit(entry.id, in: workspace) { $0.description = "after" }
        #expect(changed.description == "after" && changed.tagIds == [tag.id] && changed.projectId == project.id && changed.billable == true)
        let entries = try await clockify.timeEntries.all(in: workspace, user: me.id).collect()
        let all = "/user/\(me.id)/time-entries?page-size=1000"
        let list = try await get(all)
        try await clockify.timeEntries.updateMany(
            in: workspace, user: me.id,
            try entries.filter { $0.timeInterval.end != nil }.map { entry throws(APIFailure) in try .init(replacing: entry) })
        #expect(try await get(all) == list)
    }

    @Test("Invoices keep their percents, which the service returns times 100 under other names")
    func invoices() async throws {
        let list = try await clockify.invoices.list(in: workspace)
        let invoice = try #require(list.invoices?.first)
        let id = invoice.id
        let taxed = try await clockify.invoices.edit(id, in: workspace) {
            ($0.taxPercent, $0.tax2Percent, $0.discountPercent, $0.note) = (19.0, 2.5, 12.25, "Thank you")
        }
        #expect(taxed.tax == 19.0 && taxed.tax2?.rawValue == 250 && taxed.discount == 12.25 && taxed.note == "Thank you")
        let before = try await get("/invoices/\(id)")
        try await clockify.invoices.edit(id, in: workspace) { _ in }
        #expect(try await get("/invoices/\(id)") == before)
    }

    @Test("Expenses are read in hundredths and replaced in whole units")
    func expenses() async throws {
        let expense = try #require(try await clockify.expenses.list(in: workspace).expenses?.expenses?.first)
        let path = "/expenses/\(expense.id)"
        let before = try await get(path)
        let receipt = FileUpload.bytes(Array("receipt".utf8), name: "receipt.txt", contentType: "text/plain")
        try await clockify.expenses.edit(expense.id, in: workspace, changeFields: [.amount, .notes, .date], file: receipt) { _ in }
        #expect(try await get(path) == before)
        let dearer = try await clockify.expenses.edit(expense.id, in: workspace, changeFields: [.amount], file: receipt) {
            $0.amount = 12.34
        }
        #expect(dearer.total == 12.34)
    }

    @Test("What is in no list cannot be edited, and nothing is sent")
    func unknownEntity() async throws {
        let count = sandbox.requests.count
        do throws(APIFailure) {
            try await clockify.groups.edit("64a687e29ae1f428e7ebe000", in: workspace) { _ in }
            Issue.record("nothing was thrown")
        } catch {
            #expect(error.isNotFound && error.description.contains("path /id: listed by the service, but is not"))
        }
        #expect(sandbox.requests.dropFirst(count).allSatisfy { $0.method == "GET" })
    }

    @Test("An entity that lacks what its body requires is a clear error")
    func missingMember() async throws {
        let webhook = Clockify.Webhook(authToken: "t", id: "1")
        do {
            _ = try Clockify.WebhookUpdate(replacing: webhook)
            Issue.record("nothing was thrown")
        } catch {
            #expect(error.description.contains("/triggerSource: required, but the service returned none"))
        }
    }
}
