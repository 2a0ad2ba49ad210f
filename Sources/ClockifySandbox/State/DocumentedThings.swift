import ClockifyRuntime

/// The entities that a documentation page refers to by identifier, in paths and in samples of requests.
struct DocumentedThings: Sendable {
    let workspace: String
    /// The current user.
    let user: String
    var otherUsers: [String] = []
    /// The workspaces in report samples, which differ from the one in the others.
    var otherWorkspaces: [String] = []
    /// The workspace in the samples of policies, time off and holidays.
    var timeOffWorkspace: String?
    var userGroups: [String] = []
    /// Archived clients, because the samples delete them.
    var clients: [String] = []
    /// Archived projects with completed tasks, because the samples delete them.
    var projects: [(id: String, tasks: [String])] = []
    var tags: [String] = []
    var timeEntries: [String] = []
    var runningTimeEntry: String?
    var templates: [String] = []
    var customFields: [String] = []
    var webhooks: [String] = []
    var addon: String?
    var money = DocumentedMoney()

    static let current = DocumentedThings(
        workspace: "64a687e29ae1f428e7ebe303", user: "5a0ab5acb07987125438b60f",
        otherUsers: [
            "4a0ab5acb07987125438b60f", "89b687e29ae1f428e7ebe912", "45b687e29ae1f428e7ebe123", "67s687e29ae1f428e7ebe678",
            "12t687e29ae1f428e7ebe202", "72k687e29ae1f428e7ebe109",
        ], otherWorkspaces: ["60f91b3ffdaf031696ecxxxx"], timeOffWorkspace: "60f91b3ffdaf031696ec61a8",
        userGroups: ["76a687e29ae1f428e7ebe101"], clients: ["44a687e29ae1f428e7ebe305", "9t641568b07987035750704"],
        projects: [
            ("5b641568b07987035750505e", []), ("25b687e29ae1f428e7ebe123", ["57a687e29ae1f428e7ebe107", "54m377ddd3fcab07cfbb432w"]),
            ("56b687e29ae1f428e7ebe504", ["56b687e29ae1f428e7ebe505"]),
            // The page uses the same identifier for a project and the workspace.
            ("64a687e29ae1f428e7ebe303", []),
        ],
        tags: ["21s687e29ae1f428e7ebe404", "321r77ddd3fcab07cfbb567y", "44x777ddd3fcab07cfbb88f"],
        timeEntries: [
            "64c777ddd3fcab07cfbb210c", "5a0ab5acb07987125438b60f", "54m377ddd3fcab07cfbb432w", "25b687e29ae1f428e7ebe123",
        ],
        runningTimeEntry: "8j39fn9307hh5125439g2ast", customFields: ["26a687e29ae1f428e7ebe101", "44a687e29ae1f428e7ebe305"],
        webhooks: ["5b715448b0798751107918ab", "76a687e29ae1f428e7ebe101"], addon: "64c777ddd3fcab07cfbb210c",
        money: .current)

    static let legacy = DocumentedThings(
        workspace: "5c0fe3290cl84304845dbf1f", user: "6h1e49bf0cb8790e43d6c9ab", otherUsers: ["593e40aab0798735d0392a2d"],
        clients: ["5b1e52ff0cb8792ed75992c1"],
        projects: [
            ("5b1667790cb8797321f3d664", ["5b1e6b160cb8793dd93ec120"]), ("592d476cb0798734a9ce5b90", ["592d7082b0798734a9ce5bc0"]),
        ],
        tags: ["5a7c5d2db079870147fra234"], timeEntries: ["5b0fdf2a0cb87904845dfer5"], runningTimeEntry: "5b0fdf2a0cb87904845dfer6",
        templates: ["5b1a9669b0798772bffd86b2"])
}

