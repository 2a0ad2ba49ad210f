@_spi(Generated) import ClockifyRuntime
import Foundation

extension Resource {
    static let expenses = Resource(
        collection: .expenses, name: "Expense", parent: "workspaceId", sample: "createExpense",
        initial: ["billable": false, "locked": false, "notes": "", "quantity": 1],
        required: [],
        references: [
            "categoryId": (.expenseCategories, "Category"), "projectId": (.projects, "Project"), "taskId": (.tasks, "Task"),
            "userId": (.users, "User"),
        ], uniqueNamesBy: nil)
}

/// The rules for expenses. Requests have amounts in major units of the currency, responses have totals in minor units.
extension SandboxState {
    /// The fields of a request, by the name that a request uses to select those that change.
    private static let fields = [
        "AMOUNT": "amount", "BILLABLE": "billable", "CATEGORY": "categoryId", "DATE": "date", "NOTES": "notes", "PROJECT": "projectId",
        "TASK": "taskId", "USER": "userId",
    ]

    mutating func createExpense(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let workspace = call.path("workspaceId")
        var expense = try create(.expenses, written(Array(SandboxState.fields.values), of: call), in: workspace, workspace: workspace)
        keepReceipt(call.files["file"], of: &expense)
        return keep(expense)
    }

    /// Changes the fields that the request selects. All others stay, even if the request has values for them.
    mutating func updateExpense(_ call: SandboxCall) throws(Refusal) -> Outcome {
        try checkUnlocked(try find(.expenses, call.path("expenseId"), call), of: .expenses)
        let changed = call.members["changeFields"]?.arrayValue?.compactMap(\.stringValue) ?? []
        let names = changed.compactMap { SandboxState.fields[$0] }
        var request = written(names, of: call)
        // A field that is selected without a value is cleared.
        for name in names where request[name] == nil && ["notes", "projectId", "taskId"].contains(name) {
            request[name] = name == "notes" ? "" : JSONValue.null
        }
        let changes = SandboxCall(operation: call.operation, pathValues: call.pathValues, query: call.query, body: .object(request))
        var expense = try update(.expenses, call.path("expenseId"), changes)
        if changed.contains("FILE") { keepReceipt(call.files["file"], of: &expense) }
        return keep(expense)
    }

    func getExpense(_ call: SandboxCall) throws(Refusal) -> Outcome {
        .value(SandboxState.presentExpense(try find(.expenses, call.path("expenseId"), call)))
    }

    mutating func deleteExpense(_ call: SandboxCall) throws(Refusal) -> Outcome {
        try checkUnlocked(try find(.expenses, call.path("expenseId"), call), of: .expenses)
        let expense = try delete(.expenses, call.path("expenseId"), call)
        if let file = expense.text("fileId") { uploads[file] = nil }
        return .done
    }

    func downloadReceipt(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let expense = try find(.expenses, call.path("expenseId"), call)
        let id = call.path("fileId")
        guard expense.text("fileId") == id, let receipt = uploads[id] else { throw .unknown("File", in: "Expense") }
        return .file(receipt.file(named: "receipt"))
    }

    // MARK: One expense

    /// Returns the selected members of a request, in the format of responses.
    private func written(_ names: [String], of call: SandboxCall) -> [String: JSONValue] {
        var written: [String: JSONValue] = [:]
        for name in names {
            // A form has an empty text where JSON has no value.
            guard let value = call.members[name], value != "" || name == "notes" else { continue }
            switch name {
            case "amount": written["total"] = .double(((value.doubleValue ?? 0) * 10_000).rounded() / 100)
            case "date": written["date"] = .string(String(SandboxState.timestamp(value).stringValue?.prefix(10) ?? ""))
            default: written[name] = value
            }
        }
        return written
    }

    /// Replaces the receipt. A part without a name and content stands for no file.
    private mutating func keepReceipt(_ file: FormPart?, of expense: inout Entity) {
        if let old = expense.text("fileId") { uploads[old] = nil }
        expense.members["fileId"] = JSONValue.null
        guard let file, !file.bytes.isEmpty || file.fileName?.isEmpty == false else { return }
        let id = store.makeID()
        uploads[id] = file
        expense.members["fileId"] = .string(id)
    }

    /// Stores an expense with the values that depend on its category, and returns it.
    private mutating func keep(_ expense: Entity) -> Outcome {
        var expense = expense
        let category = expense.text("categoryId").flatMap { store.entity(.expenseCategories, $0) }
        let price = category?["priceInCents"].doubleValue ?? 0
        let total = expense["total"].doubleValue ?? 0
        expense.members["quantity"] = category?.flag("hasUnitPrice") == true && price > 0 ? .double(total / price) : 1
        store.replace(expense, in: .expenses)
        return .value(SandboxState.presentExpense(expense))
    }

    /// Removes the references of expenses to a deleted project.
    mutating func forgetInExpenses(project: String) {
        store.change(.expenses, where: { $0.text("projectId") == project }) { expense in
            expense.members["projectId"] = nil as JSONValue
            expense.members["taskId"] = nil as JSONValue
        }
    }

    /// Returns an expense without its approval request, which only lists of these contain.
    static func presentExpense(_ expense: Entity) -> JSONValue {
        .object(expense.members.present.filter { $0.key != "approvalRequestId" })
    }
}
