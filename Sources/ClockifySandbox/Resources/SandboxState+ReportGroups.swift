import ClockifyRuntime
import Foundation

/// Grouped reports: the summary report and the weekly report.
extension SandboxState {
    func summaryReport(_ call: SandboxCall) -> Outcome {
        let entries = reportedEntries(call)
        let kinds = call.members["summaryFilter"]?.strings("groups") ?? []
        return .value(["groupOne": .array(groups(of: entries, by: kinds[...], reportZone(call))), "totals": totals(of: entries)])
    }

    func weeklyReport(_ call: SandboxCall) -> Outcome {
        let entries = reportedEntries(call)
        let zone = reportZone(call)
        let kind = call.members["weeklyFilter"]?["group"]?.stringValue ?? "USER"
        let groups = buckets(of: entries, by: kind, zone).map { bucket in
            var group = self.group(bucket)
            group["days"] = days(of: bucket.entries, zone)
            return JSONValue.object(group)
        }
        return .value(["groupOne": .array(groups), "totals": totals(of: entries), "totalsByDay": days(of: entries, zone)])
    }

    /// A group of time entries and its key.
    private struct Bucket {
        var id: JSONValue = ""
        var name = ""
        var members: [String: JSONValue] = [:]
        var entries: [Entity] = []
    }

    private func groups(of entries: [Entity], by kinds: ArraySlice<String>, _ zone: TimeZone) -> [JSONValue] {
        guard let kind = kinds.first else { return [] }
        return buckets(of: entries, by: kind, zone).map { bucket in
            var group = self.group(bucket)
            if kinds.count > 1 { group["children"] = .array(groups(of: bucket.entries, by: kinds.dropFirst(), zone)) }
            return .object(group)
        }
    }

    private func group(_ bucket: Bucket) -> [String: JSONValue] {
        let amount = JSONValue.double(bucket.entries.map(amount).reduce(0, +))
        let group: [String: JSONValue] = [
            "_id": bucket.id, "amount": amount, "amounts": [["type": "EARNED", "value": amount]],
            "duration": .integer(Int64(bucket.entries.seconds)), "name": .string(bucket.name),
            "nameLowerCase": .string(bucket.name.lowercased()),
        ]
        return group.merging(bucket.members) { _, own in own }
    }

    private func buckets(of entries: [Entity], by kind: String, _ zone: TimeZone) -> [Bucket] {
        var buckets: [JSONValue: Bucket] = [:]
        for entry in entries {
            for bucket in self.buckets(of: entry, by: kind, zone) { buckets[bucket.id, default: bucket].entries.append(entry) }
        }
        return buckets.values.sorted { ($0.name, $0.id.description) < ($1.name, $1.id.description) }
    }

    /// Returns the groups of an entry: a single one, or one for each user group of its user.
    private func buckets(of entry: Entity, by kind: String, _ zone: TimeZone) -> [Bucket] {
        let project = entry.text("projectId").flatMap { store.entity(.projects, $0) }
        let client = project?.text("clientId").flatMap { store.entity(.clients, $0) }
        func bucket(_ entity: Entity?) -> Bucket { Bucket(id: entity?["id"] ?? "", name: entity?.text("name") ?? "") }
        switch kind {
        case "PROJECT":
            var bucket = bucket(project)
            bucket.members = ["color": project?["color"] ?? .null, "clientName": client?["name"] ?? ""]
            return [bucket]
        case "CLIENT": return [bucket(client)]
        case "TASK": return [bucket(entry.text("taskId").flatMap { store.entity(.tasks, $0) })]
        case "USER": return [bucket(entry.text("userId").flatMap { store.entity(.users, $0) })]
        case "USER_GROUP":
            let groups = store.entities(.userGroups, in: entry.scope).filter { group in
                entry.text("userId").map(group.strings("userIds").contains) == true
            }
            return groups.isEmpty ? [Bucket()] : groups.map { bucket($0) }
        // Each set of tags is one group, identified by all of its tags.
        case "TAG":
            let tags = entry.strings("tagIds").compactMap { store.entity(.tags, $0) }
            let names = tags.compactMap { $0.text("name") }
            return [Bucket(id: .array(tags.map { $0["id"] }), name: names.joined(separator: ", "))]
        case "DATE", "WEEK", "MONTH":
            let text = entry.start.map { day($0, of: kind, zone) } ?? ""
            return [Bucket(id: .string(text), name: text)]
        default:
            let text = entry.text("description") ?? ""
            return [Bucket(id: .string(text), name: text)]
        }
    }

    /// Returns the day, the Monday of the week, or the month, in local time of the time zone.
    private func day(_ date: Date, of kind: String, _ zone: TimeZone) -> String {
        var clock = date.addingTimeInterval(Double(zone.secondsFromGMT(for: date)))
        if kind == "WEEK" {
            // 1970-01-01 was a Thursday.
            let days = Int((clock.timeIntervalSince1970 / 86_400).rounded(.down))
            clock.addTimeInterval(-86_400 * Double(((days + 3) % 7 + 7) % 7))
        }
        return String(clock.parameterText.prefix(kind == "MONTH" ? 7 : 10))
    }

    private func days(of entries: [Entity], _ zone: TimeZone) -> JSONValue {
        .array(
            buckets(of: entries, by: "DATE", zone).map { bucket in
                [
                    "amount": .double(bucket.entries.map(amount).reduce(0, +)), "date": bucket.id,
                    "duration": .integer(Int64(bucket.entries.seconds)),
                ]
            })
    }
}
