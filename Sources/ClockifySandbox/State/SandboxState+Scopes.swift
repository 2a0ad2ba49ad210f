import ClockifyRuntime

/// Whom a policy or a holiday is for: requests contain filters, and responses contain identifiers.
extension SandboxState {
    /// Converts the filters of a request to `userIds` and `userGroupIds`.
    ///
    /// - Parameter status: The only status that the service accepts in the filters.
    func scope(
        of request: [String: JSONValue], in workspace: String, status: String
    ) throws(Refusal) -> [String: JSONValue] {
        let groups = store.entities(.userGroups, in: workspace).map(\.id)
        let users = selected(from: memberIDs(of: workspace), by: request["users"])
        try checkUsers(users, in: workspace)
        let userGroups = selected(from: groups, by: request["userGroups"])
        try checkGroups(userGroups, in: workspace)
        for name in ["users", "userGroups"] where !acceptsSamples {
            guard let own = request[name]?["status"]?.stringValue, own != status else { continue }
            throw .invalid("\(name).status", "must be \(status)")
        }
        return ["userGroupIds": .array(userGroups.map { .string($0) }), "userIds": .array(users.map { .string($0) })]
    }

    private func selected(from all: [String], by filter: JSONValue?) -> [String] {
        let ids = filter?.strings("ids") ?? []
        guard filter?["contains"] == "DOES_NOT_CONTAIN" else { return ids }
        return all.filter { !ids.contains($0) }
    }

    /// Returns the users that a policy or a holiday is for: everyone, or those who are listed or in a listed group.
    func users(of entity: Entity) -> [String] {
        let members = memberIDs(of: entity.scope)
        guard !entity.flag("everyoneIncludingNew") else { return members }
        let groups = entity.strings("userGroupIds").compactMap { store.entity(.userGroups, $0) }
        let wanted = Set(entity.strings("userIds") + groups.flatMap { $0.strings("userIds") })
        return members.filter(wanted.contains)
    }

    /// Removes references to a deleted entity from policies, holidays, assignments, roles and profiles, and what depends on it.
    mutating func forgetPlans(with id: String, of collection: EntityCollection) {
        switch collection {
        case .policies:
            for request in store.entities(.timeOffRequests, in: id) { store.remove(request.id, from: .timeOffRequests) }
            for balance in store.entities(.balances, in: id) { store.remove(balance.id, from: .balances) }
        case .userGroups:
            for workspace in store.entities(.workspaces) { accrueTimeOff(in: workspace.id) }
            for kind in [EntityCollection.policies, .holidays] {
                store.change(kind, where: { $0.strings("userGroupIds").contains(id) }) { entity in
                    entity.members["userGroupIds"] = .array(entity.strings("userGroupIds").filter { $0 != id }.map { .string($0) })
                }
            }
            for role in store.entities(.roles) where role.text("entityId") == id { store.remove(role.id, from: .roles) }
        case .projects:
            for assignment in store.entities(.assignments) where assignment.text("projectId") == id {
                store.remove(assignment.id, from: .assignments)
            }
            for role in store.entities(.roles) where role.text("entityId") == id { store.remove(role.id, from: .roles) }
        case .tasks: store.change(.assignments, where: { $0.text("taskId") == id }) { $0.members["taskId"] = nil as JSONValue }
        case .customFields:
            for value in store.entities(.userFieldValues) where value.text("customFieldId") == id {
                store.remove(value.id, from: .userFieldValues)
            }
        default: break
        }
    }
}
