import ClockifyAPI

/// Which operations cause which events.
///
/// The documentation lists the events, but not what causes them. A call causes events about what it is for, and not about what changes
/// along with that: a deleted project causes no event about its tasks.
enum EventRules {
    static let all: [EventRule] = named + timeEntries + users + money + timeOff + plans + rates

    /// The events that no call causes, with the reasons.
    static let reasonsWithoutCause: [Clockify.WebhookEventType: String] = [
        .timeEntrySplit: "no operation splits a time entry",
        .timeEntryRestored: "no operation restores a time entry",
        .expenseRestored: "no operation restores an expense",
        .userDeletedFromWorkspace: "the operation that removes a user is documented as not functional",
        .userEmailChanged: "no operation changes an email address",
        .limitedUsersAddedToWorkspace: "no operation adds limited users",
    ]

    /// The rules by operation.
    static let byOperation: [String: [EventRule]] = {
        var rules: [String: [EventRule]] = [:]
        for rule in all {
            for operation in rule.operations { rules[operation, default: []].append(rule) }
        }
        return rules
    }()

    private static let named: [EventRule] = [
        .created(.clients, .newClient, by: ["createClient"]),
        .updated(.clients, .clientUpdated, by: ["updateClient"]),
        .deleted(.clients, .clientDeleted, by: ["deleteClient"]),
        .created(.projects, .newProject, by: ["createNewProject"]),
        .updated(
            .projects, .projectUpdated,
            by: [
                "updateProject", "updateEstimate", "updateMemberships", "addUsersToProject", "updateIsProjectTemplate",
                // Can archive the projects of the client.
                "updateClient",
            ]),
        .deleted(.projects, .projectDeleted, by: ["deleteProject"]),
        .created(.tasks, .newTask, by: ["createTask", "createNewProject"]),
        // A change of a client can mark the tasks of its projects as done.
        .updated(.tasks, .taskUpdated, by: ["updateTask", "updateClient"]),
        .deleted(.tasks, .taskDeleted, by: ["deleteTask"]),
        .created(.tags, .newTag, by: ["createNewTag"]),
        .updated(.tags, .tagUpdated, by: ["updateTag"]),
        .deleted(.tags, .tagDeleted, by: ["deleteTag"]),
    ]

    private static let newEntries = ["createTimeEntry", "createForOthers", "duplicateTimeEntry"]
    private static let changedEntries = ["updateTimeEntry", "replaceMany"]

    private static let timeEntries: [EventRule] = [
        // A timer that starts stops the one that runs, and so does an end that is set.
        .updated(
            .timeEntries, .timerStopped, by: ["stopRunningTimeEntry", "createTimeEntry", "createForOthers"] + changedEntries
        ) { old, new, _ in old.isRunning && !new.isRunning },
        .created(.timeEntries, .newTimerStarted, by: newEntries) { $0.isRunning },
        .created(.timeEntries, .newTimeEntry, by: newEntries) { !$0.isRunning },
        .updated(.timeEntries, .timeEntryUpdated, by: changedEntries) { _, new, call in
            // Not the timer that stops along with the change.
            call.path("id") == new.id || call.body?.arrayValue?.contains { $0["id"]?.stringValue == new.id } == true
        },
        .deleted(.timeEntries, .timeEntryDeleted, by: ["deleteTimeEntry"]),
        .deleted(.timeEntries, .timeEntryBatchDeleted, by: ["deleteMany"], isBatch: true),
    ]

