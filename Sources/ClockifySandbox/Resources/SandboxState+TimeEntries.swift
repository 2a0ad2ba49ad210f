import ClockifyRuntime
import Foundation

/// The rules for time entries.
extension SandboxState {
    mutating func createEntry(_ call: SandboxCall, user: String) throws(Refusal) -> Outcome {
        var request = call.members
        if let id = call.query["from-entry"] {
            guard let original = store.entity(.timeEntries, id, in: call.path("workspaceId")) else {
                // The live service returns no message in this case.
                throw Refusal(404, code: 404, "", hasBody: false)
            }
            for name in ["billable", "description", "projectId", "tagIds", "taskId", "type"] where request[name] == nil {
                request[name] = original[name].isNull ? nil : original[name]
            }
        }
        if request["start"]?.stringValue == nil { request["start"] = .string(now.parameterText) }
        let interval = try self.interval(request, of: nil)
        var entry = try create(.timeEntries, request, in: call.path("workspaceId"), workspace: call.path("workspaceId"))
        entry.members["userId"] = .string(user)
        finish(&entry, interval, request)
        return .value(present(entry, for: call.query))
    }

    mutating func updateEntry(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let entry = try change(call.path("id"), call.members, call, resets: true)
        return .value(present(entry, for: call.query))
    }

    /// Changes several entries: either all of them, or none if one is invalid.
    mutating func updateEntries(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let before = store
        var changed: [JSONValue] = []
        do throws(Refusal) {
            for request in call.body?.arrayValue ?? [] {
                let entry = try change(request["id"]?.stringValue ?? "", request.objectValue ?? [:], call, resets: false)
                changed.append(present(entry, for: call.query))
            }
        } catch {
            store = before
            throw error
        }
        return .value(.array(changed))
    }

    mutating func stopEntry(_ call: SandboxCall) throws(Refusal) -> Outcome {
        guard var entry = running(of: call.path("userId"), in: call.path("workspaceId")) else {
            throw Refusal(404, code: 404, "Currently running time entry doesn't exist")
        }
        finish(&entry, try interval(call.members, of: entry), [:])
        return .value(present(entry, for: call.query))
    }

    mutating func duplicateEntry(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let original = try find(.timeEntries, call.path("id"), call)
        stopRunning(ifBefore: original)
        let unlocked: [String: JSONValue] = ["approvalRequestId": nil, "isLocked": false]
        let copy = store.insert(
            into: .timeEntries, scope: original.scope, original.members.merging(unlocked) { _, unlocked in unlocked })
        return .value(present(copy, for: call.query))
    }

    mutating func deleteEntries(_ call: SandboxCall) throws(Refusal) -> Outcome {
        var deleted: [Entity] = []
        for id in call.query.all("time-entry-ids") {
            let entry = try find(.timeEntries, id, call)
            guard entry.text("userId") == call.path("userId") else { throw .unknown("Time entry", in: "User") }
            try checkUnlocked(entry)
            deleted.append(entry)
        }
        for entry in deleted {
            store.remove(entry.id, from: .timeEntries)
            forget(entry.id, of: .timeEntries)
        }
        return .value(.array(deleted.map { present($0, for: call.query) }))
    }

    mutating func deleteEntry(_ call: SandboxCall) throws(Refusal) -> Outcome {
        try checkUnlocked(try find(.timeEntries, call.path("id"), call))
        _ = try delete(.timeEntries, call.path("id"), call)
        return .done
    }

    /// Marks entries as invoiced or not: either all of them, or none if one does not exist. No response contains the mark.
    mutating func setInvoiced(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let ids = call.body?.strings("timeEntryIds") ?? []
        for id in ids { _ = try find(.timeEntries, id, call) }
        for id in ids {
            store.remove(id, from: .invoicedEntries)
            guard call.members["invoiced"] == true else { continue }
            store.insert(into: .invoicedEntries, scope: call.path("workspaceId"), id: id, [:])
        }
        return .done
    }

    func isInvoiced(_ entry: Entity) -> Bool { store.entity(.invoicedEntries, entry.id) != nil }

    // MARK: Lists

    func listEntries(_ call: SandboxCall) -> Outcome {
        let user = call.path("userId")
        // The bounds are in the time zone of the account that makes the call, also for the entries of another user.
        let calendar = calendar(of: me)
        func moment(_ name: String) -> Date? { call.query[name].flatMap(TextFormat.instant).map(calendar.reread) }
        let from = moment("start")
        let to = moment("end")
        let week = moment("get-week-before")
        let entries = store.entities(.timeEntries, in: call.path("workspaceId")).filter { entry in
            guard entry.text("userId") == user, let start = entry.start else { return false }
            if let from, start < from { return false }
            if let to, start > to { return false }
            if let week {
                guard start <= week, start >= calendar.adding(days: -7, to: week) else { return false }
                return entry.text("projectId") != nil || entry.text("taskId") != nil
            }
            return true
        }
        return page(latestFirst(selected(entries, by: .timeEntries, call.query)), call)
    }

