import ClockifyRuntime

extension Resource {
    /// The live service ignores `ccEmails` and `currencyId` when a client is created.
    static let clients = Resource(
        collection: .clients, name: "Client", parent: "workspaceId", sample: "createClient",
        initial: ["ccEmails": nil, "currencyCode": "USD", "currencyId": .string(Seed.currency)],
        reset: ["address": nil, "archived": false, "ccEmails": nil, "email": nil, "note": nil],
        removal: .when("archived", true),
        filters: [.text("name", in: "name"), .flag("archived", is: "archived")])

    static let tags = Resource(
        collection: .tags, name: "Tag", parent: "workspaceId", sample: "createNewTag",
        reset: ["archived": false],
        filters: [
            .text("name", in: "name", strict: "strict-name-search"), .flag("archived", is: "archived"), .excluding("excluded-ids"),
        ])

    static let userGroups = Resource(
        collection: .userGroups, name: "User group", parent: "workspaceId", sample: "createUserGroup",
        filters: [.text("name", in: "name")])

    static let tasks = Resource(
        collection: .tasks, name: "Task", parent: "projectId", sample: "createTask",
        initial: ["status": "ACTIVE"],
        references: ["assigneeIds": (.users, "User")],
        removal: .when("status", "DONE"),
        filters: [
            .text("name", in: "name", strict: "strict-name-search"),
            .rule { task, query, _ in query.flag("is-active").map { $0 == (task.text("status") == "ACTIVE") } ?? true },
        ])

    static let projects = Resource(
        collection: .projects, name: "Project", parent: "workspaceId", sample: "createNewProject",
        initial: ["color": "#03A9F4", "estimate": ["estimate": "PT0S", "type": "AUTO"], "note": ""],
        reset: ["billable": false, "public": false],
        renamed: ["isPublic": "public"],
        references: ["clientId": (.clients, "Client")],
        uniqueNamesBy: ["clientId"],
        removal: .when("archived", true),
        filters: [
            .text("name", in: "name", strict: "strict-name-search"), .flag("archived", is: "archived"), .flag("billable", is: "billable"),
            .ids("clients", in: "clientId", contains: "contains-client"), .flag("is-template", is: "template"),
            .rule { project, query, _ in query["access"].map { ($0 == "PUBLIC") == project.flag("public") } ?? true },
            .rule { project, query, store in
                guard let status = query["client-status"], status != "ALL" else { return true }
                guard let client = project.text("clientId").flatMap({ store.entity(.clients, $0) }) else { return false }
                return client.flag("archived") == (status == "ARCHIVED")
            },
            .rule { project, query, _ in
                let wanted = query.all("users")
                guard !wanted.isEmpty else { return true }
                let hasOne = project.memberships.contains { membership in
                    guard let user = membership["userId"]?.stringValue, wanted.contains(user) else { return false }
                    let status = query["user-status"] ?? "ALL"
                    return status == "ALL" || membership["membershipStatus"]?.stringValue == status
                }
                return hasOne == (query.flag("contains-user") ?? true)
            },
        ],
        sortColumns: ["ID": "id", "NAME": "name", "CLIENT_NAME": "clientName"])

    static let timeEntries = Resource(
        collection: .timeEntries, name: "Time entry", parent: "workspaceId", sample: "createTimeEntry",
        initial: [
            "approvalRequestId": nil, "costRate": nil, "description": "", "hourlyRate": nil, "tagIds": nil, "type": "REGULAR",
        ],
        reset: ["billable": false, "description": "", "projectId": nil, "tagIds": nil, "taskId": nil],
        renamed: ["customFields": "customFieldValues"],
        required: [],
        references: ["projectId": (.projects, "Project"), "tagIds": (.tags, "Tag"), "taskId": (.tasks, "Task")],
        uniqueNamesBy: nil,
        filters: [
            .text("description", in: "description"), .value("project", is: "projectId"), .value("task", is: "taskId"),
            .ids("tags", in: "tagIds"),
            .rule { entry, query, _ in query.flag("project-required") != true || entry.text("projectId") != nil },
            .rule { entry, query, _ in query.flag("task-required") != true || entry.text("taskId") != nil },
            .rule { entry, query, _ in query.flag("in-progress") != true || entry.isRunning },
        ])

    static let users = Resource(
        collection: .users, name: "User", parent: "", sample: "getLoggedUser",
        uniqueNamesBy: nil,
        filters: [
            .text("email", in: "email"), .text("name", in: "name"),
            .rule { user, query, _ in
                let statuses = query.all("account-statuses")
                return (statuses.isEmpty ? ["ACTIVE", "PENDING_EMAIL_VERIFICATION", "NOT_REGISTERED"] : statuses)
                    .contains(user.text("status") ?? "")
            },
            .rule { user, query, store in
                guard let project = query["project-id"].flatMap({ store.entity(.projects, $0) }) else { return query["project-id"] == nil }
                return project.flag("public") || project.memberships.contains { $0["userId"]?.stringValue == user.id }
            },
        ],
        sortColumns: ["ID": "id", "NAME": "name", "NAME_LOWERCASE": "name", "EMAIL": "email"], usualColumn: "EMAIL")

    static let workspaces = Resource(
        collection: .workspaces, name: "Workspace", parent: "", sample: "createWorkspace", uniqueNamesBy: nil)
}

extension Entity {
    /// The members of a project or a workspace.
    var memberships: [JSONValue] { self["memberships"].arrayValue ?? [] }
}
