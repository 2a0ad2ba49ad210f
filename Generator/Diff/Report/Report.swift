import GeneratorYAML

/// The changes between two documents, for a person or a program to act on.
public struct Report: Sendable {
    /// A change, and the changes of Swift declarations that follow from it.
    public struct Entry: Sendable {
        public let change: Change
        public let consequences: [Change]
        /// The acceptance of the change; `nil` if it was not accepted.
        public let acceptance: Acceptance?

        /// The verdict for the wire format: whether the service keeps working for old clients, regardless of the Swift
        /// declarations.
        public var wire: Verdict { change.wire }
        /// The worst verdict for Swift source, including the consequences.
        public var swift: Verdict { consequences.map(\.swift).reduce(change.swift, max) }
        public var verdict: Verdict { max(wire, swift) }
    }

    /// The names of the documents: a folder, or a revision and a folder.
    public let old: String
    public let new: String
    /// The entries, the worst first, then in the order of the new document.
    public let entries: [Entry]
    /// The acceptances that match no change.
    public let staleAcceptances: [Acceptance]

    /// - Parameters:
    ///   - changes: The changes of the documents and of the Swift declarations, in any order.
    public init(old: String, new: String, changes: [Change], acceptances: [Acceptance] = []) {
        self.old = old
        self.new = new
        let grouped = Report.grouped(changes)
        let accepted = Dictionary(acceptances.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        entries =
            grouped
            .map { change, consequences in
                // The consequences of an accepted change are accepted with it. A change without a cause needs its own acceptance.
                Entry(
                    change: change, consequences: consequences,
                    acceptance: accepted[Acceptance.Key(check: change.check, subject: change.subject)])
            }
            .sorted { left, right in
                left.verdict == right.verdict ? left.change < right.change : left.verdict > right.verdict
            }
        let used = Set(changes.map { Acceptance.Key(check: $0.check, subject: $0.subject) })
        staleAcceptances = acceptances.filter { !used.contains($0.key) }
    }

    /// The worst verdict of all changes that were not accepted.
    public var verdict: Verdict { entries.filter { $0.acceptance == nil }.map(\.verdict).max() ?? .none }

    /// The worst verdict of all changes. Accepting a breaking change does not make it compatible for users of a release.
    public var effect: Verdict { entries.map(\.verdict).max() ?? .none }

    func entries(_ verdict: Verdict) -> [Entry] { entries.filter { $0.verdict == verdict } }

    /// Attaches changes of declarations to the document change at the same location.
    private static func grouped(_ changes: [Change]) -> [(change: Change, consequences: [Change])] {
        let causes = changes.filter { !$0.isOfSwift }.sorted()
        var byPlace: [SourceLocation: [Int]] = [:]
        for (index, cause) in causes.enumerated() {
            for place in Set([cause.old, cause.new].compactMap { $0 }) { byPlace[place, default: []].append(index) }
        }
        var consequences: [Int: [Change]] = [:]
        var alone: [Change] = []
        for declaration in changes.filter(\.isOfSwift).sorted() {
            let candidates = [declaration.new, declaration.old].compactMap { $0 }.flatMap { byPlace[$0] ?? [] }
            if !declaration.isOfNames, let cause = declaration.cause(among: candidates.map { ($0, causes[$0]) }) {
                consequences[cause, default: []].append(declaration)
            } else {
                alone.append(declaration)
            }
        }
        return causes.enumerated().map { ($0.element, consequences[$0.offset] ?? []) } + alone.map { ($0, []) }
    }
}

extension Change {
    /// `true` if the change only concerns names or order, which never follow from a wire change.
    fileprivate var isOfNames: Bool { ["-renamed", "-moved", "-reordered"].contains(where: check.contains) }

    /// Returns the index of the candidate at the same location that caused this change.
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

    /// The first few of the affected operations.
    var shownOperations: String {
        let shown = operations.prefix(4).joined(separator: ", ")
        return operations.count > 4 ? "\(shown) and \(operations.count - 4) more" : shown
    }
}
