import ClockifyRuntime

/// The members of user groups.
extension SandboxState {
    /// Lists groups, or those with a member of a project. Managers are included on request.
    func listUserGroups(_ call: SandboxCall) -> Outcome {
        let project = call.query["project-id"]
        let members = Set(project.flatMap { store.entity(.projects, $0) }?.memberships.compactMap { $0["userId"]?.stringValue } ?? [])
        let all = store.entities(.userGroups, in: call.path("workspaceId")).filter { group in
            project == nil || !members.isDisjoint(with: group.strings("userIds"))
        }
        let withManagers = call.query.flag("includeTeamManagers") == true
        let (groups, isLast) = pageful(of: sorted(selected(all, by: .userGroups, call.query), by: .userGroups, call.query), call)
        return .page(
            groups.map { group in
                var members = group.members
                members["teamManagers"] = withManagers ? teamManagers(of: group) : []
                return .object(members)
            }, isLast: isLast)
    }

    mutating func addGroupMember(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let user = call.members["userId"]?.stringValue ?? ""
        guard isMember(user, of: call.path("workspaceId")) else { throw .unknown("User") }
        return try changeGroup(call) { members in members.filter { $0 != .string(user) } + [.string(user)] }
    }

    mutating func removeGroupMember(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let user = call.path("userId")
        return try changeGroup(call) { members in members.filter { $0 != .string(user) } }
    }

    private mutating func changeGroup(_ call: SandboxCall, _ change: ([JSONValue]) -> [JSONValue]) throws(Refusal) -> Outcome {
        var group = try find(.userGroups, call.path("userGroupId"), call)
        group.members["userIds"] = .array(change(group["userIds"].arrayValue ?? []))
        store.replace(group, in: .userGroups)
        return .value(present(group, for: call.query))
    }
}
