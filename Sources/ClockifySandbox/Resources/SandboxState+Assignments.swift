import ClockifyRuntime
import Foundation

extension Resource {
    static let assignments = Resource(
        collection: .assignments, name: "Assignment", parent: "workspaceId", sample: "createRecurring")
}

/// The rules for assignments. Those of a series have the same `seriesId` and are a week apart.
extension SandboxState {
    static let week = 604_800.0

    mutating func createAssignments(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let request = call.members
        let workspace = call.path("workspaceId")
        let (start, end) = try assignmentPeriod(request)
        try checkUsers(call.members["userId"]?.stringValue.map { [$0] } ?? [], in: workspace)
        try checkTask(request["taskId"]?.stringValue, of: request["projectId"]?.stringValue, in: workspace)
        let recurring = request["recurringAssignment"]
        let members: [String: JSONValue] = [
            "billable": request["billable"] ?? false, "hoursPerDay": request["hoursPerDay"] ?? 0,
            "includeNonWorkingDays": request["includeNonWorkingDays"] ?? false, "note": request["note"] ?? "",
            "projectId": request["projectId"] ?? .null, "published": false, "startTime": request["startTime"] ?? .null,
            "taskId": request["taskId"] ?? .null, "userId": request["userId"] ?? .null, "workspaceId": .string(workspace),
            "recurring": [
                "repeat": recurring?["repeat"] ?? false, "seriesId": .string(store.makeID()), "weeks": recurring?["weeks"] ?? 1,
            ],
        ]
        let count = recurring?["repeat"] == true ? recurring?["weeks"]?.intValue ?? 1 : 1
        return present((0..<count).map { insert(members, from: start, to: end, weeksLater: $0) })
    }

    mutating func updateAssignments(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let this = try find(.assignments, call.path("assignmentId"), call)
        let (start, end) = try assignmentPeriod(call.members)
        try checkTask(call.members["taskId"]?.stringValue, of: this.text("projectId"), in: this.scope)
        let shift = start.timeIntervalSince(this.assignmentStart)
        var changed: [Entity] = []
        for var assignment in series(of: this, call.members["seriesUpdateOption"]?.stringValue) {
            for name in ["billable", "hoursPerDay", "includeNonWorkingDays", "note", "startTime", "taskId"] {
                if let value = call.members[name] { assignment.members[name] = value }
            }
            let own = assignment.assignmentStart.addingTimeInterval(shift)
            assignment.members["period"] = period(own, own.addingTimeInterval(end.timeIntervalSince(start)))
            store.replace(assignment, in: .assignments)
            changed.append(assignment)
        }
        return present(changed)
    }

    /// Sets how many assignments a series has: one if it does not repeat.
    mutating func changeSeries(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let this = try find(.assignments, call.path("assignmentId"), call)
        let isRepeated = call.members["repeat"] ?? false
        let weeks = call.members["weeks"]?.intValue ?? 1
        let count = isRepeated == true ? weeks : 1
        var series = series(of: this, "ALL")
        for extra in series.dropFirst(count) { store.remove(extra.id, from: .assignments) }
        series = Array(series.prefix(count))
        guard let first = series.first, let last = series.last else { return present([]) }
        for later in 0..<(count - series.count) {
            series.append(insert(last.members, from: last.assignmentStart, to: last.assignmentEnd, weeksLater: later + 1))
        }
        for index in series.indices {
            series[index].members["recurring"] = [
                "repeat": isRepeated, "seriesId": first["recurring"]["seriesId"] ?? .null, "weeks": .integer(Int64(weeks)),
            ]
            store.replace(series[index], in: .assignments)
        }
        return present(series)
    }

    mutating func deleteAssignments(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let this = try find(.assignments, call.path("assignmentId"), call)
        let deleted = series(of: this, call.query["seriesUpdateOption"])
        for assignment in deleted { store.remove(assignment.id, from: .assignments) }
        return present(deleted)
    }

    /// Copies assignments for another user. The copies are a series of their own, and not published.
    mutating func copyAssignments(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let this = try find(.assignments, call.path("assignmentId"), call)
        let user = call.members["userId"]?.stringValue ?? ""
        try checkUsers([user], in: this.scope)
        let originals = series(of: this, call.members["seriesUpdateOption"]?.stringValue)
        let isSeries = originals.count > 1
        let recurring: JSONValue = [
            "repeat": .bool(isSeries), "seriesId": .string(store.makeID()), "weeks": .integer(Int64(originals.count)),
        ]
        return present(
            originals.map { original in
                var members = original.members
                members.merge(["published": false, "recurring": recurring, "userId": .string(user)]) { _, new in new }
                return store.insert(into: .assignments, scope: original.scope, members)
            })
    }

    /// Publishes the assignments of a period that the filters let through.
    mutating func publishAssignments(_ call: SandboxCall) throws(Refusal) -> Outcome {
        for var assignment in try assignments(call, ScheduleFilter(call.body ?? [:])) {
            assignment.members["published"] = true
            store.replace(assignment, in: .assignments)
        }
        return .done
    }

    // MARK: Parts

    private func assignmentPeriod(_ request: [String: JSONValue]) throws(Refusal) -> (Date, Date) {
        let filter = try ScheduleFilter(.object(request))
        return (filter.start, filter.end)
    }

    /// Returns the assignments of the series that a change concerns, in order.
    private func series(of this: Entity, _ option: String?) -> [Entity] {
        guard option == "ALL" || option == "THIS_AND_FOLLOWING" else { return [this] }
        let all = store.entities(.assignments, in: this.scope).filter { $0["recurring"]["seriesId"] == this["recurring"]["seriesId"] }
        let sorted = all.sorted { ($0.assignmentStart, $0.sequence) < ($1.assignmentStart, $1.sequence) }
        return option == "ALL" ? sorted : sorted.filter { $0.assignmentStart >= this.assignmentStart }
    }

    private mutating func insert(_ members: [String: JSONValue], from start: Date, to end: Date, weeksLater weeks: Int) -> Entity {
        let shift = SandboxState.week * Double(weeks)
        var members = members
        members["period"] = period(start.addingTimeInterval(shift), end.addingTimeInterval(shift))
        return store.insert(into: .assignments, scope: members["workspaceId"]?.stringValue ?? "", members)
    }

    private func period(_ start: Date, _ end: Date) -> JSONValue {
        ["end": .string(end.parameterText), "start": .string(start.parameterText)]
    }

    private func present(_ assignments: [Entity]) -> Outcome { .value(.array(assignments.map(presentAssignment))) }

    func presentAssignment(_ assignment: Entity) -> JSONValue {
        var members = assignment.members
        members["excludeDays"] = .array(excludedDays(of: assignment).map { ["date": .string($0.parameterText), "type": "WEEKEND"] })
        // No response contains the task.
        members["taskId"] = nil
        return .present(members)
    }
}

extension Entity {
    var assignmentStart: Date { self["period"]["start"]?.stringValue.flatMap(TextFormat.instant) ?? .distantPast }
    var assignmentEnd: Date { self["period"]["end"]?.stringValue.flatMap(TextFormat.instant) ?? .distantPast }
}
