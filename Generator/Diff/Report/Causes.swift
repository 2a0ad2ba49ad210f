import GeneratorYAML

/// Finds the cause of each change of a Swift declaration.
struct Causes {
    /// The causes, in the order of their changes.
    private(set) var all: [Report.Cause] = []

    init(of changes: [Change], acceptances: [Acceptance]) {
        let accepted = Dictionary(acceptances.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        var found = Causes.found(changes)
        Causes.attachDependents(to: &found) { accepted[Acceptance.Key(check: $0.check, subject: $0.subject)] != nil }
        all = found.map { change, consequences in
            // Direct consequences come before dependent changes. Both are accepted with the cause. A change without a cause needs its
            // own acceptance.
            Report.Cause(
                change,
                consequences: consequences.filter(\.referrers.isEmpty).sorted() + consequences.filter { !$0.referrers.isEmpty }.sorted(),
                acceptance: accepted[Acceptance.Key(check: change.check, subject: change.subject)])
        }
    }

    private typealias Found = [(change: Change, consequences: [Change])]

    /// Attaches changes of declarations to the document change at the same location.
    private static func found(_ changes: [Change]) -> Found {
        let causes = changes.filter { !$0.isOfSwift }.sorted()
        var byPlace: [SourceLocation: [Int]] = [:]
        var results: [String: [Int]] = [:]
        var values: [String: [SourceLocation: [Int]]] = [:]
        for (index, cause) in causes.enumerated() {
            for place in Set([cause.old, cause.new].compactMap { $0 }) { byPlace[place, default: []].append(index) }
            if let value = cause.value {
                for place in value.places { values[value.literal, default: [:]][place, default: []].append(index) }
            }
            if cause.kind.concernsResult { for operation in cause.operations { results[operation, default: []].append(index) } }
        }
        var consequences: [Int: [Change]] = [:]
        var alone: [Change] = []
        for declaration in changes.filter(\.isOfSwift).sorted() {
            let own = [declaration.new, declaration.old].compactMap { $0 }.flatMap { byPlace[$0] ?? [] }
            // A method's result has the location of the method, while the response that changes it has its own. So has a value, while
            // the document's change has the location of the enumeration.
            let isOfResult = SwiftCheck(rawValue: declaration.check)?.isOfResult == true
            let responses = isOfResult ? declaration.operations.flatMap { results[$0] ?? [] } : []
            let sameValue = declaration.value.map { value in value.places.flatMap { values[value.literal]?[$0] ?? [] } } ?? []
            let other = responses + sameValue
            let possible = (other.isEmpty ? own : other).map { ($0, causes[$0]) }
            if !declaration.isOfNames, let cause = declaration.cause(among: possible) {
                consequences[cause, default: []].append(declaration)
            } else {
                alone.append(declaration)
            }
        }
        return causes.enumerated().map { ($0.element, consequences[$0.offset] ?? []) } + alone.map { ($0, []) }
    }

    /// Attaches dependent changes to the cause that they follow from, directly or through other types: types and groups that were
    /// added, removed or renamed, and arguments that others replaced.
    ///
    /// If there are several causes, one that is not accepted is chosen, so that an accepted cause does not hide a break.
    private static func attachDependents(to found: inout Found, isAccepted: (Change) -> Bool) {
        var dependents: [String: [Int]] = [:]
        for (index, entry) in found.enumerated() where entry.consequences.isEmpty {
            for referrer in entry.change.referrers { dependents[referrer, default: []].append(index) }
        }
        guard !dependents.isEmpty else { return }
        var owners: [Int: Int] = [:]
        let order = found.indices.sorted { left, right in
            let (one, other) = (isAccepted(found[left].change), isAccepted(found[right].change))
            return one == other ? left < right : !one
        }
        for owner in order where found[owner].change.referrers.isEmpty {
            var pending = [found[owner].change] + found[owner].consequences
            while let change = pending.popLast() {
                guard change.bringsOthers, let candidates = dependents.removeValue(forKey: change.subject) else { continue }
                for dependent in candidates where owners[dependent] == nil {
                    // A new type does not come with a declaration that is gone, nor with a new name.
                    guard change.canBring(found[dependent].change) else {
                        dependents[change.subject, default: []].append(dependent)
                        continue
                    }
                    owners[dependent] = owner
                    pending.append(found[dependent].change)
                }
            }
        }
        for (dependent, owner) in owners.sorted(by: { $0.key < $1.key }) { found[owner].consequences.append(found[dependent].change) }
        found = found.enumerated().filter { owners[$0.offset] == nil }.map(\.element)
    }
}

extension Change {
    /// `true` if the change only concerns names or order, which never follow from a wire change.
    fileprivate var isOfNames: Bool { ["-renamed", "-moved", "-reordered"].contains(where: check.contains) }

    fileprivate var bringsOthers: Bool { SwiftCheck(rawValue: check)?.bringsOthers == true }

    fileprivate func canBring(_ other: Change) -> Bool {
        let isRename = (check == SwiftCheck.typeRenamed.rawValue, other.check == SwiftCheck.typeRenamed.rawValue)
        return isRename.0 == isRename.1
            && !(old == nil && other.new == nil && other.old != nil) && !(new == nil && other.old == nil && other.new != nil)
    }

    /// Returns the index of the candidate that most likely caused this change, or `nil` if none fits.
    ///
    /// - Parameter candidates: Changes at the same location.
    fileprivate func cause(among candidates: [(index: Int, change: Change)]) -> Int? {
        // A parameter shared by many operations has one location, but may be new in one operation and changed in another.
        let fitting = candidates.filter { candidate in
            operations.isEmpty || candidate.change.operations.isEmpty || !Set(operations).isDisjoint(with: candidate.change.operations)
        }
        func rank(_ change: Change) -> (Int, Verdict) {
            let isAlike = (old == nil) == (change.old == nil) && (new == nil) == (change.new == nil)
            return (isAlike ? 1 : 0, change.wire)
        }
        var best: (index: Int, change: Change)?
        for candidate in fitting where best.map({ rank($0.change) < rank(candidate.change) }) ?? true { best = candidate }
        return best?.index
    }
}