    private static let users: [EventRule] = [
        .created(.users, .usersInvitedToWorkspace, by: ["addUsers"], isBatch: true),
        .membership(.userJoinedWorkspace, by: ["updateUserStatus"]) { old, new in old == "PENDING" && new == "ACTIVE" },
        .membership(.userActivatedOnWorkspace, by: ["updateUserStatus"]) { old, new in old == "INACTIVE" && new == "ACTIVE" },
        .membership(.userDeactivatedOnWorkspace, by: ["updateUserStatus"]) { old, new in old != "INACTIVE" && new == "INACTIVE" },
        .updated(.users, .userUpdated, by: ["updateMemberProfileWithAdditionalData"]),
        EventRule(.userUpdated, by: ["upsertUserCustomFieldValue"]) { change, call, state in
            guard change.collection == .userFieldValues, let user = state.store.entity(.users, call.path("userId")) else { return nil }
            return EventRule.Subject(collection: .users, entity: user)
        },
        .created(.userGroups, .userGroupCreated, by: ["createUserGroup"]),
        .updated(.userGroups, .userGroupUpdated, by: ["updateUserGroup", "addUser", "deleteUser"]),
        .deleted(.userGroups, .userGroupDeleted, by: ["deleteUserGroup"]),
    ]

    private static let money: [EventRule] = [
        .created(.invoices, .newInvoice, by: ["createInvoice", "duplicateInvoice"]),
        .updated(.invoices, .invoiceUpdated, by: ["updateInvoice", "changeInvoiceStatus", "createInvoicePayment", "deletePaymentById"]),
        .created(.expenses, .expenseCreated, by: ["createExpense"]),
        .updated(.expenses, .expenseUpdated, by: ["updateExpense"]),
        .deleted(.expenses, .expenseDeleted, by: ["deleteExpense"]),
    ]

    private static let newRequests = [
        "createTimeOffRequest", "createPtoTimeOffRequest", "createTimeOffRequestForOther", "createPtoTimeOffRequestForOther",
    ]
    private static let decisions = ["changeTimeOffRequestStatus", "changePtoTimeOffRequestStatus"]

    private static let timeOff: [EventRule] = [
        .created(.timeOffRequests, .timeOffRequested, by: newRequests),
        // A policy may approve requests at once.
        .decided("APPROVED", .timeOffRequestApproved, by: newRequests + decisions),
        .decided("REJECTED", .timeOffRequestRejected, by: decisions),
        .deleted(.timeOffRequests, .timeOffRequestWithdrawn, by: ["deleteTimeOffRequest", "deletePtoTimeOffRequest"]),
        EventRule(.balanceUpdated, by: ["updateBalance", "updateBalancesForUsers"]) { change, _, _ in
            guard change.collection == .balances, let new = change.new else { return nil }
            return EventRule.Subject(collection: .balances, entity: new)
        },
    ]

    private static let plans: [EventRule] = [
        .created(.approvals, .newApprovalRequest, by: ["createApprrovalRequest", "createApprovalForOther"]),
        .updated(
            .approvals, .approvalRequestStatusUpdated,
            by: ["updateApprovalStatus", "resubmitApprovalRequest", "resubmitApprovalRequestForOther"]),
        .created(.assignments, .assignmentCreated, by: ["createRecurring", "copyAssignment", "editRecurringPeriod"]),
        .updated(.assignments, .assignmentUpdated, by: ["editRecurring", "editRecurringPeriod"]),
        .deleted(.assignments, .assignmentDeleted, by: ["deleteRRecurringAssignment", "editRecurringPeriod"]),
        .updated(.assignments, .assignmentPublished, by: ["publishAssignments"]) { old, new, _ in
            !old.flag("published") && new.flag("published")
        },
    ]

    /// The rates of a workspace, of a project, of a member of these, and of a task. The event contains what has the rate.
    private static let rates: [EventRule] = [
        .updated(.workspaces, .costRateUpdated, by: ["setWorkspaceCostRate", "setCostRateForUser"]),
        .updated(.projects, .costRateUpdated, by: ["addUsersCostRate"]),
        .updated(.tasks, .costRateUpdated, by: ["setTaskCostRate"]),
        .updated(.workspaces, .billableRateUpdated, by: ["setWorkspaceHourlyRate", "setHourlyRateForUser"]),
        .updated(.projects, .billableRateUpdated, by: ["addUsersHourlyRate"]),
        .updated(.tasks, .billableRateUpdated, by: ["setTaskHourlyRate"]),
    ]
}
