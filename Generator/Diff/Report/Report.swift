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
        let (declarations, causes) = (changes.filter(\.isOfSwift).sorted(), changes.filter { !$0.isOfSwift }.sorted())
        var byOld: [SourceLocation: Int] = [:]
        var byNew: [SourceLocation: Int] = [:]
        for (index, cause) in causes.enumerated() {
            // Of several at one place, the gravest is the cause.
            func isGraver(_ other: Int?) -> Bool { other.map { causes[$0].wire < cause.wire } ?? true }
            if let old = cause.old, isGraver(byOld[old]) { byOld[old] = index }
            if let new = cause.new, isGraver(byNew[new]) { byNew[new] = index }
        }
        var consequences: [Int: [Change]] = [:]
        var alone: [Change] = []
        for declaration in declarations {
            if let cause = declaration.new.flatMap({ byNew[$0] }) ?? declaration.old.flatMap({ byOld[$0] }) {
                consequences[cause, default: []].append(declaration)
            } else {
                alone.append(declaration)
            }
        }
        return causes.enumerated().map { ($0.element, consequences[$0.offset] ?? []) } + alone.map { ($0, []) }
    }
}
