import ClockifyRuntime

extension Actions {
    /// The operations of the older page, by `operationId`. They are the same operations, under the names that our spec uses for
    /// that page.
    static let legacy: [String: Action] = [
        "getClients": .list(.clients),
        "createClient": .create(.clients),
        "getProjects": .list(.projects),
        "createProject": .rule { state, call throws(Refusal) in try state.createLegacyProject(call) },
        "deleteProject": .delete(.projects, id: "id"),
        "getTags": .list(.tags),
        "createTag": .create(.tags),
        "getTasks": .list(.tasks),
        "createTask": .create(.tasks),

        "getTemplates": .rule { state, call throws(Refusal) in state.listTemplates(call) },
        "createTemplates": .rule { state, call throws(Refusal) in try state.createTemplates(call) },
        "getTemplate": .rule { state, call throws(Refusal) in .value(state.present(template: try state.find(.templates, call), call)) },
        "updateTemplate": .rule { state, call throws(Refusal) in
            .value(state.present(template: try state.update(.templates, call.path("templateId"), call), call))
        },
        "deleteTemplate": .rule { state, call throws(Refusal) in
            .value(state.present(template: try state.delete(.templates, call.path("templateId"), call), call))
        },

        "createTimeEntry": .rule { state, call throws(Refusal) in try state.createEntry(call, user: state.me) },
        "createTimeEntryForUser": .rule { state, call throws(Refusal) in try state.createEntry(call, user: call.path("userId")) },
        "getTimeEntry": .get(.timeEntries, id: "id"),
        "getTimeEntries": .rule { state, call throws(Refusal) in state.listEntries(call) },
        "updateTimeEntry": .rule { state, call throws(Refusal) in try state.updateEntry(call) },
        "stopRunningTimeEntry": .rule { state, call throws(Refusal) in try state.stopEntry(call) },
        "deleteTimeEntry": .rule { state, call throws(Refusal) in try state.deleteEntry(call) },

        "getCurrentUser": .rule { state, call throws(Refusal) in try state.getMe(call, withMemberships: true) },
        "getUsers": .rule { state, call throws(Refusal) in state.listUsers(call, query: call.query) },
        "getWorkspaces": .rule { state, call throws(Refusal) in state.listWorkspaces(call) },
        "createWorkspace": .rule { state, call throws(Refusal) in try state.createWorkspace(call) },
    ]
}
