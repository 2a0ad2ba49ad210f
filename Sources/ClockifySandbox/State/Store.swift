import ClockifyRuntime
import Foundation

/// The types of entities that the sandbox stores.
enum EntityCollection: String, CaseIterable, Sendable {
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
    private(set) var collections: [EntityCollection: [String: Entity]]
    /// The number of identifiers and sequence numbers that were given out.
    private(set) var sequence: Int
    /// The timestamp for changes.
    var now = Date.distantPast
    /// The deleted time entries and custom field values, oldest first.
    private(set) var deletions: [Deletion]
    private var journal = Journal()
    /// What the current call has changed so far.
    private(set) var changes = CallChanges()
    /// The identifiers of the entities with a name, in no order.
    private var names: [EntityCollection: [Name: Set<String>]] = [:]

    private struct Name: Hashable, Sendable {
        let text: String
        let scope: String
    }

    init(collections: [EntityCollection: [String: Entity]] = [:], sequence: Int = 0, deletions: [Deletion] = []) {
        self.collections = [:]
        self.sequence = sequence
        self.deletions = deletions
        for (collection, entities) in collections {
            for (id, entity) in entities { put(entity, id, in: collection) }
        }
    }

    /// Returns an identifier in the service's format: 24 hexadecimal digits. Nothing has it, not even what a test added.
    mutating func makeID() -> String {
        while true {
            sequence += 1
            let digits = String(sequence, radix: 16)
            let id = "64a687e29ae1f428" + String(repeating: "0", count: max(0, 8 - digits.count)) + digits
            if !collections.values.contains(where: { $0[id] != nil }) { return id }
        }
    }

    /// Returns a unique sequence number.
    mutating func makeSequence() -> Int {
        sequence += 1
        return sequence
    }

    /// Inserts an entity, and adds its identifier to its members.
    ///
    /// - Parameter created: The time of its creation; `nil` for the present.
    @discardableResult
    mutating func insert(
        into collection: EntityCollection, scope: String, id: String? = nil, created: Date? = nil, _ members: [String: JSONValue]
    ) -> Entity {
        var members = members
        let id = id ?? makeID()
        members["id"] = .string(id)
        sequence += 1
        let entity = Entity(id: id, scope: scope, sequence: sequence, members: members, created: created ?? now, updated: now)
        note(collection, id, old: put(entity, id, in: collection), new: entity)
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

    /// Returns the entities with a name, in no order.
    func entities(_ collection: EntityCollection, named name: String, in scope: String) -> [Entity] {
        (names[collection]?[Name(text: name, scope: scope)] ?? []).compactMap { entity(collection, $0) }
    }

    /// Puts an entity, or nothing, in the place of another one, which it returns.
    @discardableResult
    private mutating func put(_ entity: Entity?, _ id: String, in collection: EntityCollection) -> Entity? {
        let old = collections[collection, default: [:]][id]
        collections[collection, default: [:]][id] = entity
        let (oldName, name) = (Self.name(of: old), Self.name(of: entity))
        guard oldName != name else { return old }
        if let oldName {
            names[collection]?[oldName]?.remove(id)
            if names[collection]?[oldName]?.isEmpty == true { names[collection]?[oldName] = nil }
        }
        if let name { names[collection, default: [:]][name, default: []].insert(id) }
        return old
    }

    private static func name(of entity: Entity?) -> Name? {
        guard let entity, let text = entity.text("name") else { return nil }
        return Name(text: text, scope: entity.scope)
    }

    mutating func replace(_ entity: Entity, in collection: EntityCollection) {
        var entity = entity
        entity.updated = now
        note(collection, entity.id, old: put(entity, entity.id, in: collection), new: entity)
    }

    mutating func remove(_ id: String, from collection: EntityCollection) {
        guard let entity = put(nil, id, in: collection) else { return }
        let isListed = collection == .timeEntries || collection == .customFieldValues
        note(collection, id, old: entity, new: nil, isListed: isListed)
        guard isListed else { return }
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

    private mutating func note(_ collection: EntityCollection, _ id: String, old: Entity?, new: Entity?, isListed: Bool = false) {
        journal.append(.init(collection: collection, id: id, old: old, isListed: isListed))
        changes.note(collection, id, old: old, new: new)
    }

    /// Ends a call, whose changes belong together.
    mutating func endCall(isChange: Bool) { journal.endCall(isChange: isChange) }

    /// Forgets what the previous call changed.
    mutating func forgetChanges() { changes = CallChanges() }

    /// Undoes the latest changes, or as many as are remembered.
    mutating func undo(_ count: Int) {
        for replacement in journal.undoing(count) {
            put(replacement.old, replacement.id, in: replacement.collection)
            if replacement.isListed { _ = deletions.popLast() }
        }
        journal = Journal()
    }
}
