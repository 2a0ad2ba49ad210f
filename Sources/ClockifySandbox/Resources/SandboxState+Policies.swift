import ClockifyRuntime

extension Resource {
    static let policies = Resource(
        collection: .policies, name: "Policy", parent: "workspaceId", sample: "createPolicy",
        removal: .when("archived", true),
        filters: [
            .text("name", in: "name"),
            .rule { policy, query, _ in
                query["status"].map { $0 == "ALL" || ($0 == "ARCHIVED") == policy.flag("archived") } ?? true
            },
        ],
        usualColumn: "")
}

/// The rules for time off policies. A change replaces the whole policy, except for its time unit.
extension SandboxState {
    mutating func createPolicy(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let unit = call.members["timeUnit"] ?? "DAYS"
        let members = try policyMembers(call, unit: unit, except: nil)
        return .value(store.insert(into: .policies, scope: call.path("workspaceId"), members).value)
    }

    mutating func updatePolicy(_ call: SandboxCall) throws(Refusal) -> Outcome {
        var policy = try find(.policies, call.path("id"), call)
        policy.members = try policyMembers(call, unit: policy["timeUnit"], except: policy.id)
        policy.members["id"] = .string(policy.id)
        store.replace(policy, in: .policies)
        return .value(policy.value)
    }

    mutating func updatePolicyStatus(_ call: SandboxCall) throws(Refusal) -> Outcome {
        var policy = try find(.policies, call.path("id"), call)
        guard let status = call.members["status"]?.stringValue, status != "ALL" else { throw Refusal(400, code: 501, "Invalid status") }
        policy.members["archived"] = .bool(status == "ARCHIVED")
        store.replace(policy, in: .policies)
        return .value(policy.value)
    }

    mutating func deletePolicy(_ call: SandboxCall) throws(Refusal) -> Outcome {
        _ = try delete(.policies, call.path("id"), call)
        return .done
    }

    private func policyMembers(_ call: SandboxCall, unit: JSONValue, except id: String?) throws(Refusal) -> [String: JSONValue] {
        let request = call.members
        let workspace = call.path("workspaceId")
        let scope = try scope(of: request, in: workspace, status: "ACTIVE")
        let approve = request["approve"] ?? [:]
        try checkUsers(approve.strings("userIds"), in: workspace)
        let creation = request["automaticTimeEntryCreation"]
        let defaults = creation?["defaultEntities"]
        try checkTask(defaults?["taskId"]?.stringValue, of: defaults?["projectId"]?.stringValue, in: workspace)
        if store.entities(.policies, in: workspace).contains(where: { $0.id != id && $0["name"] == request["name"] }) {
            throw Refusal(400, code: 501, "Policy with this name already exists")
        }
        var members: [String: JSONValue] = [
            "approve": [
                "requiresApproval": approve["requiresApproval"] ?? false, "specificMembers": approve["specificMembers"] ?? false,
                "teamManagers": approve["teamManagers"] ?? false, "userIds": approve["userIds"] ?? [],
            ],
            "name": request["name"] ?? "", "timeUnit": unit, "workspaceId": .string(workspace),
        ]
        for name in ["allowHalfDay", "allowNegativeBalance", "archived", "everyoneIncludingNew"] {
            members[name] = request[name] ?? false
        }
        for name in ["automaticAccrual", "negativeBalance"] {
            guard let amount = request[name]?["amount"] else { continue }
            members[name] = [
                "amount": amount, "period": request[name]?["period"] ?? "YEAR", "timeUnit": request[name]?["timeUnit"] ?? unit,
            ]
        }
        if let creation {
            members["automaticTimeEntryCreation"] = ["defaultEntities": defaults ?? [:], "enabled": creation["enabled"] ?? false]
            members["projectId"] = defaults?["projectId"]
        }
        return members.merging(scope) { _, scope in scope }
    }
}
