import ClockifyRuntime

/// The members of user groups.
extension SandboxState {
    mutating func addGroupMember(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let user = call.members["userId"]?.stringValue ?? ""
        guard store.entity(.users, user) != nil else { throw .unknown("User") }
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
