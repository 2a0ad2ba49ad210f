import ClockifyRuntime
import Foundation

/// An approval request in a list, with its time entries, its expenses and their totals.
extension SandboxState {
    func approvalDetails(_ request: Entity) -> JSONValue {
        let entries = store.entities(.timeEntries, in: request.scope).filter { $0.text("approvalRequestId") == request.id }
        let expenses = store.entities(.expenses, in: request.scope).filter { $0.text("approvalRequestId") == request.id }
        let breaks = entries.filter { $0.text("type") == "BREAK" }
        let work = entries.filter { $0.text("type") != "BREAK" }
        func time(_ entries: [Entity]) -> JSONValue { .string(TextFormat.duration(seconds: entries.map(trackedSeconds).reduce(0, +))) }
        func amount(_ rate: String, _ entries: [Entity]) -> JSONValue { .rounded(entries.map { self.amount(rate, of: $0) }.reduce(0, +)) }
        let billable = work.filter { $0.flag("billable") }
        return [
            "approvalRequest": request.value, "approvedTime": time(request.approvalState == "APPROVED" ? work : []),
            "billableAmount": amount("hourlyRate", billable), "billableTime": time(billable), "breakTime": time(breaks),
            "costAmount": amount("costRate", work), "entries": .array(entries.map(approvalEntry)),
            "expenseTotal": .number(expenses.map { $0["total"].doubleValue ?? 0 }.reduce(0, +)),
            "expenses": .array(expenses.map { approvalExpense($0, request) }),
            "pendingTime": time(request.approvalState == "PENDING" ? work : []), "trackedTime": time(work),
        ]
    }

    private func trackedSeconds(_ entry: Entity) -> Int {
        guard let start = entry.start, let end = entry.end else { return 0 }
        return Int(end.timeIntervalSince(start))
    }

    /// Returns what an entry is worth by its own rate, or else by its project's, in minor units.
    private func amount(_ rate: String, of entry: Entity) -> Double {
        let project = entry.text("projectId").flatMap { store.entity(.projects, $0) }
        let perHour = (entry[rate]["amount"] ?? project?[rate]["amount"])?.doubleValue ?? 0
        return perHour * Double(trackedSeconds(entry)) / 3600
    }

    private func approvalEntry(_ entry: Entity) -> JSONValue {
        let fields = entry["customFieldValues"].arrayValue ?? []
        let project = entry.text("projectId").flatMap { store.entity(.projects, $0) }
        let task = entry.text("taskId").flatMap { store.entity(.tasks, $0) }
        return .present([
            "approvalRequestId": entry["approvalRequestId"], "billable": entry["billable"], "costRate": entry["costRate"],
            "customFieldValues": .array(
                fields.map { field in
                    .present([
                        "customFieldId": field["customFieldId"] ?? .null, "sourceType": field["type"] ?? .null,
                        "timeEntryId": .string(entry.id), "value": field["value"] ?? .null,
                    ])
                }),
            "description": entry["description"], "hourlyRate": entry["hourlyRate"], "id": .string(entry.id),
            "isLocked": entry["isLocked"], "project": project.map(projectSummary) ?? .null,
            "tags": .array(entry.strings("tagIds").compactMap { store.entity(.tags, $0)?.value }),
            "task": task.map { ["id": .string($0.id), "name": $0["name"]] } ?? .null, "timeInterval": zonedInterval(of: entry),
            "type": entry["type"],
        ])
    }

    private func approvalExpense(_ expense: Entity, _ request: Entity) -> JSONValue {
        var members = expenseRow(expense).objectValue ?? [:]
        members["approvalRequestId"] = .string(request.id)
        members["approvalStatus"] = .string(request.approvalState)
        members["currency"] = .string("USD")
        return .object(members)
    }

    private func projectSummary(_ project: Entity) -> JSONValue {
        .present([
            "clientId": project["clientId"],
            "clientName": project.text("clientId").flatMap { store.entity(.clients, $0)?["name"] } ?? .null,
            "color": project["color"], "id": .string(project.id), "name": project["name"],
        ])
    }

    /// Returns a time entry's interval, also in local time of its user.
    private func zonedInterval(of entry: Entity) -> JSONValue {
        let zone = calendar(of: entry.text("userId") ?? "").zone
        var members = entry["timeInterval"].objectValue ?? [:]
        members["timeZone"] = .string(zone.identifier)
        for (offset, zoned, date) in [("offsetStart", "zonedStart", entry.start), ("offsetEnd", "zonedEnd", entry.end)] {
            guard let date else { continue }
            let seconds = zone.secondsFromGMT(for: date)
            let clock = date.addingTimeInterval(Double(seconds)).parameterText.prefix { $0 != "Z" }
            let minutes = abs(seconds) / 60
            let sign = seconds < 0 ? "-" : "+"
            let text = "\(sign)\(minutes / 600)\(minutes / 60 % 10):\(minutes % 60 / 10)\(minutes % 10)"
            members[offset] = .integer(Int64(seconds))
            members[zoned] = .string(clock + (seconds == 0 ? "Z" : text))
        }
        return .present(members)
    }
}
