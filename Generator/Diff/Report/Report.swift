import GeneratorYAML

/// The changes between two documents, for a person or a program to act on.
package struct Report: Sendable {
    /// A change that follows from no other, and the changes of Swift declarations that follow from it.
    package struct Cause: Sendable {
        package let change: Change
        package let consequences: [Change]
        /// The acceptance of the change and its consequences; `nil` if they were not accepted.
        package let acceptance: Acceptance?
        /// The change of the document behind the change, if only Swift is shown.
        let origin: Change?

        init(_ change: Change, consequences: [Change] = [], acceptance: Acceptance? = nil, origin: Change? = nil) {
            self.change = change
            self.consequences = consequences
            self.acceptance = acceptance
            self.origin = origin
        }

        /// The change and its consequences.
        var changes: [Change] { [change] + consequences }
        var verdict: Verdict { changes.map(\.verdict).reduce(.none, max) }
    }

    /// One change for the reader: a cause, and other causes that are the same change of other things.
    ///
    /// Either all causes of an entry are accepted, for the same reason, or none is.
    package struct Entry: Sendable {
        /// The cause that the entry shows.
        package let cause: Cause
        /// The other causes.
        package let alike: [Cause]

        package var causes: [Cause] { [cause] + alike }
        package var change: Change { cause.change }
        /// The consequences of all causes.
        package var consequences: [Change] { causes.flatMap(\.consequences) }
        /// The acceptance of all causes; `nil` if they were not accepted.
        package var acceptance: Acceptance? { cause.acceptance }
        /// Every single change of the entry.
        package var changes: [Change] { causes.flatMap(\.changes) }

        /// The worst verdict for the wire format: whether the service keeps working for old clients, regardless of the Swift
        /// declarations.
        package var wire: Verdict { changes.map(\.wire).reduce(.none, max) }
        /// The worst verdict for Swift source, including the consequences.
        package var swift: Verdict { changes.map(\.swift).reduce(.none, max) }
        package var verdict: Verdict { max(wire, swift) }
        var section: Section { cause.change.kind.section }
        /// `true` if an operation moved to another request.
        var isMove: Bool { change.existence == .removed && alike.contains { $0.change.existence == .added } }
    }

    /// The side of a change that a report is about.
    package enum Side: String, Sendable, CaseIterable {
        /// The document: what clients send and receive.
        case wire
        /// The source code of callers.
        case swift

        var words: String {
            switch self {
            case .wire: "wire"
            case .swift: "Swift"
            }
        }
    }

    /// The names of the documents: a folder, or a revision and a folder.
    package let old: String
    package let new: String
    /// The side that is shown; `nil` for both.
    package let side: Side?
    /// The entries: operations, then requests and responses, then names; in each section the worst first, then in the order of the
    /// new document.
    package let entries: [Entry]
    /// The acceptances that match no change, on either side.
    package let staleAcceptances: [Acceptance]

    /// - Parameters:
    ///   - changes: The changes of the documents and of the Swift declarations, in any order.
    ///   - side: The side to show; `nil` for both.
    package init(old: String, new: String, changes: [Change], acceptances: [Acceptance] = [], only side: Side? = nil) {
        self.old = old
        self.new = new
        self.side = side
        let causes = Causes(of: changes, acceptances: acceptances).all.flatMap { $0.shown(on: side) }
        entries = Grouping.entries(of: causes).sorted { $0.isRead(before: $1) }
        let used = Set(changes.map { Acceptance.Key(check: $0.check, subject: $0.subject) })
        staleAcceptances = acceptances.filter { !used.contains($0.key) }
    }

    /// The worst verdict of all changes that were not accepted.
    package var verdict: Verdict { entries.filter { $0.acceptance == nil }.map(\.verdict).max() ?? .none }

    /// The worst verdict of all changes. Accepting a breaking change does not make it compatible for users of a release.
    package var effect: Verdict { entries.map(\.verdict).max() ?? .none }

    func entries(_ verdict: Verdict) -> [Entry] { entries.filter { $0.verdict == verdict } }

    /// Every single change.
    var changes: [Change] { entries.flatMap(\.changes) }
}

extension Report.Entry {
    /// Orders entries as they are read. Removed operations come first, then added ones.
    fileprivate func isRead(before other: Self) -> Bool {
        if section != other.section { return section < other.section }
        if existence != other.existence { return existence < other.existence }
        if verdict != other.verdict { return verdict > other.verdict }
        return change < other.change
    }

    private var existence: Int {
        switch change.existence {
        case .removed: 0
        case .added: 1
        case nil: 2
        }
    }
}

extension Report.Cause {
    /// Returns the cause without the changes of the side that is not shown.
    fileprivate func shown(on side: Report.Side?) -> [Report.Cause] {
        switch side {
        case nil: return [self]
        case .wire: return change.isOfSwift ? [] : [Report.Cause(change, acceptance: acceptance)]
        case .swift:
            if change.isOfSwift { return [self] }
            // The worst consequence represents all of them. A method is preferred over the types that depend on it.
            func rank(_ change: Change) -> (Verdict, Int) { (change.swift, change.referrers.isEmpty ? 1 : 0) }
            guard let worst = consequences.reversed().max(by: { rank($0) < rank($1) }) else { return [] }
            return [
                Report.Cause(
                    worst, consequences: consequences.filter { $0 != worst }, acceptance: acceptance, origin: change)
            ]
        }
    }
}

extension Change {
    /// The removal or addition of an operation, or of a method whose operation still exists.
    enum Existence { case removed, added }

    var existence: Existence? {
        if let check = OperationCheck(rawValue: check) {
            return check.removesOperation ? .removed : check.addsOperation ? .added : nil
        }
        return check == SwiftCheck.methodRemoved.rawValue ? .removed : check == SwiftCheck.methodAdded.rawValue ? .added : nil
    }
}
