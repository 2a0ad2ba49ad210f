import ClockifyRuntime

/// What reports need to know about other sections.
extension SandboxState {
    /// Returns the identifiers of the approval requests that are approved.
    func approvedRequests(in workspace: String) -> Set<String> {
        Set(store.entities(.approvals, in: workspace).filter { $0.approvalState == "APPROVED" }.map(\.id))
    }

    /// Returns all users by identifier, with the values of their custom fields.
    func reportedUsers(in workspace: String) -> [String: Entity] {
        store.entities(.users).reduce(into: [:]) { users, user in
            var user = user
            user.members["customFields"] = .array(userFields(of: user.id, in: workspace))
            users[user.id] = user
        }
    }
}
