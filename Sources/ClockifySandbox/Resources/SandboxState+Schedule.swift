import ClockifyRuntime
import Foundation

/// Lists of assignments, and the days on which they take place, in UTC.
extension SandboxState {
    /// Lists the assignments of a period, with the names of their project, client and user.
    func listAssignments(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let filter = try ScheduleFilter(ScheduleFilter.body(of: call.query))
        let name = call.query["name"]?.lowercased() ?? ""
        let column = call.query["sort-column"]
        let isDescending = call.query["sort-order"] == "DESCENDING"
        let rows = try assignments(call, filter).compactMap { assignment -> (sequence: Int, key: String, row: [String: JSONValue])? in
            let names = [projectName(of: assignment), assignment.text("taskId").flatMap { store.entity(.tasks, $0)?.text("name") }]
            guard name.isEmpty || names.contains(where: { $0?.lowercased().contains(name) == true }) else { return nil }
            let key =
                switch column {
                case "PROJECT": projectName(of: assignment)?.lowercased() ?? ""
                case "USER": userName(assignment.text("userId") ?? "").stringValue?.lowercased() ?? ""
                default: assignment.id
                }
            return (assignment.sequence, key, row(assignment))
        }
        let sorted = rows.sorted { left, right in
            left.key == right.key ? left.sequence < right.sequence : (left.key < right.key) != isDescending
        }
        let (page, isLast) = pageful(of: sorted, call)
        return .page(page.map { .present($0.row) }, isLast: isLast)
    }

    private func row(_ assignment: Entity) -> [String: JSONValue] {
        let project = assignment.text("projectId").flatMap { store.entity(.projects, $0) }
        let client = project?.text("clientId").flatMap { store.entity(.clients, $0) }
        var members = assignment.members.filter {
            !["includeNonWorkingDays", "published", "recurring", "taskId"].contains($0.key)
        }
        members["clientId"] = client?["id"]
        members["clientName"] = client?["name"]
        members["projectArchived"] = project?["archived"]
        members["projectBillable"] = project?["billable"]
        members["projectColor"] = project?["color"]
        members["projectName"] = project?["name"]
        members["userName"] = userName(assignment.text("userId") ?? "")
        return members
    }

    func projectName(of assignment: Entity) -> String? {
        assignment.text("projectId").flatMap { store.entity(.projects, $0)?.text("name") }
    }

    /// Returns the assignments that take place within a period and that the filters let through.
    func assignments(_ call: SandboxCall, _ filter: ScheduleFilter) throws(Refusal) -> [Entity] {
        let workspace = call.path("workspaceId")
        let users = Set(memberIDs(of: workspace).filter { isWanted($0, by: filter, in: workspace) })
        let view = filter.body["viewType"]?.stringValue
        return store.entities(.assignments, in: workspace).filter { assignment in
            let user = assignment.text("userId") ?? ""
            let last = ScheduleFilter.last(assignment.assignmentStart, assignment.assignmentEnd)
            guard assignment.assignmentStart <= filter.last, last >= filter.start, users.contains(user), filter.accepts(assignment) else {
                return false
            }
            let project = assignment.text("projectId").flatMap { store.entity(.projects, $0) }
            let client = project?.text("clientId").flatMap { store.entity(.clients, $0)?.text("name") }
            let names =
                (view == "TEAM" ? [] : [project?.text("name"), client])
                + (view == "TEAM" || view == "ALL" ? [userName(user).stringValue] : [])
            return filter.finds(names)
        }
    }

    /// `true` if the filters by user, user group and membership let a user through.
    func isWanted(_ user: String, by filter: ScheduleFilter, in workspace: String) -> Bool {
        let (users, groups) = (filter.body["userFilter"], filter.body["userGroupFilter"])
        let statuses = [users?["status"]?.stringValue].compactMap(\.self) + (users?.strings("statuses") ?? [])
        let own = store.entity(.workspaces, workspace)?.memberships.first { $0["userId"]?.stringValue == user }
        guard statuses.isEmpty || statuses.contains("ALL") || statuses.contains(own?["membershipStatus"]?.stringValue ?? "") else {
            return false
        }
        let ownGroups = store.entities(.userGroups, in: workspace).filter { $0.strings("userIds").contains(user) }.map(\.id)
        let filters = [(users, users?["sourceType"] == "USER_GROUP" ? ownGroups : [user]), (groups, ownGroups)]
            .filter { $0.0?.strings("ids").isEmpty == false }
        return filters.isEmpty
            || filters.contains { filter, own in
                let ids = filter?.strings("ids") ?? []
                return own.contains(where: ids.contains) != (filter?["contains"] == "DOES_NOT_CONTAIN")
            }
    }

    // MARK: Days

    /// Returns the days of an assignment on which it does not take place, because they are not working days of its user.
    func excludedDays(of assignment: Entity) -> [Date] {
        guard !assignment.flag("includeNonWorkingDays") else { return [] }
        let working = workingDays(of: assignment.text("userId") ?? "", in: assignment.scope)
        let calendar = LocalCalendar(.gmt)
        let last = ScheduleFilter.last(assignment.assignmentStart, assignment.assignmentEnd)
        return calendar.days(from: assignment.assignmentStart, through: last).filter { !working.contains(calendar.weekday($0)) }
    }

    /// Returns the hours that assignments take on each day of a period.
    func hours(of assignments: [Entity], _ filter: ScheduleFilter) -> [(day: Date, hours: Double)] {
        let calendar = LocalCalendar(.gmt)
        var hours: [Date: Double] = [:]
        for assignment in assignments {
            let last = min(filter.last, ScheduleFilter.last(assignment.assignmentStart, assignment.assignmentEnd))
            let excluded = Set(excludedDays(of: assignment))
            for day in calendar.days(from: max(filter.start, assignment.assignmentStart), through: last) where !excluded.contains(day) {
                hours[day, default: 0] += assignment["hoursPerDay"].doubleValue ?? 0
            }
        }
        return calendar.days(from: filter.start, through: filter.last).map { ($0, hours[$0] ?? 0) }
    }
}
