import ClockifyAPI
import ClockifyRuntime

/// An event of the service, and what causes it.
struct EventRule: Sendable {
    /// What an event is about.
    struct Subject: Sendable {
        let collection: EntityCollection
        let entity: Entity
    }

    let event: Clockify.WebhookEventType
    /// The operations that cause it, by `operationId`.
    let operations: [String]
    /// `true` if one event is about everything that the call changes.
    let isBatch: Bool
    private let subject: @Sendable (CallChanges.Change, SandboxCall, SandboxState) -> Subject?

    init(
        _ event: Clockify.WebhookEventType, by operations: [String], isBatch: Bool = false,
        _ subject: @escaping @Sendable (CallChanges.Change, SandboxCall, SandboxState) -> Subject?
    ) {
        self.event = event
        self.operations = operations
        self.isBatch = isBatch
        self.subject = subject
    }

    /// Returns what events of a call are about. Each element is an event.
    func subjects(of call: SandboxCall, in state: SandboxState) -> [[Subject]] {
        let subjects = state.store.changes.all.compactMap { subject($0, call, state) }
        return isBatch ? (subjects.isEmpty ? [] : [subjects]) : subjects.map { [$0] }
    }
}

extension EventRule {
    /// Returns a rule for things that a call creates.
    static func created(
        _ collection: EntityCollection, _ event: Clockify.WebhookEventType, by operations: [String], isBatch: Bool = false,
        if isIncluded: @escaping @Sendable (Entity) -> Bool = { _ in true }
    ) -> EventRule {
        EventRule(event, by: operations, isBatch: isBatch) { change, _, _ in
            guard change.collection == collection, change.old == nil, let new = change.new, isIncluded(new) else { return nil }
            return Subject(collection: collection, entity: new)
        }
    }

    /// Returns a rule for things that a call changes.
    static func updated(
        _ collection: EntityCollection, _ event: Clockify.WebhookEventType, by operations: [String],
        if isIncluded: @escaping @Sendable (_ old: Entity, _ new: Entity, _ call: SandboxCall) -> Bool = { _, _, _ in true }
    ) -> EventRule {
        EventRule(event, by: operations) { change, call, _ in
            guard change.collection == collection, let old = change.old, let new = change.new, isIncluded(old, new, call) else {
                return nil
            }
            return Subject(collection: collection, entity: new)
        }
    }

    /// Returns a rule for things that a call deletes, which the event contains in their last state.
    static func deleted(
        _ collection: EntityCollection, _ event: Clockify.WebhookEventType, by operations: [String], isBatch: Bool = false
    ) -> EventRule {
        EventRule(event, by: operations, isBatch: isBatch) { change, _, _ in
            guard change.collection == collection, change.new == nil, let old = change.old else { return nil }
            return Subject(collection: collection, entity: old)
        }
    }

    /// Returns a rule for requests that get a status.
    static func decided(_ status: JSONValue, _ event: Clockify.WebhookEventType, by operations: [String]) -> EventRule {
        EventRule(event, by: operations) { change, _, _ in
            guard change.collection == .timeOffRequests, let new = change.new, new["status"]["statusType"] == status,
                change.old?["status"]["statusType"] != status
            else { return nil }
            return Subject(collection: .timeOffRequests, entity: new)
        }
    }

    /// Returns a rule for users whose membership of the workspace gets a status.
    static func membership(
        _ event: Clockify.WebhookEventType, by operations: [String],
        if isIncluded: @escaping @Sendable (_ old: String?, _ new: String?) -> Bool
    ) -> EventRule {
        EventRule(event, by: operations) { change, call, state in
            let id = call.path("userId")
            func status(_ workspace: Entity?) -> String? {
                workspace?.memberships.first { $0["userId"]?.stringValue == id }?["membershipStatus"]?.stringValue
            }
            guard change.collection == .workspaces, isIncluded(status(change.old), status(change.new)),
                let user = state.store.entity(.users, id)
            else { return nil }
            return Subject(collection: .users, entity: user)
        }
    }
}
