import ClockifyRuntime
import Foundation

/// Clients, tags, projects, tasks, time entries and custom fields as values.
extension EntityKind {
    static let clients = EntityKind(resource: .clients, hasUniqueName: true)
    static let tags = EntityKind(resource: .tags, hasUniqueName: true)

    static let projects = EntityKind(
        resource: .projects, references: ["clientId": .clients, "memberships.userId": .users], computed: ["clientName", "duration"],
        hasUniqueName: true,
        prepare: { state, project in
            let own = project.given["memberships"]?.arrayValue ?? [["userId": .string(state.me)]]
            project.members["memberships"] = .array(own.map { SandboxState.membership($0, in: project.id, type: "PROJECT") })
        })

    static let tasks = EntityKind(
        resource: .tasks, parent: .init(member: "projectId", collection: .projects),
        references: ["assigneeId": .users, "assigneeIds": .users, "userGroupIds": .userGroups], computed: ["duration"],
        hasUniqueName: true)

    static let customFields = EntityKind(
        resource: .customFields, references: ["projectDefaultValues.projectId": .projects], hasUniqueName: true,
        prepare: { state, field throws(SandboxEntityProblem) in
            do throws(Refusal) {
                try state.checkValue(field.members["workspaceDefaultValue"], field.members)
            } catch {
                throw field.invalid("workspaceDefaultValue", "it is not of the field's type")
            }
        })

    static let timeEntries = EntityKind(
        resource: .timeEntries,
        references: [
            "projectId": .projects, "taskId": .tasks, "tagIds": .tags, "userId": .users, "approvalRequestId": .approvals,
            "customFieldValues.customFieldId": .customFields,
        ],
        computed: ["kiosk", "project", "tags", "task", "user"],
        prepare: { state, entry throws(SandboxEntityProblem) in
            if entry.given["userId"] == nil { entry.members["userId"] = .string(state.me) }
            try state.complete(intervalOf: &entry)
            guard let fields = entry.members["customFieldValues"]?.arrayValue else { return }
            entry.members["customFieldValues"] = .array(
                fields.map { field in
                    let usual: [String: JSONValue] = ["name": nil, "timeEntryId": .string(entry.id), "type": "WORKSPACE", "value": nil]
                    return .object(usual.merging(field.objectValue ?? [:]) { $1 })
                })
        },
        complete: { state, entry, addition in
            guard let fields = addition.given["customFieldValues"]?.arrayValue else { return }
            state.keepValues(of: entry, fields)
        })
}

extension SandboxState {
    /// Returns a membership with the usual values of what it lacks.
    static func membership(_ given: JSONValue, in target: String, type: String) -> JSONValue {
        let usual = membership(of: given["userId"]?.stringValue ?? "", in: target, type: type, given)
        return .object((given.objectValue ?? [:]).merging(usual.objectValue ?? [:]) { given, _ in given })
    }

    /// Checks the interval of a time entry, and gives it a duration if it has ended.
    fileprivate func complete(intervalOf entry: inout Addition) throws(SandboxEntityProblem) {
        var interval = entry.members["timeInterval"]?.objectValue ?? [:]
        guard let start = interval["start"]?.stringValue.flatMap(TextFormat.instant) else {
            throw entry.problem(.missing(member: "timeInterval.start"))
        }
        let duration = interval["duration"]?.stringValue
        interval["duration"] = interval["duration"] ?? .null
        interval["end"] = interval["end"] ?? .null
        if let end = interval["end"]?.stringValue.flatMap(TextFormat.instant) {
            guard start <= end else { throw entry.invalid("timeInterval.end", "it is before the start") }
            let actual = TextFormat.duration(from: start, to: end)
            if let duration, ISODuration(duration)?.timeInterval != ISODuration(actual)?.timeInterval {
                throw entry.invalid("timeInterval.duration", "from start to end is \(actual)")
            }
            interval["duration"] = .string(duration ?? actual)
        } else if duration != nil {
            throw entry.invalid("timeInterval.duration", "an entry that runs has none")
        } else if let other = running(of: entry.text("userId") ?? "", in: entry.scope) {
            throw entry.invalid("timeInterval.end", "the user's entry \(other.id) runs already")
        }
        entry.members["timeInterval"] = .object(interval)
    }
}
