import ClockifyRuntime
import Foundation

extension Resource {
    static let timeOffRequests = Resource(
        collection: .timeOffRequests, name: "Time off request", parent: "policyId", sample: "createTimeOffRequest")
}

/// The rules for requests for time off. A request takes from the balance until it is rejected or withdrawn.
extension SandboxState {
    mutating func requestTimeOff(_ call: SandboxCall, for user: String) throws(Refusal) -> Outcome {
        let policy = try find(.policies, call.path("policyId"), call)
        guard users(of: policy).contains(user) else { throw .unknown("User", in: "Policy") }
        let period = try TimeOffPeriod(call.members["timeOffPeriod"] ?? [:], by: policy, calendar: calendar(of: user))
        let floor = policy.flag("allowNegativeBalance") ? policy["negativeBalance"]["amount"]?.doubleValue ?? .infinity : 0
        guard timeOffLeft(of: user, by: policy) - period.amount >= -floor || acceptsSamples else {
            throw .invalid("timeOffPeriod.period", "exceeds the balance")
        }
        let isApproved = policy["approve"]["requiresApproval"] != true
        let request = store.insert(
            into: .timeOffRequests, scope: policy.id,
            [
                "balanceDiff": .number(period.amount), "createdAt": .string(TextFormat.timestamp(now, fractionDigits: 6)),
                "note": call.members["note"] ?? .null, "policyId": .string(policy.id), "requesterUserId": .string(me),
                "status": timeOffStatus(isApproved ? "APPROVED" : "PENDING", note: nil, for: user), "timeOffPeriod": period.value,
                "userId": .string(user), "workspaceId": .string(policy.scope),
            ])
        return .value(presentTimeOff(request, by: policy))
    }

    /// Approves or rejects a request. A rejected one stays rejected.
    mutating func decideTimeOff(_ call: SandboxCall) throws(Refusal) -> Outcome {
        _ = try find(.policies, call.path("policyId"), call)
        var request = try find(.timeOffRequests, call.path("requestId"), call)
        let old = request["status"]["statusType"]?.stringValue ?? ""
        let new = call.members["status"]?.stringValue ?? old
        guard old == new || old == "PENDING" || (old, new) == ("APPROVED", "REJECTED") else {
            throw .invalid("status", "the request is \(old)")
        }
        request.members["status"] = timeOffStatus(new, note: call.members["note"], for: request.text("userId") ?? "")
        store.replace(request, in: .timeOffRequests)
        return .value(briefTimeOff(request))
    }

    /// Deletes a request that was not decided yet.
    mutating func withdrawTimeOff(_ call: SandboxCall) throws(Refusal) -> Outcome {
        _ = try find(.policies, call.path("policyId"), call)
        let request = try find(.timeOffRequests, call.path("requestId"), call)
        guard request["status"]["statusType"] == "PENDING" else {
            throw Refusal(400, code: 501, "Only a pending time off request can be deleted")
        }
        store.remove(request.id, from: .timeOffRequests)
        return .value(briefTimeOff(request))
    }

    /// Lists requests by when they were created, by user or user group, and by status.
    func listTimeOff(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let statuses = try wantedStatuses(call.members["statuses"])
        let groups = (call.body?.strings("userGroups") ?? []).compactMap { store.entity(.userGroups, $0, in: call.path("workspaceId")) }
        let hasUsers = ["users", "userGroups"].contains { call.body?.strings($0).isEmpty == false }
        let users = Set((call.body?.strings("users") ?? []) + groups.flatMap { $0.strings("userIds") })
        func bound(_ name: String) -> Date? { call.members[name]?.stringValue.flatMap(TextFormat.instant) }
        let (start, end) = (bound("start"), bound("end"))
        let policies = store.entities(.policies, in: call.path("workspaceId"))
        let requests = policies.flatMap { policy in store.entities(.timeOffRequests, in: policy.id).map { ($0, policy) } }
            .sorted { $0.0.sequence < $1.0.sequence }
            .filter { request, _ in
                if let start, request.created < start { return false }
                if let end, request.created > end { return false }
                if hasUsers, !users.contains(request.text("userId") ?? "") { return false }
                return statuses.isEmpty || statuses.contains(request["status"]["statusType"]?.stringValue ?? "")
            }
        let (page, _) = pageful(of: requests, call)
        return .value([
            "count": .integer(Int64(requests.count)), "requests": .array(page.map { presentTimeOff($0.0, by: $0.1) }),
        ])
    }

    /// Returns the statuses to filter by; empty for all. The deprecated operation also takes the list as JSON text.
    private func wantedStatuses(_ given: JSONValue?) throws(Refusal) -> Set<String> {
        var names = given?.arrayValue?.compactMap(\.stringValue) ?? []
        if let text = given?.stringValue {
            let list = try? JSONReader.decode(JSONValue.self, from: Array(text.utf8))
            names = list?.arrayValue?.compactMap(\.stringValue) ?? [text]
        }
        for name in names where !["PENDING", "APPROVED", "REJECTED", "ALL"].contains(name) {
            throw Refusal(400, code: 3002, "Cannot read the request: [statuses] \(name) is unknown")
        }
        return names.contains("ALL") ? [] : Set(names)
    }

    private func timeOffStatus(_ type: String, note: JSONValue?, for user: String) -> JSONValue {
        .present([
            "changedAt": .string(TextFormat.timestamp(now, fractionDigits: 9)), "changedByUserId": .string(me),
            "changedByUserName": userName(me), "changedForUserName": userName(user), "note": note ?? .null, "statusType": .string(type),
        ])
    }

    /// Returns the response to the operations that list and create requests.
    func presentTimeOff(_ request: Entity, by policy: Entity) -> JSONValue {
        let user = store.entity(.users, request.text("userId") ?? "")
        var members = request.members
        members["balance"] = .number(timeOffLeft(of: request.text("userId") ?? "", by: policy))
        members["policyName"] = policy["name"]
        members["requesterUserName"] = userName(request.text("requesterUserId") ?? "")
        members["timeUnit"] = policy["timeUnit"]
        members["userEmail"] = user?["email"]
        members["userName"] = user?["name"]
        members["userTimeZone"] = user?["settings"]["timeZone"]
        return .present(members)
    }

    /// Returns the response to the operations that change and delete requests, which lacks names, the balance and the time unit.
    private func briefTimeOff(_ request: Entity) -> JSONValue {
        .present(request.members.filter { $0.key != "requesterUserId" })
    }
}
