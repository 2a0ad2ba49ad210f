import ClockifyRuntime

/// The invoices, expenses and shared reports that a documentation page refers to.
struct DocumentedMoney: Sendable {
    var invoices: [String] = []
    /// The payment of the first invoice.
    var payment: String?
    /// Archived categories, because the samples delete them.
    var categories: [String] = []
    var expense: (id: String, file: String)?
    /// Shared reports are in the workspace of the samples of reports.
    var sharedReports: [String] = []
    /// Workspaces in samples of expense reports.
    var workspaces: [String] = []
    /// Clients of invoices that the samples create.
    var clients: [String] = []

    static let current = DocumentedMoney(
        invoices: ["78a687e29ae1f428e7ebe303", "83q687e29ae1f428e7ebe195"], payment: "56p687e29ae1f428e7ebe456",
        categories: ["89a687e29ae1f428e7ebe567", "89a687e29ae1f428e7ebe303", "45y687e29ae1f428e7ebe890"],
        expense: ("64c777ddd3fcab07cfbb210c", "745687e29ae1f428e7ebe890"), sharedReports: ["61794f784363c45af78e5555"],
        workspaces: ["60f91b3ffdaf031696ec6bbb"],
        clients: ["98h687e29ae1f428e7ebe707", "34p687e29ae1f428e7ebe562"])

    func add(to state: inout SandboxState, of things: DocumentedThings) {
        let workspace = things.workspace
        for id in workspaces { things.addWorkspace(id, to: &state) }
        for id in clients {
            let members = state.samples.shape(of: Resource.clients.sample).merging(Resource.clients.initial) { $1 }
                .merging(["name": .string("Client \(id)"), "workspaceId": .string(workspace)]) { $1 }
            state.store.insert(into: .clients, scope: workspace, id: id, members)
        }
        for id in categories {
            let members: [String: JSONValue] = [
                "name": .string("Category \(id)"), "archived": true, "hasUnitPrice": true, "priceInCents": 1000, "unit": "piece",
                "workspaceId": .string(workspace),
            ]
            state.store.insert(into: .expenseCategories, scope: workspace, id: id, members)
        }
        addExpense(to: &state, of: things)
        for (index, id) in invoices.enumerated() {
            // The first invoice bills a time entry, the second one an expense.
            let item =
                index == 0
                ? Seed.item("Documentation", quantity: 1.5, price: 60_00, timeEntries: Array(things.timeEntries.prefix(1)))
                : Seed.item("Procurement", quantity: 1, price: 105_00, expenses: expense.map { [$0.id] } ?? [])
            let members = Seed.invoiceMembers(number: id, client: clients.first, user: things.user, items: [item])
            state.store.insert(into: .invoices, scope: workspace, id: id, members)
        }
        if let payment, let invoice = invoices.first {
            let members: [String: JSONValue] = ["amount": 100, "author": "John Doe", "date": "2021-01-01T12:00:00Z", "note": ""]
            state.store.insert(into: .invoicePayments, scope: invoice, id: payment, members)
        }
        for id in sharedReports {
            let place = things.otherWorkspaces.first ?? workspace
            let filter: JSONValue = [
                "dateRangeStart": "2018-11-01T00:00:00Z", "dateRangeEnd": "2018-11-30T23:59:59Z", "summaryFilter": ["groups": ["PROJECT"]],
            ]
            let members: [String: JSONValue] = [
                "filter": filter, "fixedDate": false, "isPublic": false, "name": "Weekly 1", "type": "SUMMARY",
                "userId": .string(things.user), "visibleToUserGroups": [], "visibleToUsers": [], "workspaceId": .string(place),
            ]
            state.store.insert(into: .sharedReports, scope: place, id: id, members)
        }
    }

    private func addExpense(to state: inout SandboxState, of things: DocumentedThings) {
        guard let expense else { return }
        let project = things.projects.first { !$0.tasks.isEmpty }
        let members: [String: JSONValue] = [
            "billable": true, "categoryId": categories.first.map { .string($0) } ?? .null, "date": "2020-01-01",
            "fileId": .string(expense.file), "locked": false, "notes": "This is a sample note for this expense.",
            "projectId": project.map { .string($0.id) } ?? .null, "quantity": 10.5,
            "taskId": project?.tasks.first.map { .string($0) } ?? .null,
            "total": 10_500, "userId": .string(things.user), "workspaceId": .string(things.workspace),
        ]
        state.store.insert(into: .expenses, scope: things.workspace, id: expense.id, members)
        state.uploads[expense.file] = FormPart(
            name: "file", fileName: "expense_20200101.txt", contentType: "text/plain", bytes: Array("A receipt.".utf8))
    }
}
