import ClockifyRuntime
import Foundation

/// The current state of the sandbox, and the effects of calls on it.
struct SandboxState: Sendable {
    var store = Store()
    /// The files that were uploaded: receipts of expenses by file identifier, and images by name.
    var uploads: [String: FormPart] = [:]
    /// What the webhooks sent.
    var webhookLog = WebhookLog()
    /// The number of deliveries so far.
    var deliveryCount = 0
    let samples: SampleShapes
    let me: String
    /// `true` if the requests that the documentation shows are accepted even where the service rejects them.
    let acceptsSamples: Bool
    /// The time at which the current call arrived.
    var now: Date { didSet { store.now = now } }

    init(samples: SampleShapes, things: DocumentedThings, hasAllThings: Bool, now: Date) {
        self.samples = samples
        me = things.user
        acceptsSamples = hasAllThings
        self.now = now
        store.now = now
        Seed(workspace: things.workspace, user: things.user).fill(&self)
        if hasAllThings { things.add(to: &self) }
        store.forgetChanges()
    }

    /// Creates a state from what was saved.
    init(samples: SampleShapes, me: String, acceptsSamples: Bool, store: Store, uploads: [String: FormPart], now: Date) {
        self.samples = samples
        self.me = me
        self.acceptsSamples = acceptsSamples
        self.store = store
        self.uploads = uploads
        self.now = now
        self.store.now = now
    }

    /// Returns the state before the latest changes.
    func before(_ changes: Int) -> SandboxState {
        var state = self
        state.store.undo(changes)
        return state
    }

    /// Performs a call. Returns `nil` if its operation is stateless.
    mutating func carryOut(_ call: SandboxCall, _ action: Action?) throws(Refusal) -> Outcome? {
        guard let action else { return nil }
        for (parameter, collection, name) in [("workspaceId", EntityCollection.workspaces, "Workspace"), ("userId", .users, "User")] {
            guard let id = call.pathValues[parameter], store.entity(collection, id) == nil else { continue }
            throw .unknown(name, in: collection == .workspaces ? "User" : "Workspace")
        }
        if let id = call.pathValues["userId"], let workspace = call.pathValues["workspaceId"], !isMember(id, of: workspace) {
            throw .unknown("User")
        }
        if let id = call.pathValues["projectId"], store.entity(.projects, id, in: call.path("workspaceId")) == nil {
            throw .unknown("Project")
        }
        switch action {
        case .list(let resource): return list(resource, call)
        case .get(let resource, let id): return .value(present(try find(resource, call.path(id), call), for: call.query))
        // A change within the argument of a call would copy what it changes.
        case .create(let resource):
            let entity = try create(resource, call)
            return .value(present(entity, for: call.query))
        case .update(let resource, let id):
            let entity = try update(resource, call.path(id), call)
            return .value(present(entity, for: call.query))
        case .delete(let resource, let id):
            let entity = try delete(resource, call.path(id), call)
            return .value(present(entity, for: call.query))
        case .rule(let rule): return try rule(&self, call)
        }
    }

    // MARK: Operations on all resources

    func find(_ resource: Resource, _ id: String, _ call: SandboxCall) throws(Refusal) -> Entity {
        guard let entity = store.entity(resource.collection, id, in: call.path(resource.parent)) else { throw .unknown(resource.name) }
        return entity
    }

    mutating func create(_ resource: Resource, _ call: SandboxCall) throws(Refusal) -> Entity {
        try create(resource, call.members, in: call.path(resource.parent), workspace: call.path("workspaceId"))
    }

    mutating func create(
        _ resource: Resource, _ request: [String: JSONValue], in scope: String, workspace: String
    ) throws(Refusal) -> Entity {
        for name in resource.required where request[name]?.stringValue?.isEmpty ?? true { throw .invalid(name, "is required") }
        let initial = samples.shape(of: resource.sample).merging(resource.initial) { _, initial in initial }
        var members = initial.merging(written(request, by: resource, known: initial)) { _, written in written }
        if members.keys.contains("workspaceId") { members["workspaceId"] = .string(workspace) }
        if resource.parent == "projectId" { members["projectId"] = .string(scope) }
        try checkReferences(members, of: resource, in: workspace)
        try checkName(members, of: resource, in: scope, except: nil)
        return store.insert(into: resource.collection, scope: scope, members)
    }

    mutating func update(_ resource: Resource, _ id: String, _ call: SandboxCall) throws(Refusal) -> Entity {
        var entity = try find(resource, id, call)
        entity.members.merge(resource.reset) { _, reset in reset }
        entity.members.merge(written(call.members, by: resource, known: entity.members)) { _, written in written }
        try checkReferences(entity.members, of: resource, in: call.path("workspaceId"))
        try checkName(entity.members, of: resource, in: entity.scope, except: id)
        store.replace(entity, in: resource.collection)
        followUp(entity, of: resource, call)
        return entity
    }

    mutating func delete(_ resource: Resource, _ id: String, _ call: SandboxCall) throws(Refusal) -> Entity {
        let entity = try find(resource, id, call)
        if case .when(let member, let value) = resource.removal, entity[member] != value {
            throw Refusal(400, code: 501, "Cannot delete an active \(resource.name.lowercased())")
        }
        store.remove(id, from: resource.collection)
        forget(id, of: resource.collection)
        return entity
    }

    /// Converts the members of a request to the response format. Members that do not occur in responses are dropped, and so are the
    /// response names of members that have a different name in requests.
    func written(_ request: [String: JSONValue], by resource: Resource, known: [String: JSONValue]) -> [String: JSONValue] {
        var written: [String: JSONValue] = [:]
        for (name, value) in request where name != "id" && !resource.renamed.values.contains(name) {
            let name = resource.renamed[name] ?? name
            guard known[name] != nil else { continue }
            written[name] = name == "hourlyRate" || name == "costRate" ? SandboxState.rate(value) : value
        }
        return written
    }

    /// Converts a rate to the response format, which omits the date from which it applies.
    static func rate(_ request: JSONValue) -> JSONValue {
        guard let amount = request["amount"] else { return nil }
        return ["amount": amount, "currency": request["currency"] ?? "USD"]
    }

    private func checkReferences(_ members: [String: JSONValue], of resource: Resource, in workspace: String) throws(Refusal) {
        for (member, target) in resource.references.sorted(by: { $0.key < $1.key }) {
            let value = members[member] ?? .null
            for id in value.arrayValue?.compactMap(\.stringValue) ?? value.stringValue.map({ [$0] }) ?? [] {
                let scope =
                    switch target.collection {
                    case .tasks: members["projectId"]?.stringValue ?? ""
                    // Users have no scope; memberships assign them to workspaces.
                    case .users: ""
                    default: workspace
                    }
                if store.entity(target.collection, id, in: scope) == nil { throw .unknown(target.name) }
            }
        }
    }

    func checkName(
        _ members: [String: JSONValue], of resource: Resource, in scope: String, except id: String?
    ) throws(Refusal) {
        guard let distinguishing = resource.uniqueNamesBy else { return }
        let isTaken = store.entities(resource.collection, named: members["name"]?.stringValue ?? "", in: scope).contains { other in
            other.id != id && distinguishing.allSatisfy { other[$0] == members[$0] ?? .null }
        }
        if isTaken { throw Refusal(400, code: 501, "\(resource.name) with this name already exists") }
    }
}
