import ClockifyRuntime
import Foundation

/// The users and user groups of a workspace.
extension SandboxState {
    /// Returns the identifiers of a workspace's users, in the order in which they joined.
    func memberIDs(of workspace: String) -> [String] {
        store.entity(.workspaces, workspace)?.memberships.compactMap { $0["userId"]?.stringValue } ?? []
    }

    func isMember(_ user: String, of workspace: String) -> Bool { memberIDs(of: workspace).contains(user) }

    func members(of workspace: String) -> [Entity] { memberIDs(of: workspace).compactMap { store.entity(.users, $0) } }

    func checkUsers(_ ids: [String], in workspace: String) throws(Refusal) {
        let members = Set(memberIDs(of: workspace))
        for id in ids where !members.contains(id) { throw .unknown("User") }
    }

    func checkGroups(_ ids: [String], in workspace: String) throws(Refusal) {
        for id in ids where store.entity(.userGroups, id, in: workspace) == nil { throw .unknown("User group") }
    }

    func checkTask(_ task: String?, of project: String?, in workspace: String) throws(Refusal) {
        if let project, store.entity(.projects, project, in: workspace) == nil { throw .unknown("Project") }
        if let task, store.entity(.tasks, task, in: project) == nil { throw .unknown("Task") }
    }

    /// The name of a user; `null` if the user does not exist.
    func userName(_ id: String) -> JSONValue { store.entity(.users, id)?["name"] ?? .null }

    /// The calendar in the time zone of a user's settings.
    func calendar(of user: String) -> LocalCalendar {
        let name = store.entity(.users, user)?["settings"]["timeZone"]?.stringValue
        return LocalCalendar(name.flatMap { TimeZone(identifier: $0) } ?? .gmt)
    }
}

extension JSONValue {
    /// Creates an object without the members that are null.
    static func present(_ members: [String: JSONValue]) -> JSONValue { .object(members.filter { !$0.value.isNull }) }

    /// The value without the members that are null, at any depth.
    var withoutNulls: JSONValue {
        switch self {
        case .array(let elements): .array(elements.map(\.withoutNulls))
        case .object(let members): .present(members.mapValues(\.withoutNulls))
        default: self
        }
    }

    /// Creates a number, as an integer if it is whole. JSON has no infinity.
    static func number(_ value: Double) -> JSONValue {
        let finite = max(-Double.greatestFiniteMagnitude, min(value, Double.greatestFiniteMagnitude))
        return Int64(exactly: finite).map { .integer($0) } ?? .double(finite)
    }

    /// Creates an integer, the nearest one that fits.
    static func rounded(_ value: Double) -> JSONValue {
        Int64(exactly: value.rounded()).map { .integer($0) } ?? .integer(value < 0 ? .min : .max)
    }
}
