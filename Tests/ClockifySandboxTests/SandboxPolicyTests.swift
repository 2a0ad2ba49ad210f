import ClockifyAPI
import Foundation
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

@Suite("Time off policies and balances of the sandbox")
struct SandboxPolicyTests {
    let clock: TestClock
    let sandbox: ClockifySandbox
    let call: CheckedCalls
    private var me: String { sandbox.user.rawValue }

    init() throws {
        (clock, sandbox, call) = try CheckedCalls.starting(at: "2026-03-02T09:00:00Z")
    }

    private let all: JSONValue = ["name": "Holiday", "approve": [:], "everyoneIncludingNew": true, "allowNegativeBalance": true]

    @Test("A policy can be created, listed, fetched, replaced, archived and deleted", arguments: ["/time-off/policies", "/policies"])
    func life(path: String) async throws {
        let policy = try await call(
            .post, path,
            [
                "name": "Holiday", "approve": ["requiresApproval": true, "userIds": [.string(me)]], "allowHalfDay": true,
                "automaticAccrual": ["amount": 2, "period": "MONTH"], "negativeBalance": ["amount": 3], "timeUnit": "HOURS",
                "users": ["contains": "CONTAINS", "ids": [.string(me)], "status": "ACTIVE"],
                "id": "mine", "workspaceId": "mine", "userIds": ["nobody"], "color": "#112233",
            ])
        #expect(policy["userIds"] == [.string(me)] && policy["userGroupIds"] == [])
        #expect(policy["workspaceId"] == .string(sandbox.workspace.rawValue) && policy.id != "mine")
        #expect(policy["automaticAccrual"] == ["amount": 2, "period": "MONTH", "timeUnit": "HOURS"])
        #expect(policy["approve"]?["requiresApproval"] == true && policy["allowHalfDay"] == true && policy["archived"] == false)
        #expect(try await call(.get, "\(path)/\(policy.id)") == policy)
        // Both pages describe the same policies.
        #expect(try await call(.get, "/time-off/policies") == [policy])
        #expect(try await call(.get, "/policies?name=HOLI&status=ACTIVE") == [policy])
        #expect(try await call(.get, "\(path)?status=ARCHIVED") == [])
        #expect(try await call(.get, "\(path)?name=sick") == [])

        let replaced = try await call(
            .put, "\(path)/\(policy.id)",
            [
                "name": "Vacation", "approve": [:], "allowHalfDay": false, "allowNegativeBalance": true, "archived": false,
                "everyoneIncludingNew": true, "users": [:], "userGroups": [:],
            ])
        #expect(replaced["automaticAccrual"] == nil && replaced["negativeBalance"] == nil && replaced["userIds"] == [])
        #expect(replaced["timeUnit"] == "HOURS" && replaced["name"] == "Vacation" && replaced.id == policy.id)

        #expect(try await call.refused(.delete, "\(path)/\(policy.id)") == "Cannot delete an active policy")
        #expect(try await call.refused(.patch, "\(path)/\(policy.id)", ["status": "ALL"]) == "Invalid status")
        #expect(try await call(.patch, "\(path)/\(policy.id)", ["status": "ARCHIVED"])["archived"] == true)
        #expect(try await call(.get, "\(path)?status=ALL").arrayValue?.count == 1)
        try await call(.delete, "\(path)/\(policy.id)")
        #expect(try await call(.get, path) == [])
        #expect(try await call.refused(.get, "\(path)/\(policy.id)") == "Policy doesn't belong to Workspace")
    }

    @Test("A policy needs an approval setting, a free name, and users and tasks that exist")
    func refusals() async throws {
        let path = "/time-off/policies"
        #expect(try await call.refused(.post, path, ["name": "Holiday"]).contains("[approve]"))
        try await call(.post, path, all)
        #expect(try await call.refused(.post, path, all) == "Policy with this name already exists")
        for (member, message) in [
            ("users", "User doesn't belong to Workspace"), ("userGroups", "User group doesn't belong to Workspace"),
        ] {
            let request: JSONValue = ["name": "Other", "approve": [:], member: ["ids": ["64a687e29ae1f428e7ebe000"]]]
            #expect(try await call.refused(.post, path, request) == message)
        }
        let status: JSONValue = ["name": "Other", "approve": [:], "users": ["ids": [.string(me)], "status": "ALL"]]
        #expect(try await call.refused(.post, path, status).contains("[users.status]"))
        let task: JSONValue = [
            "name": "Other", "approve": [:], "automaticTimeEntryCreation": ["defaultEntities": ["projectId": "none"]],
        ]
        #expect(try await call.refused(.post, path, task) == "Project doesn't belong to Workspace")
        #expect(try await call(.get, path).each("name") == ["Holiday"])
    }

    @Test("Policies are listed in pages, and the last one says so")
    func pages() async throws {
        for index in 1...3 { try await call(.post, "/time-off/policies", ["name": .string("Policy \(index)"), "approve": [:]]) }
        let path = "\(sandbox.workspacePath)/time-off/policies?page-size=2&page="
        for (page, count, isLast) in [("1", 2, "false"), ("2", 1, "true"), ("3", 0, "true")] {
            let answer = try await sandbox.raw(.get, path + page)
            #expect(answer.json?.arrayValue?.count == count)
            #expect(answer.fields[try #require(.init("Last-Page"))] == isLast)
        }
    }