extension DocumentedThings {
    /// Adds everything to a new sandbox, except for the workspace and the user, which always exist.
    func add(to state: inout SandboxState) {
        for id in otherUsers { addUser(id, to: &state) }
        for id in otherWorkspaces { addWorkspace(id, to: &state) }
        let users = [user] + otherUsers
        for id in userGroups {
            insert(.userGroups, id, ["name": .string("Group \(id)"), "userIds": .array(users.map { .string($0) })], &state)
        }
        for id in clients { insert(.clients, id, ["name": .string("Client \(id)"), "archived": true], &state) }
        for id in tags { insert(.tags, id, ["name": .string("Tag \(id)")], &state) }
        for project in projects {
            let memberships = users.map { SandboxState.membership(of: $0, in: project.id, type: "PROJECT") }
            insert(
                .projects, project.id,
                ["name": .string("Project \(project.id)"), "archived": true, "memberships": .array(memberships)], &state)
            for id in project.tasks {
                insert(
                    .tasks, id, ["name": .string("Task \(id)"), "status": "DONE", "projectId": .string(project.id)], in: project.id, &state)
            }
        }
        let project = projects.first { !$0.tasks.isEmpty }
        for id in timeEntries {
            let interval: JSONValue = ["start": "2020-06-12T08:00:00Z", "end": "2020-06-12T09:30:00Z", "duration": "PT1H30M"]
            insert(.timeEntries, id, entry(interval, project), &state)
        }
        if let id = runningTimeEntry {
            insert(.timeEntries, id, entry(["start": "2018-06-12T10:00:00Z", "end": nil, "duration": nil], project), &state)
        }
        for id in templates {
            let tuples = projects.prefix(1).map { project -> JSONValue in
                ["projectId": .string(project.id), "taskId": project.tasks.first.map { .string($0) } ?? .null]
            }
            insert(
                .templates, id, ["name": "Monday", "projectsAndTasks": .array(tuples), "userId": .string(user)], &state)
        }
        for id in customFields {
            insert(
                .customFields, id, ["name": .string("Field \(id)"), "status": "VISIBLE", "type": "TXT", "entityType": "TIMEENTRY"], &state)
        }
        for id in webhooks {
            let members: [String: JSONValue] = [
                "name": .string("Webhook"), "triggerSource": [.string(workspace)], "triggerSourceType": "WORKSPACE_ID",
                "url": "https://example.com/hook", "webhookEvent": "NEW_PROJECT", "userId": .string(user), "enabled": true,
                "authToken": .string(SandboxState.token(number: 0)),
            ]
            insert(.webhooks, id, members, &state)
        }
        money.add(to: &state, of: self)
        if let timeOffWorkspace { addPlans(in: timeOffWorkspace, to: &state) }
    }

    private func entry(_ interval: JSONValue, _ project: (id: String, tasks: [String])?) -> [String: JSONValue] {
        [
            "description": "Writing documentation", "projectId": project.map { .string($0.id) } ?? .null, "timeInterval": interval,
            "userId": .string(user), "type": "REGULAR",
        ]
    }

    func insert(
        _ resource: Resource, _ id: String, _ members: [String: JSONValue], in scope: String? = nil, _ state: inout SandboxState
    ) {
        var all = state.samples.shape(of: resource.sample).merging(resource.initial) { $1 }.merging(members) { $1 }
        if all.keys.contains("workspaceId") { all["workspaceId"] = .string(workspace) }
        state.store.insert(into: resource.collection, scope: scope ?? workspace, id: id, all)
    }

    func addWorkspace(_ id: String, to state: inout SandboxState) {
        var members = Seed.workspaceMembers(name: "Workspace \(id)", samples: state.samples)
        members["memberships"] = [SandboxState.membership(of: user, in: id, type: "WORKSPACE")]
        state.store.insert(into: .workspaces, scope: "", id: id, members)
    }

    func addUser(_ id: String, to state: inout SandboxState) {
        guard var own = state.store.entity(.users, user), var workspace = state.store.entity(.workspaces, self.workspace) else { return }
        own.members["email"] = .string("\(id)@example.com")
        own.members["name"] = .string("User \(id)")
        state.store.insert(into: .users, scope: "", id: id, own.members)
        let membership = SandboxState.membership(of: id, in: workspace.id, type: "WORKSPACE")
        workspace.members["memberships"] = .array(workspace.memberships + [membership])
        state.store.replace(workspace, in: .workspaces)
    }
}
