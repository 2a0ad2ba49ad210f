@_spi(Generated) import ClockifyRuntime
import Foundation

/// The two lists of invoices.
extension SandboxState {
    private static let listed = [
        "amount", "balance", "clientId", "clientName", "currency", "dueDate", "id", "issuedDate", "number", "paid", "status",
    ]

    func listInvoices(_ call: SandboxCall) -> Outcome {
        let statuses = call.query.all("statuses").flatMap { $0.split(separator: ",").map(String.init) }
        let rows = invoiceRows(in: call.path("workspaceId")).filter { row in
            statuses.isEmpty || row.entity.text("status").map(statuses.contains) == true
        }
        let sorted = SandboxState.sorted(rows, by: call.query["sort-column"], call.query["sort-order"])
        return invoicePage(sorted, showing: SandboxState.listed, call)
    }

    func filterInvoices(_ call: SandboxCall) -> Outcome {
        let filter = InvoiceFilter(call.members)
        let rows = invoiceRows(in: call.path("workspaceId")).filter { row in
            let client = row.entity.text("clientId").flatMap { store.entity(.clients, $0) }
            return filter.accepts(row.members, isClientArchived: client?.flag("archived"))
        }
        let sorted = SandboxState.sorted(rows, by: call.members["sortColumn"]?.stringValue, call.members["sortOrder"]?.stringValue)
        return invoicePage(sorted, showing: SandboxState.listed + ["billFrom", "daysOverdue", "visibleZeroFields"], call)
    }

    private typealias Row = (entity: Entity, members: [String: JSONValue])

    private func invoiceRows(in workspace: String) -> [Row] {
        let paid = paidAmounts()
        return store.entities(.invoices, in: workspace).map { invoice in
            var members = invoiceMembers(invoice, paid: paid[invoice.id] ?? 0)
            members["daysOverdue"] = .integer(daysOverdue(invoice, balance: members["balance"]?.doubleValue ?? 0))
            return (invoice, members)
        }
    }

    private func daysOverdue(_ invoice: Entity, balance: Double) -> Int64 {
        guard balance > 0, invoice.text("status") != "VOID", let due = invoice.text("dueDate").flatMap(TextFormat.instant) else { return 0 }
        return Int64(max(0, now.timeIntervalSince(due) / 86_400))
    }

    private func invoicePage(_ rows: [Row], showing names: [String], _ call: SandboxCall) -> Outcome {
        let (shown, isLast) = pageful(of: rows, call)
        let invoices = shown.map { JSONValue.object($0.members.filter { names.contains($0.key) }) }
        return .envelope(["invoices": .array(invoices), "total": .integer(Int64(rows.count))], isLast: isLast)
    }

    /// Sorts by a column. Equal invoices stay in creation order.
    private static func sorted(_ rows: [Row], by column: String?, _ order: String?) -> [Row] {
        let isDescending = order == "DESCENDING"
        let keyed = rows.map { row -> (row: Row, text: String, number: Double) in
            switch column {
            case "CLIENT": (row, row.members["clientName"]?.stringValue?.lowercased() ?? "", 0)
            case "DUE_ON": (row, row.members["dueDate"]?.stringValue ?? "", 0)
            case "ISSUE_DATE": (row, row.members["issuedDate"]?.stringValue ?? "", 0)
            case "AMOUNT": (row, "", row.members["amount"]?.doubleValue ?? 0)
            case "BALANCE": (row, "", row.members["balance"]?.doubleValue ?? 0)
            default: (row, row.entity.id, 0)
            }
        }
        return keyed.sorted { left, right in
            if (left.text, left.number) == (right.text, right.number) { return left.row.entity.sequence < right.row.entity.sequence }
            return ((left.text, left.number) < (right.text, right.number)) != isDescending
        }.map(\.row)
    }
}
