import ClockifyRuntime
import Foundation

/// Things that a test adds without a request.
extension SandboxState {
    /// Adds an entity, and returns it in the response format. If it cannot be added, nothing changes.
    ///
    /// - Parameters:
    ///   - given: The members of the entity in the response format.
    ///   - workspace: The workspace to add it to; `nil` for the one that it names, or else the usual one.
    ///   - parent: The identifier of what it is part of; `nil` if a member has it.
    mutating func add(
        _ given: [String: JSONValue], as kind: EntityKind, in workspace: String?, of parent: String? = nil, usually usual: String
    ) throws(SandboxEntityProblem) -> JSONValue {
        let addition = try addition(of: given, as: kind, in: workspace, of: parent, usually: usual)
        let entity = store.insert(
            into: kind.resource.collection, scope: addition.scope, id: addition.id, created: addition.created, addition.members)
        kind.complete(&self, entity, addition)
        // Nothing refers to a new entity, so that no time was tracked on it.
        return kind.present(&self, entity) ?? present(entity, for: QueryItems(), tracked: [:])
    }

    private func addition(
        of given: [String: JSONValue], as kind: EntityKind, in workspace: String?, of parent: String?, usually usual: String
    ) throws(SandboxEntityProblem) -> Addition {
        let given = given.filter { !$0.value.isNull && !kind.computed.contains($0.key) }
        let resource = kind.resource
        let id = given["id"]?.stringValue ?? ""
        func problem(_ reason: SandboxEntityProblem.Reason) -> SandboxEntityProblem {
            SandboxEntityProblem(resource.collection.rawValue, id, reason)
        }
        if id.isEmpty { throw problem(.emptyIdentifier) }
        if store.entity(resource.collection, id) != nil { throw problem(.identifierTaken) }
        let named = given["workspaceId"]?.stringValue
        var place = (workspace: workspace ?? named ?? given["activeWorkspace"]?.stringValue ?? usual, scope: "")
        switch resource.collection {
        case .workspaces:
            if workspace != nil { throw problem(.invalid(member: "workspaceId", because: "a workspace is in no other one")) }
            place.workspace = id
        case .users: break
        default: place.scope = place.workspace
        }
        if let part = kind.parent {
            let member = given[part.member]?.stringValue
            guard let owner = parent ?? member else { throw problem(.missing(member: part.member)) }
            if let member, member != owner { throw problem(.invalid(member: part.member, because: "it is not \(owner)")) }
            guard let found = store.entity(part.collection, owner), (workspace ?? found.scope) == found.scope else {
                throw problem(.unknown(member: part.member, id: owner))
            }
            place = (found.scope, owner)
        }
        if resource.collection != .workspaces {
            guard store.entity(.workspaces, place.workspace) != nil else {
                throw problem(.unknown(member: "workspaceId", id: place.workspace))
            }
            if let named, named != place.workspace {
                throw problem(.invalid(member: "workspaceId", because: "it is not \(place.workspace)"))
            }
        }
        var addition = Addition(
            kind: kind, id: id, members: members(of: given, as: kind, place), given: given, workspace: place.workspace, scope: place.scope)
        try checkReferences(of: addition)
        try kind.prepare(self, &addition)
        if kind.hasUniqueName { try checkName(of: addition) }
        if kind.isCompact { addition.members = addition.members.filter { !$0.value.isNull && !kind.computed.contains($0.key) } }
        return addition
    }

    /// Returns the given members and the usual values of the others.
    private func members(
        of given: [String: JSONValue], as kind: EntityKind, _ place: (workspace: String, scope: String)
    ) -> [String: JSONValue] {
        let usual = samples.shape(of: kind.resource.sample).merging(kind.resource.initial) { $1 }.merging(kind.initial) { $1 }
        var members = usual.merging(given) { $1 }
        if members.keys.contains("workspaceId") { members["workspaceId"] = .string(place.workspace) }
        if let parent = kind.parent, members.keys.contains(parent.member) { members[parent.member] = .string(place.scope) }
        for rate in ["hourlyRate", "costRate"] {
            if let given = given[rate] { members[rate] = SandboxState.rate(given) }
        }
        return members
    }

    // MARK: Checks

    private func checkName(of addition: Addition) throws(SandboxEntityProblem) {
        if addition.text("name")?.isEmpty ?? true { throw addition.problem(.missing(member: "name")) }
        do throws(Refusal) {
            try checkName(addition.members, of: addition.kind.resource, in: addition.scope, except: nil)
        } catch {
            throw addition.problem(.taken(member: "name"))
        }
    }

    private func checkReferences(of addition: Addition) throws(SandboxEntityProblem) {
        for (path, collection) in addition.kind.references {
            for id in SandboxState.texts(at: path.split(separator: ".")[...], in: .object(addition.given)) {
                guard exists(collection, id, for: addition, isDirect: path == "taskId") else {
                    throw addition.problem(.unknown(member: path, id: id))
                }
            }
        }
    }

    /// - Parameter isDirect: `true` if a task belongs to the project of the addition.
    private func exists(_ collection: EntityCollection, _ id: String, for addition: Addition, isDirect: Bool) -> Bool {
        guard let entity = store.entity(collection, id) else { return false }
        switch collection {
        case .workspaces: return true
        case .users: return addition.kind.resource.collection == .workspaces || isMember(id, of: addition.workspace)
        case .tasks where isDirect: return entity.scope == addition.text("projectId")
        case .tasks: return store.entity(.projects, entity.scope, in: addition.workspace) != nil
        default: return entity.scope == addition.workspace
        }
    }

    /// Returns the strings at a path, in all elements of the arrays on the way.
    private static func texts(at path: ArraySlice<Substring>, in value: JSONValue) -> [String] {
        switch value {
        case .array(let elements): elements.flatMap { texts(at: path, in: $0) }
        case .string(let text): path.isEmpty ? [text] : []
        case .object(let members): path.first.flatMap { members[String($0)] }.map { texts(at: path.dropFirst(), in: $0) } ?? []
        default: []
        }
    }
}
