import ClockifyRuntime

extension Resource {
    /// Timesheet templates, which only the older documentation page describes.
    static let templates = Resource(
        collection: .templates, name: "Template", parent: "workspaceId", sample: "",
        initial: ["name": nil, "projectsAndTasks": [], "userId": nil, "workspaceId": nil], filters: [.text("name", in: "name")])
}

/// The rules for timesheet templates, and those in which the older page differs from the current one.
extension SandboxState {
    func find(_ templates: Resource, _ call: SandboxCall) throws(Refusal) -> Entity {
        try find(templates, call.path("templateId"), call)
    }

    func listTemplates(_ call: SandboxCall) -> Outcome {
        let own = store.entities(.templates, in: call.path("workspaceId")).filter { $0.text("userId") == me }
        let selected = sorted(selected(own, by: .templates, call.query), by: .templates, call.query)
        let (templates, isLast) = pageful(of: selected, call)
        return .page(templates.map { present(template: $0, call) }, isLast: isLast)
    }

    /// Creates several templates: either all of them, or none if one is invalid.
    mutating func createTemplates(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let before = store
        var created: [JSONValue] = []
        let workspace = call.path("workspaceId")
        do throws(Refusal) {
            for request in call.body?.arrayValue ?? [] {
                for tuple in request.list("projectsAndTasks") { try checkTuple(tuple, in: workspace) }
                var template = try create(.templates, request.objectValue ?? [:], in: workspace, workspace: workspace)
                template.members["userId"] = .string(me)
                store.replace(template, in: .templates)
                created.append(present(template: template, call))
            }
        } catch {
            store = before
            throw error
        }
        return .value(.array(created))
    }

    private func checkTuple(_ tuple: JSONValue, in workspace: String) throws(Refusal) {
        let project = tuple["projectId"]?.stringValue ?? ""
        guard store.entity(.projects, project, in: workspace) != nil else { throw .unknown("Project") }
        if let task = tuple["taskId"]?.stringValue, store.entity(.tasks, task, in: project) == nil { throw .unknown("Task", in: "Project") }
    }

    /// Returns the response for a template. `cleansed` omits projects and tasks on which no time can be tracked. `hydrated`
    /// replaces identifiers with projects and tasks.
    func present(template: Entity, _ call: SandboxCall) -> JSONValue {
        var members = template.members
        var tuples = template["projectsAndTasks"].arrayValue ?? []
        if call.query.flag("cleansed") == true {
            tuples.removeAll { tuple in
                let project = tuple["projectId"]?.stringValue.flatMap { store.entity(.projects, $0) }
                let task = tuple["taskId"]?.stringValue.flatMap { store.entity(.tasks, $0) }
                return project?.flag("archived") ?? true || task?.text("status") == "DONE"
            }
        }
        if call.query.flag("hydrated") == true {
            tuples = tuples.map { tuple in
                func value(_ collection: EntityCollection, _ name: String) -> JSONValue {
                    tuple[name]?.stringValue.flatMap { store.entity(collection, $0) }.map { present($0, for: QueryItems()) } ?? .null
                }
                return ["project": value(.projects, "projectId"), "task": value(.tasks, "taskId")]
            }
        }
        members["projectsAndTasks"] = .array(tuples)
        return .object(members)
    }

    /// Creates a project according to the older page, which uses seconds for estimates in requests and ISO 8601 in responses. Its
    /// samples use an empty string for "no client".
    mutating func createLegacyProject(_ call: SandboxCall) throws(Refusal) -> Outcome {
        var members = call.members
        if case .object(var estimate)? = members["estimate"], let seconds = estimate["estimate"]?.intValue {
            estimate["estimate"] = .string(TextFormat.duration(seconds: seconds))
            members["estimate"] = .object(estimate)
        }
        if members["clientId"] == "" { members["clientId"] = nil }
        return try createProject(
            SandboxCall(operation: call.operation, pathValues: call.pathValues, query: call.query, body: .object(members)))
    }
}
