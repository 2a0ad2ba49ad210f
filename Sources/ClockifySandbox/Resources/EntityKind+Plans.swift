import ClockifyRuntime
import Foundation

/// Policies, balances, requests for time off, holidays, approval requests and assignments as values.
extension EntityKind {
    static let policies = EntityKind(
        resource: .policies,
        initial: [
            "approve": ["requiresApproval": false, "specificMembers": false, "teamManagers": false, "userIds": []], "timeUnit": "DAYS",
        ],
        references: [
            "userIds": .users, "userGroupIds": .userGroups, "approve.userIds": .users, "projectId": .projects,
            "automaticTimeEntryCreation.defaultEntities.projectId": .projects,
            "automaticTimeEntryCreation.defaultEntities.taskId": .tasks,
        ],
        hasUniqueName: true, isCompact: true)

    static let holidays = EntityKind(
        resource: .holidays,
        references: ["projectId": .projects, "taskId": .tasks, "userIds": .users, "userGroupIds": .userGroups],
        isCompact: true,
        prepare: { _, holiday throws(SandboxEntityProblem) in
            _ = try holiday.period("datePeriod", "startDate", "endDate")
            guard let isEnabled = holiday.given["automaticTimeEntryCreation"] else {
                holiday.members["automaticTimeEntryCreation"] = nil
                return
            }
            // It is stored in the form of requests.
            let defaults = holiday.given.filter { $0.key == "projectId" || $0.key == "taskId" }
            holiday.members["automaticTimeEntryCreation"] = ["defaultEntities": .object(defaults), "enabled": isEnabled]
        },
        present: { state, holiday in state.presentHoliday(holiday) })

    static let timeOffRequests = EntityKind(
        resource: .timeOffRequests, parent: .init(member: "policyId", collection: .policies),
        references: ["userId": .users, "requesterUserId": .users],
        computed: ["balance", "policyName", "requesterUserName", "timeUnit", "userEmail", "userName", "userTimeZone"],
        isCompact: true,
        prepare: { state, request throws(SandboxEntityProblem) in
            let period = try request.period("timeOffPeriod.period")
            let seconds = period.upperBound.timeIntervalSince(period.lowerBound)
            let isInHours = state.store.entity(.policies, request.scope)?.text("timeUnit") == "HOURS"
            let usual: [String: JSONValue] = [
                // A period of days lasts until the last second of its last day.
                "balanceDiff": isInHours ? .number(seconds / 3600) : .number((seconds / 86_400).rounded(.up)),
                "createdAt": .string(TextFormat.timestamp(state.now, fractionDigits: 6)), "requesterUserId": .string(state.me),
                "status": ["statusType": "PENDING"], "userId": .string(state.me),
            ]
            request.members.merge(usual.merging(request.given.filter { usual.keys.contains($0.key) }) { $1 }) { $1 }
            request.created = request.text("createdAt").flatMap(TextFormat.instant)
        },
        present: { state, request in
            state.store.entity(.policies, request.scope).map { state.presentTimeOff(request, by: $0) }
        })

    static let balances = EntityKind(
        resource: Resource(collection: .balances, name: "Balance", parent: "policyId", sample: "", required: [], uniqueNamesBy: nil),
        parent: .init(member: "policyId", collection: .policies), references: ["userId": .users],
        computed: [
            "negativeBalanceAmount", "negativeBalanceLimit", "negativeBalanceUsed", "policyArchived", "policyName", "policyTimeUnit",
            "used",
            "userName",
        ],
        prepare: { state, balance throws(SandboxEntityProblem) in
            let user = balance.text("userId") ?? state.me
            guard let policy = state.store.entity(.policies, balance.scope), state.users(of: policy).contains(user) else {
                throw balance.invalid("userId", "the policy is not for \(user)")
            }
            guard state.existingBalance(of: user, by: policy) == nil else { throw balance.problem(.taken(member: "userId")) }
            let used = state.timeOffUsed(by: user, policy)
            let left = balance.given["balance"]?.doubleValue
            let total = balance.given["total"]?.doubleValue ?? ((left ?? 0) + used)
            if let left, left != total - used {
                throw balance.invalid("balance", "it is \(JSONValue.number(total - used)), the total without what requests take")
            }
            balance.members = ["total": .number(total), "userId": .string(user)]
        },
        present: { state, balance in
            guard let policy = state.store.entity(.policies, balance.scope) else { return nil }
            return .present(state.presentBalance(of: balance.text("userId") ?? "", by: policy))
        })

    /// An approval request as it is. The entries and expenses that belong to it name it.
    static let approvals = EntityKind(
        resource: .approvals, references: ["creator.userId": .users, "owner.userId": .users], isCompact: true,
        prepare: { state, request throws(SandboxEntityProblem) in
            _ = try request.period("dateRange")
            for name in ["creator", "owner"] {
                let usual: [String: JSONValue] = ["userId": .string(state.me)]
                request.members[name] = .object(usual.merging(request.given[name]?.objectValue ?? [:]) { $1 })
            }
            let usual: [String: JSONValue] = ["state": "PENDING", "updatedAt": .string(state.now.parameterText)]
            request.members["status"] = .object(usual.merging(request.given["status"]?.objectValue ?? [:]) { $1 })
        })

    static let assignments = EntityKind(
        resource: .assignments,
        initial: ["billable": false, "hoursPerDay": 0, "includeNonWorkingDays": false, "note": "", "published": false],
        references: ["projectId": .projects, "userId": .users],
        computed: [
            "clientId", "clientName", "excludeDays", "projectArchived", "projectBillable", "projectColor", "projectName", "userName",
        ],
        isCompact: true,
        prepare: { state, assignment throws(SandboxEntityProblem) in
            let period = try assignment.period("period")
            do throws(Refusal) {
                try ScheduleFilter.checkPeriod(period.lowerBound, period.upperBound)
            } catch {
                throw assignment.invalid("period.end", error.message)
            }
            for name in ["projectId", "userId"] where assignment.given[name] == nil { throw assignment.problem(.missing(member: name)) }
            let usual: [String: JSONValue] = ["repeat": false, "seriesId": .string(assignment.id), "weeks": 1]
            assignment.members["recurring"] = .object(usual.merging(assignment.given["recurring"]?.objectValue ?? [:]) { $1 })
        },
        present: { state, assignment in state.presentAssignment(assignment) })
}
