import ClockifyRuntime
import Foundation

/// The rules for balances. A user has one for each policy that is for the user. It is what was accrued and added, minus what requests
/// for time off take.
extension SandboxState {
    /// Adds what the policies of a workspace accrued since they were last changed, at the beginning of each month or year in UTC.
    mutating func accrueTimeOff(in workspace: String) {
        for policy in store.entities(.policies, in: workspace) {
            let accrual = policy["automaticAccrual"]
            let periods = LocalCalendar(.gmt).periodsBegun(after: policy.updated, until: now, yearly: accrual["period"] != "MONTH")
            guard periods > 0 else { continue }
            // The update date of a policy tells until when it accrued.
            store.replace(policy, in: .policies)
            guard let amount = accrual["amount"]?.doubleValue, amount > 0, !policy.flag("archived") else { continue }
            for user in users(of: policy) { add(amount * Double(periods), to: user, by: policy) }
        }
    }

    mutating func listBalances(ofPolicy call: SandboxCall) throws(Refusal) -> Outcome {
        let policy = try find(.policies, call.path("policyId"), call)
        return page(ofBalances: users(of: policy).map { presentBalance(of: $0, by: policy) }, usually: "USER", call)
    }

    mutating func listBalances(ofUser call: SandboxCall) -> Outcome {
        let user = call.path("userId")
        let policies = store.entities(.policies, in: call.path("workspaceId")).filter { users(of: $0).contains(user) }
        return page(ofBalances: policies.map { presentBalance(of: user, by: $0) }, usually: "POLICY", call)
    }

    /// Adds a value to the balances of users: either to all of them, or to none if one is invalid.
    mutating func updateBalances(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let policy = try find(.policies, call.path("policyId"), call)
        let users = call.body?.strings("userIds") ?? []
        try checkUsers(users, in: call.path("workspaceId"))
        let assigned = Set(self.users(of: policy))
        for user in users where !assigned.contains(user) { throw .unknown("User", in: "Policy") }
        for user in users { add(call.members["value"]?.doubleValue ?? 0, to: user, by: policy) }
        return .done
    }

    /// Returns how much time off a user has left by a policy.
    func timeOffLeft(of user: String, by policy: Entity) -> Double {
        (existingBalance(of: user, by: policy)?["total"].doubleValue ?? 0) - timeOffUsed(by: user, policy)
    }

    /// Returns how much a user's pending and approved requests take.
    private func timeOffUsed(by user: String, _ policy: Entity) -> Double {
        store.entities(.timeOffRequests, in: policy.id).filter { $0.text("userId") == user && $0.takesTimeOff }
            .compactMap { $0["balanceDiff"].doubleValue }.reduce(0, +)
    }

    private func existingBalance(of user: String, by policy: Entity) -> Entity? {
        store.entities(.balances, in: policy.id).first { $0.text("userId") == user }
    }

    private mutating func balance(of user: String, by policy: Entity) -> Entity {
        existingBalance(of: user, by: policy)
            ?? store.insert(into: .balances, scope: policy.id, ["total": 0, "userId": .string(user)])
    }

    private mutating func add(_ value: Double, to user: String, by policy: Entity) {
        var balance = balance(of: user, by: policy)
        balance.members["total"] = .number((balance["total"].doubleValue ?? 0) + value)
        store.replace(balance, in: .balances)
    }

    private mutating func presentBalance(of user: String, by policy: Entity) -> [String: JSONValue] {
        presentBalance(balance(of: user, by: policy), by: policy)
    }

    func presentBalance(_ balance: Entity, by policy: Entity) -> [String: JSONValue] {
        let user = balance.text("userId") ?? ""
        let total = balance["total"].doubleValue ?? 0
        let used = timeOffUsed(by: user, policy)
        let limit = policy["negativeBalance"]["amount"]
        return [
            "balance": .number(total - used), "id": .string(balance.id), "negativeBalanceAmount": limit ?? 0,
            "negativeBalanceLimit": .bool(policy.flag("allowNegativeBalance") && limit != nil),
            "negativeBalanceUsed": .number(max(0, used - total)), "policyArchived": policy["archived"], "policyId": .string(policy.id),
            "policyName": policy["name"], "policyTimeUnit": policy["timeUnit"], "total": .number(total), "used": .number(used),
            "userId": .string(user), "userName": userName(user), "workspaceId": .string(policy.scope),
        ]
    }

    private func page(ofBalances balances: [[String: JSONValue]], usually column: String, _ call: SandboxCall) -> Outcome {
        let column = call.query["sort"] ?? column
        let isDescending = call.query["sort-order"] == "DESCENDING"
        func text(_ balance: [String: JSONValue]) -> String {
            balance[column == "USER" ? "userName" : "policyName"]?.stringValue?.lowercased() ?? ""
        }
        func number(_ balance: [String: JSONValue]) -> Double { balance[column.lowercased()]?.doubleValue ?? 0 }
        let isText = column == "USER" || column == "POLICY"
        // The sort is stable, so that balances with the same key stay in the order of their users and policies.
        let sorted = balances.enumerated().sorted { left, right in
            let isLess = isText ? text(left.element) < text(right.element) : number(left.element) < number(right.element)
            let isMore = isText ? text(left.element) > text(right.element) : number(left.element) > number(right.element)
            return isLess == isMore ? left.offset < right.offset : isLess != isDescending
        }
        let (page, isLast) = pageful(of: sorted.map(\.element), call)
        return .envelope(
            ["balances": .array(page.map { .present($0) }), "count": .integer(Int64(balances.count))], isLast: isLast)
    }
}

extension Entity {
    /// `true` if a request for time off takes from the balance.
    var takesTimeOff: Bool { ["PENDING", "APPROVED"].contains(self["status"]["statusType"]) }
}