    @Test("A policy accrues at the beginning of each month or year, as long as it is active")
    func accrual() async throws {
        let monthly = try await call(
            .post, "/time-off/policies",
            ["name": "Monthly", "approve": [:], "everyoneIncludingNew": true, "automaticAccrual": ["amount": 1.5, "period": "MONTH"]])
        let yearly = try await call(
            .post, "/time-off/policies",
            ["name": "Yearly", "approve": [:], "everyoneIncludingNew": true, "automaticAccrual": ["amount": 20, "period": "YEAR"]])
        func balances() async throws -> [JSONValue] {
            try await call(.get, "/time-off/balance/user/\(me)?sort=POLICY")["balances"]?.each("balance") ?? []
        }
        #expect(try await balances() == [0, 0])
        clock.date = try date("2026-05-01T00:00:00Z")
        #expect(try await balances() == [3, 0])
        try await call(.patch, "/time-off/policies/\(monthly.id)", ["status": "ARCHIVED"])
        clock.date = try date("2027-01-01T00:00:00Z")
        #expect(try await balances() == [3, 20])
        try await call(.patch, "/time-off/policies/\(monthly.id)", ["status": "ACTIVE"])
        clock.date = try date("2027-02-01T00:00:00Z")
        #expect(try await balances() == [4.5, 20])
        #expect(yearly.id != monthly.id)
    }

    @Test("A change of balances is added to them, for all users or none", arguments: ["/time-off/balance", "/balance"])
    func balances(path: String) async throws {
        let other = try await call.addUser("anna")
        let stranger = "64a687e29ae1f428e7ebe000"
        let policy = try await call(.post, "/time-off/policies", all)
        let target = "\(path)/policy/\(policy.id)"
        try await call(.patch, target, ["userIds": [.string(me), .string(other)], "value": 10, "note": "Bonus"])
        try await call(.patch, target, ["userIds": [.string(other)], "value": -2.5])
        #expect(
            try await call.refused(.patch, target, ["userIds": [.string(me), .string(stranger)], "value": 5])
                == "User doesn't belong to Workspace")
        let list = try await call(.get, "\(target)?sort=BALANCE&sort-order=DESCENDING")
        #expect(list["count"] == 2 && list["balances"]?.each("balance") == [10, 7.5])
        #expect(list["balances"]?.each("userId") == [.string(me), .string(other)])
        let page = try await call(.get, "\(target)?sort=USER&page=2&page-size=1")
        #expect(page["count"] == 2 && page["balances"]?.each("userName") == ["John Doe"])
        #expect(try await call(.get, "\(target)?page=3&page-size=1")["balances"] == [])
        let answer = try await sandbox.raw(.get, "\(sandbox.workspacePath)/time-off/balance/policy/\(policy.id)?page-size=1")
        #expect(answer.fields[try #require(.init("Last-Page"))] == "false")
        let own = try await call(.get, "\(path)/user/\(other)")
        #expect(own["count"] == 1 && own["balances"]?.each("policyName") == ["Holiday"] && own["balances"]?.each("total") == [7.5])
        #expect(try await call.refused(.get, "\(path)/policy/none") == "Policy doesn't belong to Workspace")
        #expect(try await call.refused(.get, "\(path)/user/none") == "User doesn't belong to Workspace")
    }

    @Test("A policy is for listed users, the members of listed groups, all others, or everyone")
    func scopes() async throws {
        let anna = try await call.addUser("anna")
        let bert = try await call.addUser("bert")
        let group = try await call(.post, "/user-groups", ["name": "Team"])
        try await call(.post, "/user-groups/\(group.id)/users", ["userId": .string(bert)])
        func users(_ name: String, _ scope: JSONValue) async throws -> [JSONValue] {
            var members = scope.objectValue ?? [:]
            members["name"] = .string(name)
            members["approve"] = [:]
            let policy = try await call(.post, "/time-off/policies", .object(members))
            return try await call(.get, "/time-off/balance/policy/\(policy.id)")["balances"]?.each("userId") ?? []
        }
        #expect(try await users("Listed", ["users": ["contains": "CONTAINS", "ids": [.string(anna)]]]) == [.string(anna)])
        #expect(try await users("Group", ["userGroups": ["ids": [.string(group.id)]]]) == [.string(bert)])
        #expect(
            try await users("Others", ["users": ["contains": "DOES_NOT_CONTAIN", "ids": [.string(me)]]]) == [.string(anna), .string(bert)])
        #expect(try await users("Everyone", ["everyoneIncludingNew": true]).count == 3)
        #expect(try await users("Nobody", [:]) == [])
        try await call(.delete, "/user-groups/\(group.id)")
        #expect(try await call(.get, "/time-off/policies?name=Group")[0]?["userGroupIds"] == [])
    }
}
