import ClockifyRuntime

/// The rules for users and workspaces. Users belong to a workspace through a membership.
extension SandboxState {
    func getMe(_ call: SandboxCall, withMemberships: Bool = false) throws(Refusal) -> Outcome {
        guard var user = store.entity(.users, me) else { throw .unknown("User") }
        user.members["memberships"] =
            withMemberships || call.query.flag("include-memberships") == true ? .array(memberships(of: me, "ALL")) : []
        return .value(presentUser(user, in: user.text("activeWorkspace") ?? ""))
    }

    func listUsers(_ call: SandboxCall, query: QueryItems) -> Outcome {
        guard let workspace = store.entity(.workspaces, call.path("workspaceId")) else { return .page([], isLast: true) }
        let roles = query.all("roles")
        let groups = query.all("userGroups").compactMap { store.entity(.userGroups, $0, in: workspace.id) }
        let isGrouped = !query.all("userGroups").isEmpty
        let inGroups = Set(groups.flatMap { $0.strings("userIds") })
        let statuses = Dictionary(
            workspace.memberships.map { ($0["userId"]?.stringValue ?? "", $0["membershipStatus"]?.stringValue ?? "") }
        ) { first, _ in first }
        let wanted = query["status"] ?? "ALL"
        let members = store.entities(.users).filter { user in
            guard let status = statuses[user.id], wanted == "ALL" || wanted == status else { return false }
            guard !isGrouped || inGroups.contains(user.id) else { return false }
            return roles.isEmpty || !roleNames(of: user.id, in: workspace.id).isDisjoint(with: roles)
        }
        let (users, isLast) = pageful(of: sorted(selected(members, by: .users, query), by: .users, query), call)
        return .page(
            users.map { user in
                var user = user
                user.members["memberships"] = .array(memberships(of: user.id, query["memberships"] ?? "NONE"))
                return presentUser(user, in: workspace.id)
            }, isLast: isLast)
    }

    /// Converts a filter in a body to the equivalent query.
    static func userQuery(_ members: [String: JSONValue]) -> QueryItems {
        let names = [
            "accountStatuses": "account-statuses", "projectId": "project-id", "sortColumn": "sort-column",
            "sortOrder": "sort-order",
        ]
        var query = QueryItems()
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            for value in value.arrayValue ?? [value] { query.add(names[name] ?? name, value.stringValue ?? value.description) }
        }
        return query
    }

    func memberships(of user: String, _ type: String) -> [JSONValue] {
        (store.entities(.workspaces) + store.entities(.projects)).flatMap(\.memberships).filter { membership in
            membership["userId"]?.stringValue == user && (type == "ALL" || membership["membershipType"]?.stringValue == type)
        }
    }

    mutating func addUser(_ call: SandboxCall) throws(Refusal) -> Outcome {
        var workspace = try find(.workspaces, call.path("workspaceId"), call)
        let email = call.members["email"]?.stringValue ?? ""
        guard !store.entities(.users).contains(where: { $0.text("email") == email }) else {
            throw Refusal(400, code: 501, "User with this email already exists")
        }
        var members = samples.shape(of: Resource.users.sample, depth: 2)
        members["activeWorkspace"] = .string(workspace.id)
        members["defaultWorkspace"] = .string(workspace.id)
        members["email"] = .string(email)
        members["name"] = .string(String(email.prefix { $0 != "@" }))
        members["settings"] = Seed.userSettings(samples)
        members["status"] = "NOT_REGISTERED"
        let user = store.insert(into: .users, scope: "", members)
        let membership = SandboxState.membership(of: user.id, in: workspace.id, type: "WORKSPACE", ["membershipStatus": "PENDING"])
        workspace.members["memberships"] = .array(workspace.memberships + [membership])
        store.replace(workspace, in: .workspaces)
        return .value(workspace.value)
    }

    mutating func setUserStatus(_ call: SandboxCall) throws(Refusal) -> Outcome {
        var workspace = try find(.workspaces, call.path("workspaceId"), call)
        let user = JSONValue.string(call.path("userId"))
        workspace.members["memberships"] = .array(
            workspace.memberships.map { membership in
                guard membership["userId"] == user, case .object(var members) = membership else { return membership }
                members["membershipStatus"] = call.members["status"]
                return .object(members)
            })
        store.replace(workspace, in: .workspaces)
        return .value(workspace.value)
    }

    func listWorkspaces(_ call: SandboxCall) -> Outcome {
        let roles = call.query.all("roles")
        // The current user owns all workspaces.
        return page(roles.isEmpty || roles.contains("OWNER") ? store.entities(.workspaces) : [], call)
    }

    mutating func createWorkspace(_ call: SandboxCall) throws(Refusal) -> Outcome {
        guard let name = call.members["name"]?.stringValue else { throw .invalid("name", "is required") }
        var members = Seed.workspaceMembers(name: name, samples: samples)
        let id = store.makeID()
        members["cakeOrganizationId"] = call.members["organizationId"]
        members["memberships"] = [SandboxState.membership(of: me, in: id, type: "WORKSPACE")]
        return .value(store.insert(into: .workspaces, scope: "", id: id, members).value)
    }
}
