/// What a reviewer has to know before reading the entries: three lines.
struct Summary: Encodable {
    /// How many changes have a verdict.
    struct Counts: Encodable {
        let breaking: Int
        let risky: Int
        let compatible: Int
        let none: Int

        init(_ verdicts: [Verdict]) {
            func count(_ verdict: Verdict) -> Int { verdicts.count { $0 == verdict } }
            (breaking, risky, compatible, none) = (count(.breaking), count(.risky), count(.compatible), count(.none))
        }
    }

    struct Operations: Encodable {
        let removed: Int
        let added: Int
        let changed: Int
    }

    /// The single changes of the document, and those of Swift declarations.
    let wire: Counts
    let swift: Counts
    let operations: Operations
    /// The entries.
    let entries: Counts
    /// The entries that were accepted.
    let accepted: Int
    /// The entries that were not accepted.
    let left: Counts

    init(_ report: Report) {
        let changes = report.changes
        wire = Counts(changes.filter { !$0.isOfSwift }.map(\.wire))
        swift = Counts(changes.filter(\.isOfSwift).map(\.swift))
        let isOfMethods = report.side == .swift
        let existing = changes.filter { $0.isOfSwift == isOfMethods && $0.existence != nil }
        let known = Set(existing.flatMap(\.operations))
        operations = Operations(
            removed: existing.count { $0.existence == .removed }, added: existing.count { $0.existence == .added },
            changed: Set(changes.filter { $0.verdict > .none }.flatMap(\.operations)).subtracting(known).count)
        entries = Counts(report.entries.map(\.verdict))
        accepted = report.entries.count { $0.acceptance != nil }
        left = Counts(report.entries.filter { $0.acceptance == nil }.map(\.verdict))
    }

    /// Returns the three lines.
    ///
    /// - Parameters:
    ///   - version: The currently released version, if known.
    ///   - strong: Marks what matters most.
    func lines(_ report: Report, version: SemanticVersion?, strong: (String) -> String = { $0 }) -> [String] {
        let release = Release(after: report.effect)
        let next = version.map { ": \(strong($0.next(after: report.effect).description)) after \($0)" } ?? ""
        let things = report.side == .swift ? "Methods" : "Operations"
        return [
            "This asks for a \(strong(release.rawValue)) release\(next); \(reason).",
            "\(things): \(operations.removed) removed, \(operations.added) added, \(operations.changed) changed.",
            judgement,
        ]
    }

    /// The worst changes, in numbers.
    private var reason: String {
        func words(_ count: KeyPath<Counts, Int>, _ verb: String) -> String? {
            let sides = [(wire[keyPath: count], "on the wire"), (swift[keyPath: count], "in Swift")].filter { $0.0 > 0 }
            return sides.isEmpty ? nil : "\(verb): " + sides.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        }
        return words(\.breaking, "breaking changes") ?? words(\.risky, "nothing breaks, risky changes")
            ?? words(\.compatible, "nothing breaks, compatible changes") ?? "nothing that a caller notices"
    }

    private var judgement: String {
        let words = accepted == 0 ? "Nothing is accepted" : accepted == 1 ? "1 entry is accepted" : "\(accepted) entries are accepted"
        var parts = [(left.breaking, "breaking"), (left.risky, "risky")].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        let others = left.compatible + left.none
        if parts.isEmpty { return accepted == 0 ? "Nothing needs to be accepted." : "\(words); nothing needs a review." }
        if others > 0 { parts.append("\(others) without a risk") }
        return "\(words); to be reviewed: \(parts.joined(separator: ", "))."
    }
}
