import ClockifyRuntime
import Foundation

/// The types of entities that the sandbox stores.
enum EntityCollection: String, Sendable {
    case users, userGroups, workspaces, clients, projects, tasks, tags, timeEntries, templates, webhooks, customFields, customFieldValues
    case policies, balances, timeOffRequests, holidays, approvals, assignments, roles, memberProfiles, userFieldValues
    case invoices, invoicePayments, invoiceSettings, invoicedEntries, expenses, expenseCategories, sharedReports
}

/// A stored entity, in the response format.
struct Entity: Sendable {
    let id: String
    /// The identifier of the parent: a workspace or a project.
    let scope: String
    /// The creation order.
    let sequence: Int
    var members: [String: JSONValue]
    fileprivate(set) var created: Date
    fileprivate(set) var updated: Date

    var value: JSONValue { .object(members) }

    subscript(name: String) -> JSONValue { members[name] ?? .null }

    func text(_ name: String) -> String? { members[name]?.stringValue }
    func flag(_ name: String) -> Bool { members[name]?.boolValue ?? false }
}

/// A deleted entity in its last state.
struct Deletion: Sendable {
    let collection: EntityCollection
    let entity: Entity
    let date: Date
    let bin: String
}

/// All entities that the sandbox stores.
struct Store: Sendable {
    private var collections: [EntityCollection: [String: Entity]] = [:]
    private var sequence = 0
    /// The timestamp for changes.
    var now = Date.distantPast
    /// The deleted time entries and custom field values, oldest first.
    private(set) var deletions: [Deletion] = []
    /// What the current call changed until now.
    private(set) var changes = CallChanges()

    /// Returns an identifier in the service's format: 24 hexadecimal digits.
    mutating func makeID() -> String {
        sequence += 1
        let digits = String(sequence, radix: 16)
        return "64a687e29ae1f428" + String(repeating: "0", count: max(0, 8 - digits.count)) + digits
    }

    /// Returns a unique sequence number.
    mutating func makeSequence() -> Int {
        sequence += 1
        return sequence
    }

    /// Inserts an entity, and adds its identifier to its members.
    @discardableResult
    mutating func insert(into collection: EntityCollection, scope: String, id: String? = nil, _ members: [String: JSONValue]) -> Entity {
        var members = members
        let id = id ?? makeID()
        members["id"] = .string(id)
        sequence += 1
        let entity = Entity(id: id, scope: scope, sequence: sequence, members: members, created: now, updated: now)
        changes.note(collection, id, old: collections[collection]?[id], new: entity)
        collections[collection, default: [:]][id] = entity
        return entity
    }

    func entity(_ collection: EntityCollection, _ id: String, in scope: String? = nil) -> Entity? {
        guard let entity = collections[collection]?[id], scope == nil || entity.scope == scope else { return nil }
        return entity
    }

    /// Returns the entities in creation order.
    func entities(_ collection: EntityCollection, in scope: String? = nil) -> [Entity] {
        (collections[collection] ?? [:]).values.filter { scope == nil || $0.scope == scope }.sorted { $0.sequence < $1.sequence }
    }

    mutating func replace(_ entity: Entity, in collection: EntityCollection) {
        var entity = entity
        entity.updated = now
        changes.note(collection, entity.id, old: collections[collection]?[entity.id], new: entity)
        collections[collection]?[entity.id] = entity
    }

    mutating func remove(_ id: String, from collection: EntityCollection) {
        guard let entity = collections[collection]?.removeValue(forKey: id) else { return }
        changes.note(collection, id, old: entity, new: nil)
        guard collection == .timeEntries || collection == .customFieldValues else { return }
        deletions.append(Deletion(collection: collection, entity: entity, date: now, bin: makeID()))
    }

    /// Changes the entities of a collection that satisfy the predicate, in creation order.
    mutating func change(_ collection: EntityCollection, where isIncluded: (Entity) -> Bool, _ change: (inout Entity) -> Void) {
        let included = (collections[collection] ?? [:]).values.filter(isIncluded).sorted { $0.sequence < $1.sequence }
        for var entity in included {
            change(&entity)
            replace(entity, in: collection)
        }
    }

    /// Forgets what the previous call changed.
    mutating func forgetChanges() { changes = CallChanges() }
}
