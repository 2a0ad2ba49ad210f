import ClockifyRuntime
import Foundation

/// The detailed report on the stored entities, in the format of the live service: `_id` for `id`, fractional amounts, and `[null]`
/// for the totals of an empty report.
extension SandboxState {
    func detailedReport(_ call: SandboxCall) -> Outcome {
        let selected = reportedEntries(call)
        let isAscending = call.members["sortOrder"] == "ASCENDING"
        let isByID = call.members["detailedFilter"]?["sortColumn"] == "ID"
        let sorted = selected.map { ($0, isByID ? .distantPast : $0.start ?? .distantPast) }.sorted { left, right in
            let isBefore = (left.1, left.0.id) < (right.1, right.0.id)
            return isBefore == isAscending
        }
        let (page, _) = pageful(of: sorted.map(\.0), call)
        let zone = reportZone(call)
        return .value(["timeentries": .array(page.map { row($0, zone) }), "totals": totals(of: selected)])
    }

    /// Returns the time entries that a report covers.
    func reportedEntries(_ call: SandboxCall) -> [Entity] {
        let range = reportRange(call)
        return store.entities(.timeEntries, in: call.path("workspaceId")).filter { entry in
            guard let start = entry.start, range.contains(start) else { return false }
            return isWanted(entry, by: call.members)
        }
    }

    func reportZone(_ call: SandboxCall) -> TimeZone {
        let name = call.members["timeZone"]?.stringValue ?? store.entity(.users, me)?["settings"]["timeZone"]?.stringValue
        return name.flatMap { TimeZone(identifier: $0) } ?? .gmt
    }

    /// Returns the date range. The service interprets the UTC clock time of a bound as local time in the report's time zone.
    private func reportRange(_ call: SandboxCall) -> ClosedRange<Date> {
        let zone = reportZone(call)
        func moment(_ member: String) -> Date {
            let moment = call.members[member]?.stringValue.flatMap(TextFormat.instant) ?? now
            return moment.addingTimeInterval(-Double(zone.secondsFromGMT(for: moment)))
        }
        let start = moment("dateRangeStart")
        return start...max(start, moment("dateRangeEnd"))
    }

    private func isWanted(_ entry: Entity, by query: [String: JSONValue]) -> Bool {
        let client = entry.text("projectId").flatMap { store.entity(.projects, $0)?.text("clientId") }
        let filters: [(String, [String])] = [
            ("users", [entry.text("userId")].compactMap(\.self)), ("projects", [entry.text("projectId")].compactMap(\.self)),
            ("tasks", [entry.text("taskId")].compactMap(\.self)), ("clients", [client].compactMap(\.self)),
            ("tags", entry.strings("tagIds")),
        ]
        for (name, own) in filters {
            let wanted = query[name]?.strings("ids") ?? []
            if !wanted.isEmpty, own.contains(where: wanted.contains) == (query[name]?["contains"] == "DOES_NOT_CONTAIN") { return false }
        }
        if let billable = query["billable"]?.boolValue, billable != entry.flag("billable") { return false }
        guard let words = query["description"]?.stringValue?.lowercased(), !words.isEmpty else { return true }
        return entry.text("description")?.lowercased().contains(words) == true
    }

    private func row(_ entry: Entity, _ zone: TimeZone) -> JSONValue {
        let project = entry.text("projectId").flatMap { store.entity(.projects, $0) }
        let client = project?.text("clientId").flatMap { store.entity(.clients, $0) }
        let user = entry.text("userId").flatMap { store.entity(.users, $0) }
        let tags = entry.strings("tagIds").compactMap { store.entity(.tags, $0) }
        let fields = entry["customFieldValues"].arrayValue ?? []
        return [
            "_id": .string(entry.id), "amount": .double(amount(of: entry)), "approvalRequestId": nil, "billable": entry["billable"],
            "clientId": client?["id"] ?? .null, "clientName": client?["name"] ?? .null, "currency": "USD",
            "customFields": .array(
                fields.map { ["customFieldId": $0["customFieldId"] ?? .null, "value": $0["value"] ?? .null] }),
            "description": entry["description"], "invoicingInfo": nil, "isLocked": false, "projectColor": project?["color"] ?? .null,
            "projectId": project?["id"] ?? .null, "projectName": project?["name"] ?? .null, "rate": .double(rate(of: entry)),
            "tagIds": entry["tagIds"], "tags": .array(tags.map { ["_id": $0["id"], "name": $0["name"]] }),
            "taskId": entry["taskId"], "taskName": entry.text("taskId").flatMap { store.entity(.tasks, $0)?["name"] } ?? .null,
            "timeInterval": interval(of: entry, zone), "type": entry["type"].isNull ? "REGULAR" : entry["type"],
            "userEmail": user?["email"] ?? .null, "userId": entry["userId"], "userName": user?["name"] ?? .null,
        ]
    }

    /// Returns the start and end in local time of the time zone, with and without its offset.
    private func interval(of entry: Entity, _ zone: TimeZone) -> JSONValue {
        var members: [String: JSONValue] = [
            "duration": .integer(Int64(entry.seconds)), "timeZone": .string(zone.identifier), "end": nil, "zonedEnd": nil, "offEnd": nil,
        ]
        for (name, zoned, offset, date) in [("start", "zonedStart", "offStart", entry.start), ("end", "zonedEnd", "offEnd", entry.end)] {
            guard let date else { continue }
            let seconds = zone.secondsFromGMT(for: date)
            let clock = date.addingTimeInterval(Double(seconds)).parameterText.replacingOccurrences(of: "Z", with: "")
            let minutes = abs(seconds) / 60
            let text = String(format: "%@%02d:%02d", seconds < 0 ? "-" : "+", minutes / 60, minutes % 60)
            members[name] = .string(clock + (seconds == 0 ? "Z" : text))
            members[zoned] = .string(clock)
            members[offset] = .integer(Int64(seconds))
        }
        return .object(members)
    }

    /// Returns the hourly rate in minor units, from the time entry or else from its project.
    private func rate(of entry: Entity) -> Double {
        guard entry.flag("billable") else { return 0 }
        let project = entry.text("projectId").flatMap { store.entity(.projects, $0) }
        return (entry["hourlyRate"]["amount"] ?? project?["hourlyRate"]["amount"])?.doubleValue ?? 0
    }

    func amount(of entry: Entity) -> Double { rate(of: entry) * Double(entry.seconds) / 3600 }

    /// Returns a list with a single total, or with `null` if there are no entries.
    func totals(of entries: [Entity]) -> JSONValue {
        guard !entries.isEmpty else { return [nil] }
        let amount = JSONValue.double(entries.map(amount).reduce(0, +))
        return [
            [
                "_id": "", "amounts": [["type": "EARNED", "value": amount]], "entriesCount": .integer(Int64(entries.count)),
                "totalAmount": amount, "totalBillableTime": .integer(Int64(entries.filter { $0.flag("billable") }.seconds)),
                "totalTime": .integer(Int64(entries.seconds)),
            ]
        ]
    }
}

extension Entity {
    /// The duration of a time entry in seconds; 0 while it is running.
    fileprivate var seconds: Int {
        guard let start, let end else { return 0 }
        return Int(end.timeIntervalSince(start))
    }

    func strings(_ name: String) -> [String] { members[name]?.arrayValue?.compactMap(\.stringValue) ?? [] }
}

extension [Entity] {
    /// The total duration of the time entries in seconds.
    var seconds: Int { map(\.seconds).reduce(0, +) }
}
