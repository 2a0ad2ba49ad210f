@_spi(Generated) import ClockifyRuntime
import Foundation

/// Entries with the same project, client, day or whatever else a report is grouped by.
struct ReportGroup: Sendable {
    /// A list if the report is grouped by tags: each set of tags is one group.
    var id: JSONValue = ""
    var name = ""
    /// The members of the response beside the name and the totals.
    var members: [String: JSONValue] = [:]
    var entries: [ReportedEntry] = []

    /// Returns the groups in the order of their names.
    static func groups(of entries: [ReportedEntry], by kind: String, _ query: ReportQuery) -> [ReportGroup] {
        var groups: [JSONValue: ReportGroup] = [:]
        for entry in entries {
            for group in self.groups(of: entry, by: kind, query) { groups[group.id, default: group].entries.append(entry) }
        }
        return groups.values.sorted {
            ($0.name.lowercased(), $0.name, $0.id.description) < ($1.name.lowercased(), $1.name, $1.id.description)
        }
    }

    /// Returns the groups of an entry: a single one, or one for each user group of its user.
    private static func groups(of reported: ReportedEntry, by kind: String, _ query: ReportQuery) -> [ReportGroup] {
        func group(_ entity: Entity?) -> ReportGroup { ReportGroup(id: entity?["id"] ?? "", name: entity?.text("name") ?? "") }
        switch kind {
        case "PROJECT":
            var own = group(reported.project)
            own.members = ["color": reported.project?["color"] ?? .null, "clientName": reported.client?["name"] ?? ""]
            own.members = own.members.present
            return [own]
        case "CLIENT": return [group(reported.client)]
        case "TASK": return [group(reported.task)]
        case "USER": return [group(reported.user)]
        case "USER_GROUP": return reported.groups.isEmpty ? [ReportGroup()] : reported.groups.map(group)
        case "TAG":
            let names = reported.tags.compactMap { $0.text("name") }
            return [ReportGroup(id: .array(reported.tags.map { $0["id"] }), name: names.joined(separator: ", "))]
        case "DATE", "WEEK", "MONTH":
            let text = reported.entry.start.map { period($0, kind, query) } ?? ""
            return [ReportGroup(id: .string(text), name: text)]
        default:
            let text = reported.entry.text("description") ?? ""
            return [ReportGroup(id: .string(text), name: text)]
        }
    }

    /// Returns the day, the first day of the week, or the month, in local time of the time zone.
    static func period(_ date: Date, _ kind: String, _ query: ReportQuery) -> String {
        let local = query.local(date)
        let start = kind == "WEEK" ? query.weekStart.start(of: local) : local
        return String(start.parameterText.prefix(kind == "MONTH" ? 7 : 10))
    }

    /// The group in the format of responses.
    func json(_ query: ReportQuery) -> [String: JSONValue] {
        var json: [String: JSONValue] = [
            "_id": id, "amounts": SandboxState.amounts(of: entries, query), "duration": .integer(Int64(entries.seconds)),
            "name": .string(name), "nameLowerCase": .string(name.lowercased()),
        ]
        if let type = query.amountTypes.first { json["amount"] = .double(entries.amount(type)) }
        return json.merging(members) { _, own in own }
    }
}
