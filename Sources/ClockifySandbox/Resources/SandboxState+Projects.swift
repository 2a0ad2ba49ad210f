import ClockifyRuntime

/// The rules for projects and their members.
extension SandboxState {
    mutating func createProject(_ call: SandboxCall) throws(Refusal) -> Outcome {
        var request = call.members
        let memberships = request.removeValue(forKey: "memberships")?.arrayValue ?? [["userId": .string(me)]]
        let before = store
        do throws(Refusal) {
            var project = try create(.projects, request, in: call.path("workspaceId"), workspace: call.path("workspaceId"))
            project.members["memberships"] = .array(try memberships.map { request throws(Refusal) in try membership(request, in: project) })
            store.replace(project, in: .projects)
            for task in request["tasks"]?.arrayValue ?? [] {
                _ = try create(.tasks, task.objectValue ?? [:], in: project.id, workspace: call.path("workspaceId"))
            }
            return .value(present(project, for: call.query))
        } catch {
            // A project is created either with all its tasks or not at all.
            store = before
            throw error
        }
    }

    mutating func updateEstimate(_ call: SandboxCall) throws(Refusal) -> Outcome {
        var project = try find(.projects, call.path("projectId"), call)
        for name in ["budgetEstimate", "estimateReset", "timeEstimate"] {
            if let estimate = call.members[name] { project.members[name] = estimate }
        }
        if case .object(var reset)? = project.members["estimateReset"] {
            reset["active"] = nil
            reset["isActive"] = nil
            project.members["estimateReset"] = .object(reset)
        }
        store.replace(project, in: .projects)
        return .value(present(project, for: call.query))
    }

    mutating func setTemplate(_ call: SandboxCall) throws(Refusal) -> Outcome {
        var project = try find(.projects, call.path("projectId"), call)
        if let isTemplate = call.members["isTemplate"] { project.members["template"] = isTemplate }
        store.replace(project, in: .projects)
        return .value(present(project, for: call.query))
    }

    mutating func replaceMembers(_ call: SandboxCall) throws(Refusal) -> Outcome {
        var project = try find(.projects, call.path("projectId"), call)
        let requests = call.members["memberships"]?.arrayValue ?? []
        project.members["memberships"] = .array(try requests.map { request throws(Refusal) in try membership(request, in: project) })
        store.replace(project, in: .projects)
        return .value(present(project, for: call.query))
    }

    mutating func assignMembers(_ call: SandboxCall) throws(Refusal) -> Outcome {
        var project = try find(.projects, call.path("projectId"), call)
        let users = call.members["userIds"]?.arrayValue ?? []
        var memberships = project.memberships.filter { membership in !users.contains { $0 == membership["userId"] } }
        if call.members["remove"]?.boolValue != true {
            for user in users { memberships.append(try membership(["userId": user], in: project)) }
        }
        project.members["memberships"] = .array(memberships)
        store.replace(project, in: .projects)
        return .value(present(project, for: call.query))
    }

    /// Sets the rate of one member of a project or a workspace.
    mutating func setMemberRate(
        _ rate: String, of resource: Resource, _ id: String, _ call: SandboxCall
    ) throws(Refusal) -> Outcome {
        var entity = try find(resource, call.path(id), call)
        var memberships = entity.memberships
        let user = JSONValue.string(call.path("userId"))
        guard let index = memberships.firstIndex(where: { $0["userId"] == user }), case .object(var membership) = memberships[index]
        else { throw .unknown("User", in: resource.name) }
        membership[rate] = SandboxState.rate(call.body ?? .null)
        memberships[index] = .object(membership)
        entity.members["memberships"] = .array(memberships)
        store.replace(entity, in: resource.collection)
        return .value(present(entity, for: call.query))
    }

    /// Returns a project membership in the response format.
    private func membership(_ request: JSONValue, in project: Entity) throws(Refusal) -> JSONValue {
        guard let user = request["userId"]?.stringValue, store.entity(.users, user) != nil else { throw .unknown("User") }
        return SandboxState.membership(of: user, in: project.id, type: "PROJECT", request)
    }

    static func membership(of user: String, in target: String, type: String, _ request: JSONValue = [:]) -> JSONValue {
        .present([
            "costRate": request["costRate"].map(rate) ?? .null, "hourlyRate": request["hourlyRate"].map(rate) ?? .null,
            "membershipStatus": request["membershipStatus"] ?? "ACTIVE", "membershipType": .string(type),
            "targetId": .string(target), "userId": .string(user),
        ])
    }
}
