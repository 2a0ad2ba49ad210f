@_spi(Generated) import ClockifyRuntime
import Foundation

/// The list of expenses, with their totals by day and by week.
extension SandboxState {
    func listExpenses(_ call: SandboxCall) -> Outcome {
        let user = call.query["user-id"]
        let expenses = store.entities(.expenses, in: call.path("workspaceId"))
            .filter { user == nil || $0.text("userId") == user }
            .sorted { ($0.text("date") ?? "", $0.sequence) > ($1.text("date") ?? "", $1.sequence) }
        let (shown, isLast) = pageful(of: expenses, call)
        let days = SandboxState.totals(of: expenses) { $0 }
        let weeks = SandboxState.totals(of: expenses, by: firstDay)
        return .envelope(
            [
                "dailyTotals": .array(
                    days.map { ["date": .string($0.key), "dateAsInstant": .string($0.key + "T00:00:00Z"), "total": .double($0.total)] }),
                "expenses": ["count": .integer(Int64(expenses.count)), "expenses": .array(shown.map(expenseRow))],
                "weeklyTotals": .array(weeks.map { ["date": .string($0.key), "total": .double($0.total)] }),
            ], isLast: isLast)
    }

    /// Returns an expense with the things that it refers to by identifier.
    func expenseRow(_ expense: Entity) -> JSONValue {
        func entity(_ collection: EntityCollection, _ member: String) -> Entity? {
            expense.text(member).flatMap { store.entity(collection, $0) }
        }
        var members = expense.members.filter { !["approvalRequestId", "categoryId", "projectId", "taskId"].contains($0.key) }
        members["category"] = entity(.expenseCategories, "categoryId")?.value
        members["fileName"] = expense.text("fileId").flatMap { uploads[$0]?.fileName }.map { .string($0) }
        members["project"] = entity(.projects, "projectId").map { project in
            let client = project.text("clientId").flatMap { store.entity(.clients, $0) }
            let members: [String: JSONValue] = [
                "clientId": client?["id"] ?? .null, "clientName": client?["name"] ?? .null, "color": project["color"],
                "id": project["id"], "name": project["name"],
            ]
            return .object(members.present)
        }
        members["task"] = entity(.tasks, "taskId").map { ["id": $0["id"], "name": $0["name"]] }
        return .object(members.present)
    }

    private static func totals(of expenses: [Entity], by key: (String) -> String) -> [(key: String, total: Double)] {
        var totals: [String: Double] = [:]
        for expense in expenses { totals[key(expense.text("date") ?? ""), default: 0] += expense["total"].doubleValue ?? 0 }
        return totals.sorted { $0.key > $1.key }.map { ($0.key, $0.value) }
    }

    /// Returns the first day of the week of a day.
    private func firstDay(ofWeekOf day: String) -> String {
        guard let date = TextFormat.instant(day) else { return day }
        let first = WeekStart(store.entity(.users, me)?["settings"]["weekStart"]?.stringValue)
        return String(first.start(of: date).parameterText.prefix(10))
    }
}