    func listRunningEntries(_ call: SandboxCall) -> Outcome {
        page(latestFirst(store.entities(.timeEntries, in: call.path("workspaceId")).filter(\.isRunning)), call)
    }

    private func latestFirst(_ entries: [Entity]) -> [Entity] {
        let keyed = entries.map { (entry: $0, start: $0.start ?? .distantPast) }
        return keyed.sorted { ($0.start, $0.entry.sequence) > ($1.start, $1.entry.sequence) }.map(\.entry)
    }

    // MARK: One entry

    /// - Parameter resets: `true` to reset what the request leaves out.
    private mutating func change(
        _ id: String, _ request: [String: JSONValue], _ call: SandboxCall, resets: Bool
    ) throws(Refusal) -> Entity {
        let old = try find(.timeEntries, id, call)
        try checkUnlocked(old)
        let interval = try interval(request, of: old)
        let changes = SandboxCall(operation: call.operation, pathValues: call.pathValues, query: call.query, body: .object(request))
        var resource = Resource.timeEntries
        if !resets { resource.reset = [:] }
        var entry = try update(resource, id, changes)
        finish(&entry, interval, request)
        return entry
    }

    /// Returns the start and end from a request, or else from an entry.
    private func interval(_ request: [String: JSONValue], of entry: Entity?) throws(Refusal) -> [String: JSONValue] {
        var interval = entry?["timeInterval"].objectValue ?? [:]
        for name in ["start", "end"] {
            guard let moment = request[name]?.stringValue.flatMap(TextFormat.instant) else { continue }
            interval[name] = .string(moment.parameterText)
        }
        if let start = interval["start"]?.stringValue.flatMap(TextFormat.instant),
            let end = interval["end"]?.stringValue.flatMap(TextFormat.instant), end < start
        {
            throw .invalid("end", "is before the start")
        }
        return interval
    }

    /// Sets the interval and the values derived from it, and stores the entry.
    private mutating func finish(_ entry: inout Entity, _ interval: [String: JSONValue], _ request: [String: JSONValue]) {
        entry.members["timeInterval"] = [
            "start": interval["start"] ?? .null, "end": interval["end"] ?? .null, "duration": .null,
        ]
        if let start = entry.start, let end = entry.end, case .object(var interval)? = entry.members["timeInterval"] {
            interval["duration"] = .string(TextFormat.duration(from: start, to: end))
            entry.members["timeInterval"] = .object(interval)
        }
        if let fields = request["customFields"]?.arrayValue {
            entry.members["customFieldValues"] = .array(
                fields.map { field in
                    var members: [String: JSONValue] = [
                        "customFieldId": field["customFieldId"] ?? .null, "timeEntryId": .string(entry.id),
                        "type": field["sourceType"] ?? "WORKSPACE", "value": field["value"] ?? .null,
                    ]
                    members["name"] = field["customFieldId"]?.stringValue.flatMap { store.entity(.customFields, $0)?["name"] }
                    return .object(members)
                })
        }
        if let fields = request["customFields"]?.arrayValue { keepValues(of: entry, fields) }
        stopRunning(ifBefore: entry)
        store.replace(entry, in: .timeEntries)
    }

    /// Stops the running timer if the entry starts another one, because only one runs at a time.
    private mutating func stopRunning(ifBefore entry: Entity) {
        guard entry.isRunning, let user = entry.text("userId"), let start = entry.start else { return }
        store.change(.timeEntries, where: { $0.id != entry.id && $0.scope == entry.scope && $0.text("userId") == user && $0.isRunning }) {
            other in
            guard let begin = other.start, case .object(var interval)? = other.members["timeInterval"] else { return }
            let end = max(begin, start)
            interval["end"] = .string(end.parameterText)
            interval["duration"] = .string(TextFormat.duration(from: begin, to: end))
            other.members["timeInterval"] = .object(interval)
        }
    }

    func running(of user: String, in workspace: String) -> Entity? {
        store.entities(.timeEntries, in: workspace).first { $0.text("userId") == user && $0.isRunning }
    }
}

extension Entity {
    /// The start of a time entry.
    var start: Date? { self["timeInterval"]["start"]?.stringValue.flatMap(TextFormat.instant) }

    /// The end of a time entry.
    var end: Date? { self["timeInterval"]["end"]?.stringValue.flatMap(TextFormat.instant) }

    var isRunning: Bool { start != nil && end == nil }
}
