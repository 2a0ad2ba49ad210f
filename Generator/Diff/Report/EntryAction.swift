extension Report.Entry {
    /// Returns what a caller has to do, in one sentence.
    func action(code: (String) -> String) -> String {
        if isMove { return Action.update.sentence(about: [], code: code) }
        let worst = changes.map(\.verdict).max() ?? .none
        // If a Swift change requires the same action, callers understand its name better. Otherwise, a change of the document explains
        // more than its consequences, unless it only says that something must be done.
        let candidates = changes.filter { $0.verdict == worst || worst <= .compatible }
        let wire = candidates.first { !$0.isOfSwift && ![.nothing, .update, .sendInNewForm].contains($0.kind.action) }
        let swift = candidates.first { change in
            change.isOfSwift && change.kind.action != .nothing && (wire == nil || change.kind.action == wire?.kind.action)
        }
        let chosen = swift ?? wire ?? candidates.first { $0.kind.action != .nothing } ?? change
        let names = changes.filter { $0.check == chosen.check && $0.replacement == chosen.replacement }.map(\.nameForCaller).unique
        return action(of: chosen).sentence(about: names, replacement: chosen.replacement, code: code)
    }
}

extension Report.Entry {
    /// Returns the action for a change. If the change only repeats its cause, the cause is more specific: it tells whether a property is
    /// no longer passed or no longer read.
    private func action(of change: Change) -> Action {
        let cause = causes.first { $0.changes.contains(change) }.map { $0.origin ?? $0.change }
        guard let cause, change.repeats(cause), cause.kind.action != .nothing else { return change.kind.action }
        return cause.kind.action
    }
}

extension Change {
    /// `true` if the change says of a Swift declaration what the cause says of the document.
    func repeats(_ cause: Change) -> Bool {
        kind.fate != .changed && kind.fate == cause.kind.fate && referrers.isEmpty
    }

    /// The name of the thing in advice for callers.
    fileprivate var nameForCaller: String {
        guard isOfSwift else {
            // The names of list items, alternatives and values consist of the thing's name and a suffix.
            let name = member.prefix { !"[|=".contains($0) }
            return kind.section == .operations || name.isEmpty ? subject : String(name)
        }
        // Methods with one name are told apart by their operations, in parentheses.
        let subject = subject.prefix { $0 != "(" }.split(separator: " argument ", maxSplits: 1)
        if subject.count == 2 { return String(subject[1]) }
        let path = subject.first?.split(separator: ".").map { $0.trimmingSuffix(" ") } ?? []
        let isOfMethod = kind.section == .operations || SwiftCheck(rawValue: check)?.isOfResult == true
        return isOfMethod && replacement == nil && path.count > 1 ? path.dropFirst().joined(separator: ".") : path.last ?? member
    }
}

extension Substring {
    fileprivate func trimmingSuffix(_ character: Character) -> String {
        var text = self
        while text.last == character { text.removeLast() }
        return String(text)
    }
}
