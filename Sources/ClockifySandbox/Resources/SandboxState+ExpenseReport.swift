import ClockifyRuntime
import Foundation

/// The expense report.
extension SandboxState {
    func expenseReport(_ query: ReportQuery) -> Report {
        let workspace = store.entity(.workspaces, query.workspace)
        let wanted = reportedExpenses(query).filter { $0.isWanted(query, workspace) }
        let rows = query.page(of: SandboxState.sorted(wanted, query))
        let statuses = Dictionary(
            (workspace?.memberships ?? []).map { ($0["userId"] ?? .null, $0["membershipStatus"] ?? .null) }
        ) { first, _ in first }
        func total(_ expenses: [ReportedExpense]) -> JSONValue { .double(expenses.map(\.amount).reduce(0, +)) }
        let json: [String: JSONValue] = [
            "expenses": .array(rows.map { $0.json(query, userStatus: statuses[$0.expense["userId"]] ?? .null) }),
            "totals": [
                "expensesCount": .integer(Int64(wanted.count)), "totalAmount": total(wanted),
                "totalAmountBillable": total(wanted.filter(\.isBillable)),
            ],
        ]
        let receipts = rows.compactMap(\.receipt).enumerated().map { index, receipt in
            let name = (receipt.fileName ?? "receipt").replacing("/", with: "-")
            return (name: "receipts/\(index + 1)-\(name)", bytes: receipt.bytes)
        }
        return Report(json: json, table: SandboxState.table(of: rows), attachments: receipts)
    }

    private func reportedExpenses(_ query: ReportQuery) -> [ReportedExpense] {
        var invoices: [String: String] = [:]
        for invoice in store.entities(.invoices, in: query.workspace) {
            for item in invoice["items"].arrayValue ?? [] {
                for id in item.strings("expenseIds") { invoices[id] = invoice.id }
            }
        }
        let groups = store.entities(.userGroups, in: query.workspace)
        let approved = approvedRequests(in: query.workspace)
        return store.entities(.expenses, in: query.workspace).map { expense in
            func entity(_ collection: EntityCollection, _ member: String) -> Entity? {
                expense.text(member).flatMap { store.entity(collection, $0) }
            }
            let project = entity(.projects, "projectId")
            let user = expense.text("userId")
            return ReportedExpense(
                expense: expense, user: entity(.users, "userId"), project: project, task: entity(.tasks, "taskId"),
                client: project?.text("clientId").flatMap { store.entity(.clients, $0) },
                category: entity(.expenseCategories, "categoryId"),
                groups: groups.filter { group in user.map(group.strings("userIds").contains) == true }.map(\.id),
                receipt: expense.text("fileId").flatMap { uploads[$0] }, invoice: invoices[expense.id],
                isApproved: expense.text("approvalRequestId").map(approved.contains) ?? false)
        }
    }

    private static func sorted(_ expenses: [ReportedExpense], _ query: ReportQuery) -> [ReportedExpense] {
        let column = query["sortColumn"].stringValue ?? "DATE"
        let isDescending = query.isDescending ?? true
        let keyed = expenses.map { row -> (row: ReportedExpense, text: String, number: Double) in
            switch column {
            case "ID": (row, row.expense.id, 0)
            case "PROJECT": (row, row.project?.text("name")?.lowercased() ?? "", 0)
            case "USER": (row, row.user?.text("name")?.lowercased() ?? "", 0)
            case "CATEGORY": (row, row.category?.text("name")?.lowercased() ?? "", 0)
            case "AMOUNT": (row, "", row.amount)
            default: (row, row.day, 0)
            }
        }
        return keyed.sorted { left, right in
            let isBefore = (left.text, left.number, left.row.expense.sequence) < (right.text, right.number, right.row.expense.sequence)
            return isBefore != isDescending
        }.map(\.row)
    }

    private static func table(of rows: [ReportedExpense]) -> FileTable {
        FileTable(
            title: "Expense report",
            columns: [
                "Date", "User", "Project", "Client", "Task", "Category", "Notes", "Billable", "Receipt", "Quantity", "Amount (USD)",
            ],
            rows: rows.map { row in
                let texts = [
                    row.day, row.user?.text("name"), row.project?.text("name"), row.client?.text("name"), row.task?.text("name"),
                    row.category?.text("name"), row.expense.text("notes"), row.isBillable ? "Yes" : "No", row.receipt?.fileName,
                ]
                return texts.map { .text($0 ?? "") } + [
                    .number(row.expense["quantity"].doubleValue ?? 0, fractionDigits: 2), .number(row.amount / 100, fractionDigits: 2),
                ]
            })
    }
}
