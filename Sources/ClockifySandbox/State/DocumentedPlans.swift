import ClockifyRuntime

/// The policies, holidays, approval requests and assignments that the documentation's samples refer to, and what these refer to.
extension DocumentedThings {
    private static let policy = "63034cd0cb0fb876a57e93ad"
    private static let timeOffRequest = "6308850156b7d75ea8fd3fbd"
    private static let holiday = "60f927920658241e3cf35e02"
    private static let approval = "940ab5acb07987125438b65y"
    private static let assignment = "5b641568b07987035750505e"
    private static let userField = "5e4117fe8c625f38930d57b7"
    /// The user whose time off the samples are about.
    private static let absentee = "60f924bafdaf031696ec6218"
    private static let timeOffUsers = [
        "5b715612b079875110791111", "5b715612b079875110791222", "6579d126c2fe3b25f20ea001", "6579d126c2fe3b25f20ea002",
        "5b715448b079875110792222", "5b715448b079875110791111",
    ]
    /// Users of both workspaces.
    private static let managers = [absentee, "64c777ddd3fcab07cfbb210c"]
    private static let timeOffGroups = [
        "5b715612b079875110791111", "5b715612b079875110791222", "5a0ab5acb07987125438b60f", "64c777ddd3fcab07cfbb210c",
    ]

    /// - Parameter timeOffWorkspace: The workspace of policies and holidays, which differs from the one in other samples.
    func addPlans(in timeOffWorkspace: String, to state: inout SandboxState) {
        for id in Self.managers { addUser(id, to: &state) }
        var members = Seed.workspaceMembers(name: "Workspace \(timeOffWorkspace)", samples: state.samples)
        members["memberships"] = [SandboxState.membership(of: user, in: timeOffWorkspace, type: "WORKSPACE")]
        state.store.insert(into: .workspaces, scope: "", id: timeOffWorkspace, members)
        for id in Self.timeOffUsers { addUser(id, to: &state) }
        addMemberships(Self.timeOffUsers + Self.managers, in: timeOffWorkspace, to: &state)
        addTimeOff(in: timeOffWorkspace, to: &state)
        addSchedule(to: &state)
        let field: [String: JSONValue] = ["entityType": "USER", "name": "TIN", "status": "VISIBLE", "type": "TXT"]
        insert(.customFields, Self.userField, field, &state)
        for id in Self.managers {
            state.store.insert(
                into: .roles, scope: workspace,
                ["entityId": .string(id), "role": "WORKSPACE_ADMIN", "sourceType": "USER_GROUP", "userId": .string(user)])
        }
    }

    private func addMemberships(_ users: [String], in workspace: String, to state: inout SandboxState) {
        guard var entity = state.store.entity(.workspaces, workspace) else { return }
        let memberships = users.map { SandboxState.membership(of: $0, in: workspace, type: "WORKSPACE") }
        entity.members["memberships"] = .array(entity.memberships + memberships)
        state.store.replace(entity, in: .workspaces)
    }

    private func addTimeOff(in workspace: String, to state: inout SandboxState) {
        let owner: JSONValue = .string(workspace)
        for id in Self.timeOffGroups {
            state.store.insert(
                into: .userGroups, scope: workspace, id: id,
                ["name": .string("Group \(id)"), "teamManagers": [], "userIds": [], "workspaceId": owner])
        }
        // Some samples have the word "string" as the identifier of a project and a task.
        var project = state.samples.shape(of: Resource.projects.sample).merging(Resource.projects.initial) { $1 }
        project.merge(["name": "Time off", "workspaceId": owner]) { $1 }
        state.store.insert(into: .projects, scope: workspace, id: "string", project)
        var task = state.samples.shape(of: Resource.tasks.sample).merging(Resource.tasks.initial) { $1 }
        task.merge(["name": "Time off", "projectId": "string"]) { $1 }
        state.store.insert(into: .tasks, scope: "string", id: "string", task)

        // The policy is archived, because a sample deletes it.
        state.store.insert(
            into: .policies, scope: workspace, id: Self.policy,
            [
                "allowHalfDay": true, "allowNegativeBalance": true,
                "approve": ["requiresApproval": true, "specificMembers": false, "teamManagers": false, "userIds": []], "archived": true,
                "everyoneIncludingNew": true, "name": .string("Policy \(Self.policy)"), "timeUnit": "DAYS", "userGroupIds": [],
                "userIds": [], "workspaceId": owner,
            ])
        let date: JSONValue = "2022-08-26T08:32:01.640708Z"
        state.store.insert(
            into: .timeOffRequests, scope: Self.policy, id: Self.timeOffRequest,
            [
                "balanceDiff": 1, "createdAt": date, "note": "Time Off Request Note", "policyId": .string(Self.policy),
                "requesterUserId": .string(user), "status": ["changedAt": date, "statusType": "PENDING"],
                "timeOffPeriod": [
                    "halfDay": false, "halfDayPeriod": "NOT_DEFINED",
                    "period": ["end": "2022-08-26T23:59:59.999Z", "start": "2022-08-26T00:00:00Z"],
                ],
                "userId": .string(Self.absentee), "workspaceId": owner,
            ])
        state.store.insert(
            into: .holidays, scope: workspace, id: Self.holiday,
            [
                "color": "#8BC34A", "datePeriod": ["endDate": "2019-08-24", "startDate": "2019-08-24"], "everyoneIncludingNew": false,
                "name": "New Year's Day", "occursAnnually": true, "userGroupIds": [], "userIds": [], "workspaceId": owner,
            ])
    }

    private func addSchedule(to state: inout SandboxState) {
        // The request is withdrawn, because samples submit its period again.
        state.store.insert(
            into: .approvals, scope: workspace, id: Self.approval,
            [
                "creator": ["userId": .string(user)], "dateRange": ["end": "2020-01-31T23:59:59Z", "start": "2020-01-01T00:00:00Z"],
                "owner": ["userId": .string(user)], "status": ["state": "WITHDRAWN_SUBMISSION", "updatedAt": "2020-01-01T08:00:00Z"],
                "workspaceId": .string(workspace),
            ])
        state.store.insert(
            into: .assignments, scope: workspace, id: Self.assignment,
            [
                "billable": true, "hoursPerDay": 7.5, "includeNonWorkingDays": true, "note": "", "published": false,
                "period": ["end": "2020-01-04T00:00:00Z", "start": "2020-01-01T00:00:00Z"], "projectId": "56b687e29ae1f428e7ebe504",
                "recurring": ["repeat": false, "seriesId": "64c777ddd3fcab07cfbb210c", "weeks": 1], "startTime": "10:00:00",
                "userId": .string(user), "workspaceId": .string(workspace),
            ])
    }
}
