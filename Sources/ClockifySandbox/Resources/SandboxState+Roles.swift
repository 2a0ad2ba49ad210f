import ClockifyRuntime

/// The rules for manager roles. A role is for an entity: a user group, a user, a project or the workspace.
extension SandboxState {
    private static let roleNames = [
        "WORKSPACE_ADMIN": "Administrator", "TEAM_MANAGER": "Team manager", "PROJECT_MANAGER": "Project manager",
    ]

    mutating func addRole(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let workspace = call.path("workspaceId")
        let entity = call.members["entityId"]?.stringValue ?? ""
        let exists =
            entity == workspace || isMember(entity, of: workspace) || store.entity(.userGroups, entity, in: workspace) != nil
            || store.entity(.projects, entity, in: workspace) != nil
        guard exists else { throw .unknown("Entity") }
        if role(call) == nil {
            store.insert(
                into: .roles, scope: workspace,
                [
                    "entityId": .string(entity), "role": call.members["role"] ?? .null,
                    "sourceType": call.members["sourceType"] ?? .null, "userId": .string(call.path("userId")),
                ])
        }
        let own = roles(of: call.path("userId"), in: workspace)
        return .value(.array(own.map(presentRole)))
    }

    mutating func removeRole(_ call: SandboxCall) throws(Refusal) -> Outcome {
        guard let role = role(call) else { throw .unknown("Role", in: "User") }
        store.remove(role.id, from: .roles)
        return .done
    }

    /// Lists the managers of a user: those who manage the user, or a group that the user is in.
    func listManagers(_ call: SandboxCall) -> Outcome {
        let workspace = call.path("workspaceId")
        let user = call.path("userId")
        let groups = store.entities(.userGroups, in: workspace).filter { $0.strings("userIds").contains(user) }.map(\.id)
        let managed = Set(groups + [user])
        let managers = Set(
            store.entities(.roles, in: workspace).filter { role in
                role.text("role") == "TEAM_MANAGER" && managed.contains(role.text("entityId") ?? "")
            }.compactMap { $0.text("userId") })
        let users = members(of: workspace).filter { managers.contains($0.id) }
        let (page, isLast) = pageful(of: sorted(users, by: .users, call.query), call)
        return .page(page.map { presentUser($0, in: workspace) }, isLast: isLast)
    }

    /// Returns the managers of a user group, for a list of groups.
    func teamManagers(of group: Entity) -> JSONValue {
        let roles = store.entities(.roles, in: group.scope).filter { $0.text("role") == "TEAM_MANAGER" && $0.text("entityId") == group.id }
        return .array(roles.map { ["id": $0["userId"], "name": userName($0.text("userId") ?? "")] })
    }

    /// Returns the names of a user's roles. The current user owns every workspace, and owners count as administrators.
    func roleNames(of user: String, in workspace: String) -> Set<String> {
        let own = roles(of: user, in: workspace).compactMap { $0.text("role") }
        return Set(own + (user == me ? ["OWNER", "WORKSPACE_ADMIN"] : []))
    }

    private func roles(of user: String, in workspace: String) -> [Entity] {
        store.entities(.roles, in: workspace).filter { $0.text("userId") == user }
    }

    /// Returns the role that a request describes.
    private func role(_ call: SandboxCall) -> Entity? {
        roles(of: call.path("userId"), in: call.path("workspaceId")).first { role in
            ["entityId", "role", "sourceType"].allSatisfy { role[$0] == call.members[$0] ?? .null }
        }
    }

    private func presentRole(_ role: Entity) -> JSONValue {
        let name = role.text("role") ?? ""
        return [
            "role": [
                "id": .string(role.id), "name": .string(SandboxState.roleNames[name] ?? name),
                "source": ["id": role["entityId"], "type": role["sourceType"]],
            ],
            "userId": role["userId"], "workspaceId": .string(role.scope),
        ]
    }
}
