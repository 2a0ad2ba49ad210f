import ClockifyAPI
import Foundation
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

@Suite("Requests for time off in the sandbox")
struct SandboxTimeOffTests {
    let clock: TestClock
    let sandbox: ClockifySandbox
    let call: CheckedCalls
    private var me: String { sandbox.user.rawValue }

    init() throws {
        (clock, sandbox, call) = try CheckedCalls.starting(at: "2026-03-02T09:00:00Z")
    }

    /// Creates a policy for everyone, and gives the current user 10 days or hours.
    private func policy(_ members: JSONValue = [:]) async throws -> String {
        let usual: [String: JSONValue] = [
            "name": "Holiday", "approve": ["requiresApproval": true], "everyoneIncludingNew": true, "allowHalfDay": true,
        ]
        let request = usual.merging(members.objectValue ?? [:]) { _, own in own }
        let policy = try await call(.post, "/time-off/policies", .object(request))
        try await call(.patch, "/time-off/balance/policy/\(policy.id)", ["userIds": [.string(me)], "value": 10])
        return policy.id
    }

    private func left(_ policy: String) async throws -> JSONValue? {
        try await call(.get, "/time-off/balance/policy/\(policy)")["balances"]?[0]?["balance"]
    }

    private func days(_ count: Int, from start: String = "2026-03-09") -> JSONValue {
        ["timeOffPeriod": ["period": ["days": .integer(Int64(count)), "start": .string(start)]], "note": "Sea"]
    }

    @Test(
        "A request takes from the balance until it is rejected or withdrawn", arguments: [("/time-off", "/time-off"), ("", "/time-off")])
    func life(path: String, other: String) async throws {
        let policy = try await policy()
        let requests = "\(path)/policies/\(policy)/requests"
        let first = try await call(.post, requests, days(3))
        #expect(first["status"]?["statusType"] == "PENDING" && first["balanceDiff"] == 3 && first["balance"] == 7 && first["note"] == "Sea")
        #expect(
            first["timeOffPeriod"]?["period"] == ["start": "2026-03-09T00:00:00Z", "end": "2026-03-11T23:59:59.999Z"])
        #expect(first["policyName"] == "Holiday" && first["userName"] == "John Doe" && first["timeUnit"] == "DAYS")
        #expect(first["status"]?["changedAt"] == "2026-03-02T09:00:00.000000000Z")
        #expect(try await left(policy) == 7)

        let second = try await call(.post, requests, days(2, from: "2026-04-01"))
        #expect(try await left(policy) == 5)
        let withdrawn = try await call(.delete, "\(requests)/\(second.id)")
        #expect(withdrawn.id == second.id && withdrawn["balance"] == nil)
        #expect(try await left(policy) == 7)

