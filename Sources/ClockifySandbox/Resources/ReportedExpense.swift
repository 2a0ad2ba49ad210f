@_spi(Generated) import ClockifyRuntime
import Foundation

/// An expense in a report, with everything that it refers to.
struct ReportedExpense: Sendable {
    let expense: Entity
    let user: Entity?
    let project: Entity?
    let task: Entity?
    let client: Entity?
    let category: Entity?
    let groups: [String]
    let receipt: FormPart?
    /// The invoice that bills the expense.
    let invoice: String?
    /// `true` if the expense belongs to an approval request that was approved.
    let isApproved: Bool

    var amount: Double { expense["total"].doubleValue ?? 0 }
    var isBillable: Bool { expense.flag("billable") }
    var day: String { expense.text("date") ?? "" }

    func json(_ query: ReportQuery, userStatus: JSONValue) -> JSONValue {
        let members: [String: JSONValue] = [
            "amount": .double(amount), "approvalRequestId": expense["approvalRequestId"], "billable": .bool(isBillable),
            "categoryHasUnitPrice": category?["hasUnitPrice"] ?? .null, "categoryId": category?["id"] ?? .null,
            "categoryName": category?["name"] ?? .null, "categoryUnit": category?["unit"] ?? .null,
            "date": LocalCalendar(query.zone).start(ofDay: day).map { .string(query.timestamp($0)) } ?? .null, "exportFields": [],
            "fileId": expense["fileId"],
            "fileName": receipt?.fileName.map { .string($0) } ?? .null, "id": .string(expense.id),
            "invoicingInfo": invoice.map { ["invoiceId": .string($0), "manuallyInvoiced": false] } ?? .null,
            "locked": .bool(expense.flag("locked")), "notes": expense["notes"], "projectColor": project?["color"] ?? .null,
            "projectId": project?["id"] ?? .null, "projectName": project?["name"] ?? .null, "quantity": expense["quantity"],
            "userEmail": user?["email"] ?? .null, "userId": expense["userId"], "userName": user?["name"] ?? .null,
            "userStatus": userStatus, "workspaceId": .string(expense.scope),
        ]
        return .object(members.present)
    }

    /// Returns `true` if the expense satisfies the conditions of a report.
    func isWanted(_ query: ReportQuery, _ workspace: Entity?) -> Bool {
        func accepts(_ name: String, _ entity: Entity?, isArchived: (Entity) -> Bool? = { $0.flag("archived") }) -> Bool {
            let filter = ReferenceFilter(query[name])
            return filter.accepts(entity.map { [$0.id] } ?? []) && filter.acceptsStatus(isArchived: entity.flatMap(isArchived))
        }
        guard query.dayRange.contains(day), accepts("categories", category), accepts("clients", client), accepts("projects", project),
            accepts("tasks", task, isArchived: { $0.text("status") == "DONE" }), accepts("users", user, isArchived: { _ in nil }),
            ReportFilter.accepts(ReferenceFilter(query["users"]).status, user, in: workspace),
            ReferenceFilter(query["userGroups"]).accepts(groups),
            ReferenceFilter(query["currency"]).accepts([client?.text("currencyId") ?? Seed.currency])
        else { return false }
        if let billable = query["billable"].boolValue, billable != isBillable { return false }
        let notes = expense.text("notes")?.lowercased() ?? ""
        if query["withoutNote"] == true, !notes.isEmpty { return false }
        if let words = query["note"].stringValue?.lowercased(), !words.isEmpty, !notes.contains(words) { return false }
        return ReportFilter.accepts(query["approvalState"], "APPROVED", isApproved)
            && ReportFilter.accepts(query["invoicingState"], "INVOICED", invoice != nil)
    }
}
