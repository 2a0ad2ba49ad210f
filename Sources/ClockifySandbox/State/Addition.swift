import ClockifyRuntime
import Foundation

/// Something that is about to be added to a state, in the response format.
struct Addition: Sendable {
    let kind: EntityKind
    let id: String
    var members: [String: JSONValue]
    /// The members as they were given.
    let given: [String: JSONValue]
    /// The workspace that it belongs to; empty if it is a workspace.
    let workspace: String
    /// The identifier of what it is part of.
    let scope: String
    /// The time of its creation; `nil` for now.
    var created: Date?

    func text(_ name: String) -> String? { members[name]?.stringValue }

    func problem(_ reason: SandboxEntityProblem.Reason) -> SandboxEntityProblem {
        SandboxEntityProblem(kind.resource.collection.rawValue, id, reason)
    }

    func invalid(_ member: String, _ reason: String) -> SandboxEntityProblem { problem(.invalid(member: member, because: reason)) }

    /// Returns the start and the end of a period that is not reversed.
    func period(_ member: String, _ start: String = "start", _ end: String = "end") throws(SandboxEntityProblem) -> ClosedRange<Date> {
        let period = member.split(separator: ".").reduce(JSONValue.object(members)) { $0[String($1)] ?? .null }
        guard let from = period[start]?.stringValue.flatMap(TextFormat.instant),
            let to = period[end]?.stringValue.flatMap(TextFormat.instant)
        else { throw problem(.missing(member: member)) }
        guard from <= to else { throw invalid("\(member).\(end)", "it is before the start") }
        return from...to
    }
}

/// A type of entity, with everything that the sandbox needs to take it as a value.
struct EntityKind: Sendable {
    /// What an entity is part of, besides its workspace.
    struct Parent: Sendable {
        let member: String
        let collection: EntityCollection
    }

    let resource: Resource
    /// What the entity is part of; `nil` for its workspace.
    var parent: Parent?
    /// Values of members that are not given, in addition to those of the resource.
    var initial: [String: JSONValue] = [:]
    /// The members that name other entities, by path.
    var references: KeyValuePairs<String, EntityCollection> = [:]
    /// The members that are computed from other entities whenever the entity is returned, and are not stored.
    var computed: Set<String> = []
    /// `true` if no other entity with the same parent may have its name.
    var hasUniqueName = false
    /// `true` if members without a value are not stored.
    var isCompact = false
    /// Checks an addition, and gives it the members that are stored. It must not change the state.
    var prepare: @Sendable (SandboxState, inout Addition) throws(SandboxEntityProblem) -> Void = { _, _ in }
    /// Changes others because of an entity that was added. It cannot fail.
    var complete: @Sendable (inout SandboxState, Entity, Addition) -> Void = { _, _, _ in }
    /// Returns the entity in the response format; `nil` for the usual one.
    var present: @Sendable (inout SandboxState, Entity) -> JSONValue? = { _, _ in nil }
}
