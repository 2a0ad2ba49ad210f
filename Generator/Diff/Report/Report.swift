import GeneratorYAML

/// What has changed between two documents, for a person or a machine to act on.
public struct Report: Sendable {
    /// A change, and the changes of Swift declarations that follow from it.
    public struct Entry: Sendable {
        public let change: Change
        public let consequences: [Change]
        /// Why the keeper lets it pass; nil for a change that nobody has accepted.
        public let acceptance: Acceptance?

        /// Whether the service goes on working for old clients, whatever became of the declarations.
        public var wire: Verdict { change.wire }
        /// The worst that it means for Swift source, here and in what follows.
        public var swift: Verdict { consequences.map(\.swift).reduce(change.swift, max) }
        public var verdict: Verdict { max(wire, swift) }
    }

    /// What the documents are called: a folder, or a revision and a folder.
    public let old: String
    public let new: String
    /// The worst first, then in the order of the new document.
    public let entries: [Entry]
    /// What was accepted and no longer happens.
    public let staleAcceptances: [Acceptance]

    /// - Parameters:
    ///   - changes: Those of the documents and those of the Swift declarations, in any order.
    public init(old: String, new: String, changes: [Change], acceptances: [Acceptance] = []) {
        self.old = old
        self.new = new
        let grouped = Report.grouped(changes)
        let accepted = Dictionary(acceptances.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        entries =
            grouped
            .map { change, consequences in
                // What follows from an accepted change is accepted with it; what stands alone needs its own reason.
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

    /// The worst that nobody has accepted.
    public var verdict: Verdict { entries.filter { $0.acceptance == nil }.map(\.verdict).max() ?? .none }

    /// The worst of all, for those who use what is released: accepting a break mends nothing.
    public var effect: Verdict { entries.map(\.verdict).max() ?? .none }

    func entries(_ verdict: Verdict) -> [Entry] { entries.filter { $0.verdict == verdict } }

    /// Puts changes of declarations beside the change of the document that stands at the same place.
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
    /// Whether it is about what things are called and in which order they stand: that follows from nothing on the wire.
    fileprivate var isOfNames: Bool { ["-renamed", "-moved", "-reordered"].contains(where: check.contains) }

    /// The change that this one follows from, of those at its place.
    fileprivate func cause(among candidates: [(index: Int, change: Change)]) -> Int? {
        // A parameter that many operations share stands at one place, and is new in one operation and changed in another.
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

    /// The first of the operations that it concerns.
    var shownOperations: String {
        let shown = operations.prefix(4).joined(separator: ", ")
        return operations.count > 4 ? "\(shown) and \(operations.count - 4) more" : shown
    }
}
