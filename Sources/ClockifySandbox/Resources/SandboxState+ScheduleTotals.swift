import ClockifyRuntime
import Foundation

/// What is scheduled on projects and for users, day by day.
extension SandboxState {
    func listProjectTotals(_ call: SandboxCall, filter: JSONValue) throws(Refusal) -> Outcome {
        let filter = try ScheduleFilter(filter)
        let assignments = Dictionary(grouping: try assignments(call, filter)) { $0.text("projectId") ?? "" }
        let projects = assignments.keys.compactMap { store.entity(.projects, $0) }.sorted { left, right in
            (left.text("name") ?? "", left.sequence) < (right.text("name") ?? "", right.sequence)
        }
        let (page, isLast) = pageful(of: projects, call)
        return .page(page.map { projectTotals($0, assignments[$0.id] ?? [], filter) }, isLast: isLast)
    }

    /// Returns the totals of one project. The live service sends no body if nothing is scheduled.
    func getProjectTotals(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let filter = try ScheduleFilter(ScheduleFilter.body(of: call.query))
        let project = try find(.projects, call.path("projectId"), call)
        let own = try assignments(call, filter).filter { $0.text("projectId") == project.id }
        return own.isEmpty ? .done : .value(projectTotals(project, own, filter))
    }

    private func projectTotals(_ project: Entity, _ assignments: [Entity], _ filter: ScheduleFilter) -> JSONValue {
        let days = hours(of: assignments, filter)
        return .present([
            "assignments": .array(days.map { ["date": .string($0.day.parameterText), "hasAssignment": .bool($0.hours > 0)] }),
            "clientName": project.text("clientId").flatMap { store.entity(.clients, $0)?["name"] } ?? .null, "milestones": [],
            "projectArchived": project["archived"], "projectBillable": project["billable"], "projectColor": project["color"],
            "projectId": .string(project.id), "projectName": project["name"],
            "totalHours": .number(days.map(\.hours).reduce(0, +)), "workspaceId": .string(project.scope),
        ])
    }

    func listUserTotals(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let workspace = call.path("workspaceId")
        let filter = try ScheduleFilter(call.body ?? [:])
        let users = members(of: workspace).filter { user in
            isWanted(user.id, by: filter, in: workspace) && filter.finds([user.text("name"), user.text("email")])
        }
        let (page, isLast) = pageful(of: users, call)
        return .page(try page.map { user throws(Refusal) in try userTotals(user, call, filter) }, isLast: isLast)
    }

    func getUserTotals(_ call: SandboxCall) throws(Refusal) -> Outcome {
        guard let user = store.entity(.users, call.path("userId")) else { throw .unknown("User") }
        return .value(try userTotals(user, call, ScheduleFilter(ScheduleFilter.body(of: call.query))))
    }

    private func userTotals(_ user: Entity, _ call: SandboxCall, _ filter: ScheduleFilter) throws(Refusal) -> JSONValue {
        let workspace = call.path("workspaceId")
        let own = store.entities(.assignments, in: workspace).filter { $0.text("userId") == user.id && filter.accepts($0) }
        let profile = memberProfile(of: user.id, in: workspace)
        let capacity = profile["workCapacity"]?.stringValue.flatMap { ISODuration($0) }
        return .present([
            "capacityPerDay": .rounded(capacity?.timeInterval ?? 0),
            "totalHoursPerDay": .array(
                hours(of: own, filter).map { ["date": .string($0.day.parameterText), "totalHours": .number($0.hours)] }),
            "userId": .string(user.id), "userImage": user["profilePicture"], "userName": user["name"], "userStatus": user["status"],
            "workingDays": profile["workingDays"] ?? .null, "workspaceId": .string(workspace),
        ])
    }
}
