import ClockifyRuntime
import Foundation

extension SandboxState {
    /// Returns the response for an entity, including the values derived from other entities.
    func present(_ entity: Entity, for query: QueryItems) -> JSONValue { present([entity], for: query)[0] }

    /// Returns the responses for entities, in the same order.
    func present(_ entities: [Entity], for query: QueryItems) -> [JSONValue] {
        let tracked = entities.contains { $0.members.keys.contains("duration") } ? secondsTracked() : [:]
        return entities.map { present($0, for: query, tracked: tracked) }
    }

    func present(_ entity: Entity, for query: QueryItems, tracked: [String: Int]) -> JSONValue {
        var members = entity.members
        if members.keys.contains("clientName") {
            members["clientName"] = entity.text("clientId").flatMap { store.entity(.clients, $0)?["name"] } ?? .null
        }
        if members.keys.contains("duration") {
            members["duration"] = .string(TextFormat.duration(seconds: tracked[entity.id] ?? 0))
        }
        if members.keys.contains("timeInterval"), query.flag("hydrated") == true { hydrate(&members) }
        // The live service sends null for time entries and clients. The spec knows no null for other entities.
        return ["ccEmails", "timeInterval"].contains(where: members.keys.contains) ? .object(members) : .present(members)
    }

    /// Returns the total time tracked on each project and task, excluding running entries.
    private func secondsTracked() -> [String: Int] {
        var totals: [String: Int] = [:]
        for entry in store.entities(.timeEntries) {
            guard let end = entry.end, let start = entry.start else { continue }
            for id in [entry.text("projectId"), entry.text("taskId")] {
                if let id { totals[id, default: 0] += Int(end.timeIntervalSince(start)) }
            }
        }
        return totals
    }

    /// Adds the entities that a time entry refers to by identifier.
    private func hydrate(_ members: inout [String: JSONValue]) {
        func value(_ collection: EntityCollection, _ member: String) -> JSONValue? {
            members[member]?.stringValue.flatMap { store.entity(collection, $0) }.map { present($0, for: QueryItems()) }
        }
        members["project"] = value(.projects, "projectId")
        members["task"] = value(.tasks, "taskId")
        members["user"] = value(.users, "userId")
        members["tags"] = .array(
            members["tagIds"]?.arrayValue?.compactMap { $0.stringValue.flatMap { store.entity(.tags, $0)?.value } } ?? [])
        members["kiosk"] = .null
    }

    /// Applies the effects of a change on other entities.
    mutating func followUp(_ entity: Entity, of resource: Resource, _ call: SandboxCall) {
        guard resource.collection == .clients, entity.flag("archived"), call.query.flag("archive-projects") == true else { return }
        let projects = Set(store.entities(.projects).filter { $0.text("clientId") == entity.id }.map(\.id))
        store.change(.projects, where: { projects.contains($0.id) }) { $0.members["archived"] = true }
        if call.query.flag("mark-tasks-as-done") == true {
            store.change(.tasks, where: { projects.contains($0.scope) }) { $0.members["status"] = "DONE" }
        }
    }

    /// Removes references to a deleted entity, and the entities that depend on it.
    mutating func forget(_ id: String, of collection: EntityCollection) {
        forgetPlans(with: id, of: collection)
        switch collection {
        case .clients: store.change(.projects, where: { $0.text("clientId") == id }) { $0.members["clientId"] = nil as JSONValue }
        case .tags:
            store.change(.timeEntries, where: { $0["tagIds"].arrayValue?.contains(.string(id)) == true }) { entry in
                entry.members["tagIds"] = .array(entry["tagIds"].arrayValue?.filter { $0 != .string(id) } ?? [])
            }
        case .tasks:
            store.change(.timeEntries, where: { $0.text("taskId") == id }) { $0.members["taskId"] = nil as JSONValue }
            store.change(.expenses, where: { $0.text("taskId") == id }) { $0.members["taskId"] = nil as JSONValue }
        case .projects:
            forgetInExpenses(project: id)
            for task in store.entities(.tasks, in: id) { store.remove(task.id, from: .tasks) }
            store.change(.timeEntries, where: { $0.text("projectId") == id }) { entry in
                entry.members["projectId"] = nil as JSONValue
                entry.members["taskId"] = nil as JSONValue
            }
        case .timeEntries:
            store.remove(id, from: .invoicedEntries)
            for value in store.entities(.customFieldValues) where value.text("timeEntryId") == id {
                store.remove(value.id, from: .customFieldValues)
            }
        case .users, .userGroups, .workspaces, .templates, .webhooks, .customFields, .customFieldValues, .policies: break
        case .balances, .timeOffRequests, .holidays, .approvals, .assignments, .roles, .memberProfiles, .userFieldValues: break
        case .invoices, .invoicePayments, .invoiceSettings, .invoicedEntries, .expenses, .expenseCategories, .sharedReports: break
        }
    }

    /// Sets a rate of the entity that a path parameter identifies.
    mutating func setRate(_ member: String, of resource: Resource, id: String, _ call: SandboxCall) throws(Refusal) -> Outcome {
        var entity = try find(resource, call.path(id), call)
        entity.members[member] = SandboxState.rate(call.body ?? .null)
        store.replace(entity, in: resource.collection)
        return .value(present(entity, for: call.query))
    }
}
