extension Report.Entry {
    /// Returns what a caller has to do, in one sentence.
    func action(code: (String) -> String) -> String {
        if isMove { return Action.update.sentence(about: [], code: code) }
        let worst = changes.map(\.verdict).max() ?? .none
        // In the same words, the name in Swift says more to a caller. A cause says more than what follows, unless it only says
        // that there is something to do.
        let candidates = changes.filter { $0.verdict == worst || worst <= .compatible }
        let wire = candidates.first { !$0.isOfSwift && ![.nothing, .update, .sendAnew].contains($0.kind.action) }
        let swift = candidates.first { change in
            change.isOfSwift && change.kind.action != .nothing && (wire == nil || change.kind.action == wire?.kind.action)
        }
        let chosen = swift ?? wire ?? candidates.first { $0.kind.action != .nothing } ?? change
        let names = changes.filter { $0.check == chosen.check && $0.replacement == chosen.replacement }.map(\.nameForCaller).unique
        return action(of: chosen).sentence(about: names, replacement: chosen.replacement, code: code)
    }
}

extension Report.Entry {
    /// The action for a change. If the change only repeats its cause, the cause knows better: a property is no longer passed, or no
    /// longer read.
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

    /// The name of the thing in an advice.
    fileprivate var nameForCaller: String {
        guard isOfSwift else {
            // An item of a list, an alternative and a value are told from the thing by what follows its name.
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
