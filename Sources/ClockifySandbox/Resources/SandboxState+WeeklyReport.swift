import ClockifyRuntime
import Foundation

/// The weekly report: users or projects with the totals of seven days.
extension SandboxState {
    func weeklyReport(_ query: ReportQuery) throws(Refusal) -> Report {
        let seconds = query.bounds.end.timeIntervalSince(query.bounds.start)
        // The end is either the last second of the seventh day or the start of the eighth.
        guard (604_799...604_800).contains(seconds) else { throw .invalid("dateRangeEnd", "a weekly report spans exactly 7 days") }
        let entries = reportedEntries(query)
        let days = query.week
        let kind = query["weeklyFilter"]["group"]?.stringValue ?? "USER"
        let groups = ReportGroup.groups(of: entries, by: kind, query)
        let settings = store.entity(.workspaces, query.workspace)?["workspaceSettings"]
        let json: [String: JSONValue] = [
            "decimalFormat": .bool(settings?["decimalFormat"] == true),
            "groupOne": .array(
                groups.map { group in
                    .object(group.json(query).merging(["days": SandboxState.totals(of: group.entries, on: days, query)]) { $1 })
                }),
            "includeUsersWithoutTime": .bool(kind == "USER"), "totals": SandboxState.totals(of: entries, query),
            "totalsByDay": SandboxState.totals(of: entries, on: days, query),
            "trackTimeDownToSeconds": .bool(settings?["trackTimeDownToSecond"] == true),
            "usersWithoutTime": .array(kind == "USER" ? usersWithoutTime(entries, query) : []),
        ]
        return Report(json: json, table: SandboxState.table(of: groups, kind, days, query))
    }

    private static func totals(of entries: [ReportedEntry], on days: [String], _ query: ReportQuery) -> JSONValue {
        let byDay = Dictionary(grouping: entries) { $0.entry.start.map(query.day) ?? "" }
        return .array(
            days.map { day in
                let own = byDay[day] ?? []
                var total: [String: JSONValue] = ["date": .string(day), "duration": .integer(Int64(own.seconds))]
                if let type = query.amountTypes.first { total["amount"] = .double(own.amount(type)) }
                return .object(total)
            })
    }

    /// Returns the active users that the report is about and that have no entry in it.
    private func usersWithoutTime(_ entries: [ReportedEntry], _ query: ReportQuery) -> [JSONValue] {
        let tracking = Set(entries.compactMap { $0.user?.id })
        return reportedUsers(query).filter { !tracking.contains($0.id) }.map { user in
            let members: [String: JSONValue] = [
                "_id": user["id"], "dateFormat": user["settings"]["dateFormat"] ?? .null, "email": user["email"], "name": user["name"],
                "timeFormat": user["settings"]["timeFormat"] ?? .null, "timeZone": user["settings"]["timeZone"] ?? .null,
                "weekStart": user["settings"]["weekStart"] ?? .null,
            ]
            return .object(members.present)
        }
    }

    /// Returns the active users of the workspace that pass the filters for users and user groups, in the order of their names.
    func reportedUsers(_ query: ReportQuery) -> [Entity] {
        let users = ReferenceFilter(query["users"])
        let wanted = ReferenceFilter(query["userGroups"])
        let groups = store.entities(.userGroups, in: query.workspace)
        let workspace = store.entity(.workspaces, query.workspace)
        let all = store.entities(.users).filter { user in
            ReportFilter.accepts(users.status ?? "ACTIVE", user, in: workspace) && users.accepts([user.id])
                && wanted.accepts(groups.filter { $0.strings("userIds").contains(user.id) }.map(\.id))
        }
        return all.sorted { ($0.text("name") ?? "", $0.sequence) < ($1.text("name") ?? "", $1.sequence) }
    }

    private static func table(of groups: [ReportGroup], _ kind: String, _ days: [String], _ query: ReportQuery) -> FileTable {
        FileTable(
            title: "Weekly report", columns: [column(kind)] + days + ["Total (h)"] + query.amountTypes.map(amountColumn),
            rows: groups.map { group in
                let byDay = Dictionary(grouping: group.entries) { $0.entry.start.map(query.day) ?? "" }
                let times = days.map { byDay[$0]?.seconds ?? 0 } + [group.entries.seconds]
                return [.text(group.name)] + times.map { .text(hours($0)) }
                    + query.amountTypes.map { .number(group.entries.amount($0) / 100, fractionDigits: 2) }
            })
    }
}
