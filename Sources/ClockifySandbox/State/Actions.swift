import ClockifyRuntime

/// The effect of an operation on the stored entities.
enum Action: Sendable {
    case list(Resource)
    /// Returns one entity; `id` is the path parameter that identifies it.
    case get(Resource, id: String)
    case create(Resource)
    case update(Resource, id: String)
    case delete(Resource, id: String)
    /// Applies a custom rule.
    case rule(@Sendable (inout SandboxState, SandboxCall) throws(Refusal) -> Outcome)
}

/// The operations of the current page, by `operationId`.
enum Actions {
    static let all: [String: Action] = [
        users, userGroups, workspaces, named, projects, timeEntries, webhooks, customFields, changes,
        invoices, expenses, reports, sharedReports,
        timeOff, holidays, approvals, scheduling, people,
    ].reduce(into: [:]) { all, section in all.merge(section) { $1 } }

    private static let named: [String: Action] = [
        "getClients": .list(.clients),
        "createClient": .create(.clients),
        "getClient": .get(.clients, id: "id"),
        "updateClient": .update(.clients, id: "id"),
        "deleteClient": .delete(.clients, id: "id"),

        "getTags": .list(.tags),
        "createNewTag": .create(.tags),
        "getTag": .get(.tags, id: "id"),
        "updateTag": .update(.tags, id: "id"),
        "deleteTag": .delete(.tags, id: "id"),

        "getTasks": .list(.tasks),
        "createTask": .create(.tasks),
        "getTask": .get(.tasks, id: "taskId"),
        "updateTask": .update(.tasks, id: "taskId"),
        "deleteTask": .delete(.tasks, id: "taskId"),
        "setTaskCostRate": .rule { state, call throws(Refusal) in try state.setRate("costRate", of: .tasks, id: "id", call) },
        "setTaskHourlyRate": .rule { state, call throws(Refusal) in try state.setRate("hourlyRate", of: .tasks, id: "id", call) },
    ]

    private static let projects: [String: Action] = [
        "getProjects": .list(.projects),
        "createNewProject": .rule { state, call throws(Refusal) in try state.createProject(call) },
        "getProject": .get(.projects, id: "projectId"),
        "updateProject": .update(.projects, id: "projectId"),
        "deleteProject": .delete(.projects, id: "projectId"),
        "updateEstimate": .rule { state, call throws(Refusal) in try state.updateEstimate(call) },
        "updateMemberships": .rule { state, call throws(Refusal) in try state.replaceMembers(call) },
        "addUsersToProject": .rule { state, call throws(Refusal) in try state.assignMembers(call) },
        "updateIsProjectTemplate": .rule { state, call throws(Refusal) in try state.setTemplate(call) },
        "addUsersCostRate": .rule { state, call throws(Refusal) in try state.setMemberRate("costRate", of: .projects, "projectId", call) },
        "addUsersHourlyRate": .rule { state, call throws(Refusal) in
            try state.setMemberRate("hourlyRate", of: .projects, "projectId", call)
        },
    ]

    private static let timeEntries: [String: Action] = [
        "createTimeEntry": .rule { state, call throws(Refusal) in try state.createEntry(call, user: state.me) },
        "createForOthers": .rule { state, call throws(Refusal) in try state.createEntry(call, user: call.path("userId")) },
        "getTimeEntry": .get(.timeEntries, id: "id"),
        "getTimeEntries": .rule { state, call throws(Refusal) in state.listEntries(call) },
        "getInProgressTimeEntries": .rule { state, call throws(Refusal) in state.listRunningEntries(call) },
        "updateTimeEntry": .rule { state, call throws(Refusal) in try state.updateEntry(call) },
        "replaceMany": .rule { state, call throws(Refusal) in try state.updateEntries(call) },
        "stopRunningTimeEntry": .rule { state, call throws(Refusal) in try state.stopEntry(call) },
        "duplicateTimeEntry": .rule { state, call throws(Refusal) in try state.duplicateEntry(call) },
        "updateInvoicedStatus": .rule { state, call throws(Refusal) in try state.setInvoiced(call) },
        "deleteTimeEntry": .rule { state, call throws(Refusal) in try state.deleteEntry(call) },
        "deleteMany": .rule { state, call throws(Refusal) in try state.deleteEntries(call) },
    ]

