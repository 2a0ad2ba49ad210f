import ClockifyRuntime

/// Workspaces, users, groups and webhooks as values.
extension EntityKind {
    static let workspaces = EntityKind(
        resource: .workspaces, references: ["memberships.userId": .users],
        prepare: { state, workspace throws(SandboxEntityProblem) in
            guard let name = workspace.text("name"), !name.isEmpty else { throw workspace.problem(.missing(member: "name")) }
            let own = workspace.given["memberships"]?.arrayValue ?? [["userId": .string(state.me)]]
            workspace.members = Seed.workspaceMembers(name: name, samples: state.samples).merging(workspace.given) { $1 }
            workspace.members["memberships"] = .array(own.map { SandboxState.membership($0, in: workspace.id, type: "WORKSPACE") })
        })

    static let userGroups = EntityKind(
        resource: .userGroups, references: ["userIds": .users], computed: ["teamManagers"], hasUniqueName: true)

    static let webhooks = EntityKind(
        resource: .webhooks, references: ["userId": .users],
        prepare: { state, webhook in
            if webhook.given["userId"] == nil { webhook.members["userId"] = .string(state.me) }
        })

    /// A user joins the workspace to which it is added, and those of its memberships.
    static let users = EntityKind(
        resource: .users, initial: ["status": "ACTIVE"],
        references: [
            "activeWorkspace": .workspaces, "defaultWorkspace": .workspaces, "customFields.customFieldId": .customFields,
        ],
        prepare: { state, user throws(SandboxEntityProblem) in try state.prepare(user: &user) },
        complete: { state, user, addition in
            for membership in state.memberships(of: addition) { state.addMembership(membership.json, to: membership.target) }
            for field in addition.given["customFields"]?.arrayValue ?? [] {
                // The field was checked before.
                _ = try? state.setField(
                    field["customFieldId"]?.stringValue ?? "", to: field["value"] ?? .null, of: user.id, in: addition.workspace)
            }
        },
        present: { state, user in
            var user = user
            user.members["memberships"] = .array(state.memberships(of: user.id, "ALL"))
            return state.presentUser(user, in: user.text("activeWorkspace") ?? "")
        })
}

extension SandboxState {
    private static let targets: [(type: String, collection: EntityCollection)] = [("WORKSPACE", .workspaces), ("PROJECT", .projects)]

    fileprivate func prepare(user: inout Addition) throws(SandboxEntityProblem) {
        if let email = user.text("email"), store.collections[.users]?.values.contains(where: { $0.text("email") == email }) == true {
            throw user.problem(.taken(member: "email"))
        }
        for membership in user.given["memberships"]?.arrayValue ?? [] {
            let target = membership["targetId"]?.stringValue ?? ""
            let type = membership["membershipType"]?.stringValue
            guard let known = SandboxState.targets.first(where: { $0.type == type }) else {
                throw user.invalid("memberships.membershipType", "it is WORKSPACE or PROJECT")
            }
            guard store.entity(known.collection, target) != nil else {
                throw user.problem(.unknown(member: "memberships.targetId", id: target))
            }
        }
        for field in user.given["customFields"]?.arrayValue ?? [] {
            var copy = self
            do throws(Refusal) {
                _ = try copy.setField(
                    field["customFieldId"]?.stringValue ?? "", to: field["value"] ?? .null, of: user.id, in: user.workspace)
            } catch {
                throw user.invalid("customFields", error.message)
            }
        }
        user.members["settings"] = .object(
            (Seed.userSettings(samples).objectValue ?? [:]).merging(user.given["settings"]?.objectValue ?? [:]) { $1 })
        for name in ["activeWorkspace", "defaultWorkspace"] where user.given[name] == nil {
            user.members[name] = .string(user.workspace)
        }
        user.members["memberships"] = []
        user.members["customFields"] = []
    }

    /// Returns the memberships of a new user: those that were given, and one of its workspace.
    fileprivate func memberships(of user: Addition) -> [(target: (EntityCollection, String), json: JSONValue)] {
        var all = user.given["memberships"]?.arrayValue ?? []
        if !all.contains(where: { $0["targetId"]?.stringValue == user.workspace && $0["membershipType"] == "WORKSPACE" }) {
            all.append(["membershipType": "WORKSPACE", "targetId": .string(user.workspace)])
        }
        return all.compactMap { given in
            guard let target = SandboxState.targets.first(where: { $0.type == given["membershipType"]?.stringValue }),
                let id = given["targetId"]?.stringValue, var members = given.objectValue
            else { return nil }
            members["userId"] = .string(user.id)
            return ((target.collection, id), SandboxState.membership(.object(members), in: id, type: target.type))
        }
    }

    fileprivate mutating func addMembership(_ membership: JSONValue, to target: (collection: EntityCollection, id: String)) {
        guard var entity = store.entity(target.collection, target.id) else { return }
        entity.members["memberships"] = .array(entity.memberships + [membership])
        store.replace(entity, in: target.collection)
    }
}
