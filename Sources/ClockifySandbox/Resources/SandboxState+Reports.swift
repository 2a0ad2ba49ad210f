import ClockifyRuntime
import Foundation

/// The detailed report, made of what the sandbox keeps. Other reports answer with their documented sample.
extension SandboxState {
    func detailedReport(_ call: SandboxCall) -> Outcome {
        let range = reportRange(call)
        let selected = store.entities(.timeEntries, in: call.path("workspaceId")).filter { entry in
            guard let start = entry.start, range.contains(start) else { return false }
            return isWanted(entry, by: call.members)
        }
        let isAscending = call.members["sortOrder"] == "ASCENDING"
        let isByID = call.members["detailedFilter"]?["sortColumn"] == "ID"
        let sorted = selected.map { ($0, isByID ? .distantPast : $0.start ?? .distantPast) }.sorted { left, right in
            let isBefore = (left.1, left.0.id) < (right.1, right.0.id)
            return isBefore == isAscending
        }
        let (page, _) = pageful(of: sorted.map(\.0), call)
        return .value(["timeentries": .array(page.map(row)), "totals": [totals(of: selected)]])
    }

    /// The service takes the UTC clock of a moment for one on a wall in the time zone of the report.
    private func reportRange(_ call: SandboxCall) -> ClosedRange<Date> {
        let name = call.members["timeZone"]?.stringValue ?? store.entity(.users, me)?["settings"]["timeZone"]?.stringValue
        let zone = name.flatMap { TimeZone(identifier: $0) }
        func moment(_ member: String) -> Date {
            let moment = call.members[member]?.stringValue.flatMap(TextFormat.instant) ?? now
            return moment.addingTimeInterval(-Double(zone?.secondsFromGMT(for: moment) ?? 0))
        }
        let start = moment("dateRangeStart")
        return start...max(start, moment("dateRangeEnd"))
    }

    private func isWanted(_ entry: Entity, by query: [String: JSONValue]) -> Bool {
        let client = entry.text("projectId").flatMap { store.entity(.projects, $0)?.text("clientId") }
        let filters: [(String, [String])] = [
            ("users", [entry.text("userId")].compactMap(\.self)), ("projects", [entry.text("projectId")].compactMap(\.self)),
            ("tasks", [entry.text("taskId")].compactMap(\.self)), ("clients", [client].compactMap(\.self)),
            ("tags", entry["tagIds"].arrayValue?.compactMap(\.stringValue) ?? []),
        ]
        for (name, own) in filters {
            let wanted = query[name]?.strings("ids") ?? []
            if !wanted.isEmpty, own.contains(where: wanted.contains) == (query[name]?["contains"] == "DOES_NOT_CONTAIN") { return false }
        }
        if let billable = query["billable"]?.boolValue, billable != entry.flag("billable") { return false }
        guard let words = query["description"]?.stringValue?.lowercased(), !words.isEmpty else { return true }
        return entry.text("description")?.lowercased().contains(words) == true
    }

    private func row(_ entry: Entity) -> JSONValue {
        let project = entry.text("projectId").flatMap { store.entity(.projects, $0) }
        let client = project?.text("clientId").flatMap { store.entity(.clients, $0) }
        let user = entry.text("userId").flatMap { store.entity(.users, $0) }
        let tags = entry["tagIds"].arrayValue?.compactMap { $0.stringValue.flatMap { store.entity(.tags, $0) } } ?? []
        let fields = entry["customFieldValues"].arrayValue ?? []
        return [
            "_id": .string(entry.id), "approvalRequestId": nil, "billable": entry["billable"], "clientId": client?["id"] ?? .null,
            "clientName": client?["name"] ?? .null,
            "customFields": .array(
                fields.map { ["customFieldId": $0["customFieldId"] ?? .null, "value": $0["value"] ?? .null] }),
            "description": entry["description"],
            "locked": false, "projectColor": project?["color"] ?? .null, "projectId": project?["id"] ?? .null,
            "projectName": project?["name"] ?? .null, "tags": .array(tags.map { ["id": $0["id"], "name": $0["name"]] }),
            "taskId": entry["taskId"], "taskName": entry.text("taskId").flatMap { store.entity(.tasks, $0)?["name"] } ?? .null,
            "timeInterval": [
                "start": entry["timeInterval"]["start"] ?? .null, "end": entry["timeInterval"]["end"] ?? .null,
                "duration": .integer(Int64(entry.seconds)),
            ], "userEmail": user?["email"] ?? .null, "userId": entry["userId"], "userName": user?["name"] ?? .null,
        ]
    }

    private func totals(of entries: [Entity]) -> JSONValue {
        func seconds(_ entries: [Entity]) -> JSONValue { .integer(Int64(entries.map(\.seconds).reduce(0, +))) }
        return [
            "amounts": [], "entriesCount": .integer(Int64(entries.count)), "id": "",
            "totalBillableTime": seconds(entries.filter { $0.flag("billable") }), "totalTime": seconds(entries),
        ]
    }
}

extension Entity {
    /// How long a time entry lasted; 0 while it runs.
    fileprivate var seconds: Int {
        guard let start, let end else { return 0 }
        return Int(end.timeIntervalSince(start))
    }
}