    private static let changes: [String: Action] = [
        "getUpdatedEntityInfo": .rule { state, call throws(Refusal) in state.listUpdated(call) },
        "getDeletedEntityInfo": .rule { state, call throws(Refusal) in state.listDeleted(call) },
    ]

    private static let webhooks: [String: Action] = [
        "getWebhooks": .rule { state, call throws(Refusal) in try state.listWebhooks(call) },
        "getAddonWebhooks": .rule { state, call throws(Refusal) in try state.listWebhooks(call) },
        "createWebhook": .rule { state, call throws(Refusal) in try state.createWebhook(call) },
        "getWebhook": .get(.webhooks, id: "webhookId"),
        "updateWebhook": .update(.webhooks, id: "webhookId"),
        "deleteWebhook": .rule { state, call throws(Refusal) in try state.deleteWebhook(call) },
        "generateNewToken": .rule { state, call throws(Refusal) in try state.renewWebhookToken(call) },
    ]

    private static let customFields: [String: Action] = [
        "ofWorkspace": .list(.customFields),
        "create": .rule { state, call throws(Refusal) in try state.createCustomField(call) },
        "editCustomField": .rule { state, call throws(Refusal) in try state.updateCustomField(call) },
        "delete": .rule { state, call throws(Refusal) in try state.deleteCustomField(call) },
        "getCustomFieldsOfProject": .rule { state, call throws(Refusal) in state.listCustomFields(ofProject: call) },
        "editProjectCustomFieldDefaultValue": .rule { state, call throws(Refusal) in try state.setProjectDefault(call) },
        "removeDefaultValueOfProject": .rule { state, call throws(Refusal) in try state.removeProjectDefault(call) },
    ]

    private static let users: [String: Action] = [
        "getLoggedUser": .rule { state, call throws(Refusal) in try state.getMe(call) },
        "getUsersOfWorkspace": .rule { state, call throws(Refusal) in state.listUsers(call, query: call.query) },
        "filterUsersOfWorkspace": .rule { state, call throws(Refusal) in
            state.listUsers(call, query: SandboxState.userQuery(call.members))
        },
        "addUsers": .rule { state, call throws(Refusal) in try state.addUser(call) },
        "updateUserStatus": .rule { state, call throws(Refusal) in try state.setUserStatus(call) },
        "setCostRateForUser": .rule { state, call throws(Refusal) in
            try state.setMemberRate("costRate", of: .workspaces, "workspaceId", call)
        },
        "setHourlyRateForUser": .rule { state, call throws(Refusal) in
            try state.setMemberRate("hourlyRate", of: .workspaces, "workspaceId", call)
        },
    ]

    private static let userGroups: [String: Action] = [
        "getUserGroups": .rule { state, call throws(Refusal) in state.listUserGroups(call) },
        "createUserGroup": .create(.userGroups),
        "updateUserGroup": .update(.userGroups, id: "id"),
        "deleteUserGroup": .delete(.userGroups, id: "id"),
        "addUser": .rule { state, call throws(Refusal) in try state.addGroupMember(call) },
        "deleteUser": .rule { state, call throws(Refusal) in try state.removeGroupMember(call) },
    ]

    private static let workspaces: [String: Action] = [
        "getWorkspacesOfUser": .rule { state, call throws(Refusal) in state.listWorkspaces(call) },
        "createWorkspace": .rule { state, call throws(Refusal) in try state.createWorkspace(call) },
        "getWorkspaceOfUser": .get(.workspaces, id: "workspaceId"),
        "setWorkspaceCostRate": .rule { state, call throws(Refusal) in
            try state.setRate("costRate", of: .workspaces, id: "workspaceId", call)
        },
        "setWorkspaceHourlyRate": .rule { state, call throws(Refusal) in
            try state.setRate("hourlyRate", of: .workspaces, id: "workspaceId", call)
        },
    ]
}
