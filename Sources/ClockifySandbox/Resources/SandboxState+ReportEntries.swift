import ClockifyRuntime
import Foundation

/// A time entry in a report, with everything that it refers to.
struct ReportedEntry: Sendable {
    let entry: Entity
    let user: Entity?
    let project: Entity?
    let task: Entity?
    let client: Entity?
    let tags: [Entity]
    let groups: [Entity]
    let seconds: Int
    let rates: Rates
    /// The invoice that bills the entry.
    let invoice: String?
    let isInvoiced: Bool
    /// `true` if the entry belongs to an approval request that was approved.
    let isApproved: Bool

    var isBillable: Bool { entry.flag("billable") }
    var earned: Double { isBillable ? rates.hourly * Double(seconds) / 3600 : 0 }
    var cost: Double { rates.cost * Double(seconds) / 3600 }

    func amount(_ type: String) -> Double {
        switch type {
        case "COST": cost
        case "PROFIT": earned - cost
        default: earned
        }
    }
}

extension SandboxState {
    /// Returns the time entries that a report covers, in creation order.
    func reportedEntries(_ query: ReportQuery) -> [ReportedEntry] {
        let range = query.range
        let groups = store.entities(.userGroups, in: query.workspace)
        var invoices: [String: String] = [:]
        for invoice in store.entities(.invoices, in: query.workspace) {
            for item in invoice["items"].arrayValue ?? [] {
                for id in item.strings("timeEntryIds") { invoices[id] = invoice.id }
            }
        }
        let workspace = store.entity(.workspaces, query.workspace)
        let rounding = query["rounding"] == true ? DurationRounding(workspace?["workspaceSettings"]["round"]) : nil
        let filter = ReportFilter(query)
        let approved = approvedRequests(in: query.workspace)
        let users = reportedUsers(in: query.workspace)
        return store.entities(.timeEntries, in: query.workspace).compactMap { entry in
            guard let start = entry.start, range.contains(start) else { return nil }
            func entity(_ collection: EntityCollection, _ member: String) -> Entity? {
                entry.text(member).flatMap { store.entity(collection, $0) }
            }
            let project = entity(.projects, "projectId")
            let task = entity(.tasks, "taskId")
            let user = entry.text("userId")
            let seconds = rounding?.seconds(entry.seconds) ?? entry.seconds
            let reported = ReportedEntry(
                entry: entry, user: user.flatMap { users[$0] }, project: project, task: task,
                client: project?.text("clientId").flatMap { store.entity(.clients, $0) },
                tags: entry.strings("tagIds").compactMap { store.entity(.tags, $0) },
                groups: groups.filter { group in user.map(group.strings("userIds").contains) == true }, seconds: seconds,
                rates: Rates(of: entry, task: task, project: project, workspace: workspace), invoice: invoices[entry.id],
                isInvoiced: invoices[entry.id] != nil || isInvoiced(entry),
                isApproved: entry.text("approvalRequestId").map(approved.contains) ?? false)
            return filter.accepts(reported, workspace) ? reported : nil
        }
    }
}

extension Entity {
    /// The duration of a time entry in seconds; 0 while it is running.
    var seconds: Int {
        guard let start, let end else { return 0 }
        return Int(end.timeIntervalSince(start))
    }

    func strings(_ name: String) -> [String] { self[name].arrayValue?.compactMap(\.stringValue) ?? [] }
}

extension [ReportedEntry] {
    /// The total duration in seconds.
    var seconds: Int { map(\.seconds).reduce(0, +) }

    func amount(_ type: String) -> Double { map { $0.amount(type) }.reduce(0, +) }
}
