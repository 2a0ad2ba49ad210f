import GeneratorYAML

/// Groups causes that readers consider one change.
///
/// Causes are grouped in three cases:
/// - A declaration changed, and the change is visible both in requests and in responses.
/// - An operation moved: it was removed in one place and added in another.
/// - The same change affects members with the same name, members of the same thing, or several operations.
///
/// Accepted causes are never grouped with others, so that an entry is accepted as a whole or not at all.
enum Grouping {
    static func entries(of causes: [Report.Cause]) -> [Report.Entry] {
        var groups = joined(causes.map { [$0] }) { (group: [Report.Cause]) -> Place? in group.count == 1 ? group[0].place : nil }
        groups = joined(groups) { group -> Move? in group.count == 1 ? group[0].move : nil }
        groups = joined(groups) { group -> Shape? in group.shape?.appending(group[0].change.member) }
        // Members that are grouped by their name are not grouped with other members of the same thing.
        groups = joined(groups) { group -> Shape? in
            guard Set(group.map(\.change.subject)).count == 1 else { return nil }
            return group.shape?.appending(group[0].change.owner)
        }
        return groups.map { Report.Entry(cause: $0[0], alike: Array($0.dropFirst())) }
    }

    /// Joins groups with the same key, in the order in which the keys occur. The worst cause of a group comes first.
    private static func joined<Key: Hashable>(_ groups: [[Report.Cause]], by key: ([Report.Cause]) -> Key?) -> [[Report.Cause]] {
        var result: [[Report.Cause]] = []
        var indices: [Key: Int] = [:]
        for group in groups {
            guard let key = key(group) else {
                result.append(group)
                continue
            }
            if let index = indices[key] {
                result[index] += group
            } else {
                indices[key] = result.count
                result.append(group)
            }
        }
        return result.map { group in
            let worst = group.map(\.verdict).max() ?? .none
            guard let lead = group.firstIndex(where: { $0.verdict == worst }), lead > 0 else { return group }
            return [group[lead]] + group[..<lead] + group[(lead + 1)...]
        }
    }
}

/// What changes with the same words have in common.
private struct Shape: Hashable {
    let check: String
    let text: String
    let verdict: Verdict
    let wire: Verdict
    let reason: String?
    let origin: String?
    var name = ""

    func appending(_ name: String?) -> Shape? {
        guard let name else { return nil }
        var shape = self
        shape.name = name
        return shape
    }
}

private struct Place: Hashable {
    let old: SourceLocation?
    let new: SourceLocation?
    let aspect: String
    /// Tells the values of an enumeration and the alternatives of a choice apart.
    let member: String
    let reason: String?
}

private struct Move: Hashable {
    let operation: String
    let reason: String?
}

extension Report.Cause {
    /// The operation that came or went, which may be one that has moved.
    fileprivate var move: Move? {
        guard !change.isOfSwift, change.existence != nil, let operation = change.operations.first else { return nil }
        return Move(operation: operation, reason: acceptance?.reason)
    }

    /// The declaration that changed, and how; `nil` if the change is not one of a value.
    fileprivate var place: Place? {
        let kind = change.kind
        guard kind.section == .values, !change.isOfSwift, change.old != nil || change.new != nil else { return nil }
        return Place(old: change.old, new: change.new, aspect: kind.aspect, member: change.member, reason: acceptance?.reason)
    }
}

extension [Report.Cause] {
    /// `nil` if the entry stands alone: a reader wants to see every operation that came or went.
    fileprivate var shape: Shape? {
        guard let first, first.change.existence == nil else { return nil }
        // A property that is gone is gone, from requests or from responses.
        if first.change.kind.fate == .removed, first.change.kind.aspect == PropertyCheck.removalAspect {
            return Shape(
                check: PropertyCheck.removalAspect, text: "", verdict: .none, wire: .none, reason: first.acceptance?.reason,
                origin: nil)
        }
        return Shape(
            check: first.change.check, text: first.change.text, verdict: map(\.verdict).max() ?? .none,
            wire: map(\.change.wire).max() ?? .none, reason: first.acceptance?.reason, origin: first.origin?.text)
    }
}

extension Change {
    /// Where the name of the member begins in the subject: `name` in `Tag.name`, or in `GET /v1/tags query name`.
    private var memberStart: String.Index? {
        guard kind.section == .values || isOfSwift, let index = subject.lastIndex(where: { $0 == "." || $0 == " " }) else { return nil }
        // The path of an operation is not its member.
        return subject[index...].hasPrefix(" /") ? nil : index
    }

    /// The name of the member that changed. An operation that changed as a whole has none.
    var member: String { memberStart.map { String(subject[subject.index(after: $0)...]) } ?? "" }

    /// What the member belongs to.
    var owner: String { memberStart.map { String(subject[..<$0]) } ?? "" }
}