        let approved = try await call(.patch, "\(other)/policies/\(policy)/requests/\(first.id)", ["status": "APPROVED", "note": "Enjoy"])
        #expect(approved["status"]?["statusType"] == "APPROVED" && approved["status"]?["note"] == "Enjoy")
        #expect(try await left(policy) == 7)
        #expect(try await call.refused(.delete, "\(requests)/\(first.id)").contains("pending"))
        try await call(.patch, "\(requests)/\(first.id)", ["status": "REJECTED"])
        #expect(try await left(policy) == 10)
        #expect(try await call.refused(.patch, "\(requests)/\(first.id)", ["status": "APPROVED"]).contains("[status]"))
        #expect(
            try await call.refused(.delete, "\(requests)/\(second.id)") == "Time off request doesn't belong to Workspace")
    }

    @Test("A request of a policy without approval is approved at once")
    func withoutApproval() async throws {
        let policy = try await policy(["approve": [:]])
        let request = try await call(.post, "/time-off/policies/\(policy)/requests", days(1))
        #expect(request["status"]?["statusType"] == "APPROVED")
    }

    @Test("A policy that counts days wants a start and days, and one that counts hours two points in time")
    func units() async throws {
        let daily = "/time-off/policies/\(try await policy())/requests"
        func period(_ period: JSONValue) -> JSONValue { ["timeOffPeriod": ["period": period]] }
        #expect(try await call.refused(.post, daily, period([:])).contains("[timeOffPeriod.period.start]"))
        #expect(try await call.refused(.post, daily, period(["start": "2026-03-09"])).contains("[timeOffPeriod.period.days]"))
        let time: JSONValue = ["start": "2026-03-09T08:00:00Z", "end": "2026-03-09T12:30:00Z"]
        #expect(try await call.refused(.post, daily, period(time)).contains("invalid date format"))

        let hourly = "/time-off/policies/\(try await policy(["name": "Hours", "timeUnit": "HOURS"]))/requests"
        #expect(try await call.refused(.post, hourly, days(1)).contains("invalid date format"))
        let fraction: JSONValue = ["start": "2026-03-09T08:00:00.000Z", "end": "2026-03-09T12:30:00.000Z"]
        #expect(try await call.refused(.post, hourly, period(fraction)).contains("timeOffPeriod"))
        let request = try await call(.post, hourly, period(time))
        #expect(request["balanceDiff"] == 4.5 && request["timeUnit"] == "HOURS" && request["timeOffPeriod"]?["period"] == time)
    }

    @Test("Half a day takes half a day, if the policy allows it")
    func halfDay() async throws {
        let half: JSONValue = [
            "timeOffPeriod": ["isHalfDay": true, "halfDayPeriod": "SECOND_HALF", "period": ["days": 1, "start": "2026-03-09"]]
        ]
        let request = try await call(.post, "/time-off/policies/\(try await policy())/requests", half)
        #expect(request["balanceDiff"] == 0.5 && request["timeOffPeriod"]?["halfDay"] == true)
        #expect(request["timeOffPeriod"]?["halfDayHours"] == ["start": "2026-03-09T13:00:00Z", "end": "2026-03-09T17:00:00Z"])
        let strict = try await policy(["name": "Whole", "allowHalfDay": false])
        #expect(try await call.refused(.post, "/time-off/policies/\(strict)/requests", half).contains("[timeOffPeriod.isHalfDay]"))
    }

    @Test("A request cannot take more than the balance, plus what may be negative")
    func limits() async throws {
        let strict = try await policy()
        #expect(try await call.refused(.post, "/time-off/policies/\(strict)/requests", days(11)).contains("exceeds the balance"))
        let lenient = try await policy(["name": "Lenient", "allowNegativeBalance": true, "negativeBalance": ["amount": 2]])
        try await call(.post, "/time-off/policies/\(lenient)/requests", days(12))
        let balance = try await call(.get, "/time-off/balance/policy/\(lenient)")["balances"]?[0]
        #expect(balance?["balance"] == -2 && balance?["negativeBalanceUsed"] == 2 && balance?["negativeBalanceLimit"] == true)
        #expect(try await call.refused(.post, "/time-off/policies/\(lenient)/requests", days(1)).contains("exceeds the balance"))
    }

    @Test("Requests are listed by status, user, user group, date and page, with the count of all")
    func list() async throws {
        let anna = try await call.addUser("anna")
        let policy = try await policy(["allowNegativeBalance": true])
        let mine = try await call(.post, "/time-off/policies/\(policy)/requests", days(1))
        clock.date += 3600
        let hers = try await call(.post, "/time-off/policies/\(policy)/users/\(anna)/requests", days(2))
        #expect(hers["userId"] == .string(anna) && hers["requesterUserId"] == .string(me))
        try await call(.patch, "/time-off/policies/\(policy)/requests/\(hers.id)", ["status": "APPROVED"])
        let group = try await call(.post, "/user-groups", ["name": "Team"])
        try await call(.post, "/user-groups/\(group.id)/users", ["userId": .string(anna)])

        func ids(_ filter: JSONValue, _ path: String = "/time-off/requests") async throws -> [JSONValue] {
            try await call(.post, path, filter)["requests"]?.each("id") ?? []
        }
        let (first, second) = (JSONValue.string(mine.id), JSONValue.string(hers.id))
        #expect(try await ids([:]) == [first, second])
        #expect(try await ids([:], "/requests") == [first, second])
        #expect(try await ids(["statuses": ["PENDING"]]) == [first])
        #expect(try await ids(["statuses": ["ALL"]]) == [first, second])
        #expect(try await ids(["statuses": "[\"APPROVED\"]"], "/requests") == [second])
        #expect(try await ids(["users": [.string(me)]]) == [first])
        #expect(try await ids(["userGroups": [.string(group.id)]]) == [second])
        #expect(try await ids(["start": "2026-03-02T09:30:00.000000Z"]) == [second])
        #expect(try await ids(["end": "2026-03-02T09:30:00.000000Z"]) == [first])
        let page = try await call(.post, "/time-off/requests", ["page": 2, "pageSize": 1])
        #expect(page["count"] == 2 && page["requests"]?.each("id") == [second])
        #expect(try await call(.post, "/time-off/requests", ["page": 3, "pageSize": 1])["requests"] == [])
        #expect(try await call.refused(.post, "/time-off/requests", ["statuses": ["WITHDRAWN"]], code: 3002).contains("statuses"))
        #expect(try await sandbox.raw(.get, "\(sandbox.workspacePath)/time-off/requests").status == 405)
        #expect(try await sandbox.raw(.get, "\(sandbox.workspacePath)/time-off/requests/\(mine.id)").status == 404)
    }

    @Test("A request needs a policy that is for its user")
    func strangers() async throws {
        let policy = try await call(.post, "/time-off/policies", ["name": "Nobody", "approve": [:]])
        #expect(
            try await call.refused(.post, "/time-off/policies/\(policy.id)/requests", days(1)) == "User doesn't belong to Policy")
        #expect(try await call.refused(.post, "/time-off/policies/none/requests", days(1)) == "Policy doesn't belong to Workspace")
    }

    @Test("Days begin and end in the user's time zone")
    func timeZone() throws {
        let calendar = LocalCalendar(try #require(.init(identifier: "Europe/Budapest")))
        let day = try #require(calendar.start(ofDay: "2022-08-26"))
        #expect(day.parameterText == "2022-08-25T22:00:00Z")
        #expect(calendar.adding(days: 1, to: day).parameterText == "2022-08-26T22:00:00Z")
    }
}
