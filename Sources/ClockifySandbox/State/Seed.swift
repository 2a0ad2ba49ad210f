import ClockifyRuntime

/// The contents of a new sandbox.
struct Seed {
    /// The identifier from the documentation, so that its examples work.
    let workspace: String
    let user: String

    /// The currency of every workspace.
    static let currency = "33t687e29ae1f428e7ebe505"

    func fill(_ state: inout SandboxState) {
        state.store.insert(into: .users, scope: "", id: user, userMembers(state.samples))
        var members = Seed.workspaceMembers(name: "Cool Company", samples: state.samples)
        members["memberships"] = [SandboxState.membership(of: user, in: workspace, type: "WORKSPACE")]
        state.store.insert(into: .workspaces, scope: "", id: workspace, members)

        let clients = Seed.clientNames.map { add(.clients, ["name": .string($0)], to: &state) }
        for name in Seed.tagNames { _ = add(.tags, ["name": .string(name)], to: &state) }
        for (index, name) in Seed.projectNames.enumerated() {
            let membership = SandboxState.membership(of: user, in: "", type: "PROJECT")
            var project = add(
                .projects,
                [
                    "name": .string(name), "color": .string(Seed.colors[index % Seed.colors.count]), "billable": .bool(index % 3 != 0),
                    "public": .bool(index % 2 == 0), "archived": .bool(index % 12 == 11),
                    "clientId": index % 4 == 3 ? .null : .string(clients[index % clients.count].id), "memberships": [membership],
                ], to: &state)
            project.members["memberships"] = [SandboxState.membership(of: user, in: project.id, type: "PROJECT")]
            state.store.replace(project, in: .projects)
            guard index < 10 else { continue }
            for task in Seed.taskNames { _ = add(.tasks, ["name": .string(task)], in: project.id, to: &state) }
        }
        addInvoices(for: clients, to: &state)
    }

    // Different from the names in the documentation's requests, so that those can be sent.
    private static let clientNames = ["Acme", "Lighthouse Books", "Northern Rail", "Olive & Thyme", "Quiet Harbour"]
    private static let tagNames = ["meeting", "on site", "pairing", "remote", "sprint 1", "sprint 2"]
    private static let taskNames = ["Bugfixing", "Design", "Review"]
    private static let colors = ["#03A9F4", "#8BC34A", "#FF5722", "#9C27B0", "#607D8B"]
    private static let kinds = ["App", "Website", "Data", "Print", "Training", "Support", "Research", "Migration"]
    private static let subjects = [
        "Atlas", "Beacon", "Cedar", "Delta", "Ember", "Fjord", "Grove", "Harbour", "Iris", "Juniper", "Kestrel", "Lantern", "Meadow",
        "Nimbus", "Orchard",
    ]
    private static let projectNames = subjects.flatMap { subject in kinds.map { "\(subject) \($0)" } }

    private func add(
        _ resource: Resource, _ given: [String: JSONValue], in scope: String? = nil, to state: inout SandboxState
    ) -> Entity {
        var members = state.samples.shape(of: resource.sample).merging(resource.initial) { $1 }.merging(given) { $1 }
        if members.keys.contains("workspaceId") { members["workspaceId"] = .string(workspace) }
        if resource.parent == "projectId" { members["projectId"] = scope.map { .string($0) } }
        return state.store.insert(into: resource.collection, scope: scope ?? workspace, members)
    }

    private func userMembers(_ samples: SampleShapes) -> [String: JSONValue] {
        var members = samples.shape(of: Resource.users.sample)
        members["settings"] = Seed.userSettings(samples)
        members["activeWorkspace"] = .string(workspace)
        members["defaultWorkspace"] = .string(workspace)
        members["email"] = "john.doe@example.com"
        members["name"] = "John Doe"
        members["status"] = "ACTIVE"
        return members
    }

    /// Returns the settings of a new account.
    static func userSettings(_ samples: SampleShapes) -> JSONValue {
        let settings = samples.shape(of: Resource.users.sample, depth: 1)["settings"]?.objectValue ?? [:]
        let values: [String: JSONValue] = [
            "dashboardSelection": "ME", "dashboardViewType": "PROJECT", "dateFormat": "MM/DD/YYYY", "lang": "EN", "myStartOfDay": "09:00",
            "projectListCollapse": 50, "summaryReportSettings": ["group": "PROJECT", "subgroup": "TIMEENTRY"], "theme": "DEFAULT",
            "timeFormat": "HOUR24", "timeZone": "UTC", "weekStart": "MONDAY",
        ]
        return .object(settings.merging(values) { _, value in value })
    }

    /// Returns the members of a workspace without restrictions.
    static func workspaceMembers(name: String, samples: SampleShapes) -> [String: JSONValue] {
        // The spec knows no null for workspaces.
        let shape = JSONValue.object(samples.shape(of: Resource.workspaces.sample, depth: 2)).withoutNulls
        var members = shape.objectValue ?? [:]
        members["name"] = .string(name)
        members["currencies"] = [["code": "USD", "id": .string(currency), "isDefault": true]]
        members["featureSubscriptionType"] = "FREE"
        members["hourlyRate"] = ["amount": 0, "currency": "USD"]
        members["costRate"] = ["amount": 0, "currency": "USD"]
        return members
    }
}
