/// The phrases that the reports of an entry share. They contain text from the spec, which each report escapes in its own way.
struct Wording {
    /// What changed: the message of the cause, and how many things have changed alike.
    let headline: String
    /// The other things that changed alike, and what else the same change does.
    let others: [String]
    /// What follows in Swift.
    let consequences: [Consequence]
    /// The affected operations.
    let operations: [String]

    /// Changes of Swift declarations with the same words.
    struct Consequence: Hashable {
        let check: String
        let verdict: Verdict
        /// The names of the declarations, and what became of them unless the headline says so.
        let text: String
    }

    private static let shownNames = 4

    init(_ entry: Report.Entry) {
        let lead = entry.change
        let alike = entry.alike.map(\.change)
        let names = alike.filter { $0.text == lead.text && $0.subject != lead.subject }.map(\.subject).unique
        headline = Wording.headline(lead, and: names)
        // What the same change does elsewhere has other words.
        let rest = Wording.byText(alike.filter { $0.text != lead.text }).map { changes in
            Wording.headline(changes[0], and: changes.map(\.subject).unique.filter { $0 != changes[0].subject })
        }
        let origin = entry.cause.origin.map { ["because \($0.message)"] } ?? []
        others = (names.count < 2 ? [] : ["also \(Wording.list(names))"]) + rest + origin
        consequences = Wording.consequences(of: entry)
        operations = Set(entry.causes.flatMap(\.change.operations)).sorted()
    }

    /// Returns the changes by their texts, in order.
    private static func byText(_ changes: [Change]) -> [[Change]] {
        var groups: [[Change]] = []
        var indices: [String: Int] = [:]
        for change in changes {
            if let index = indices[change.text] {
                groups[index].append(change)
            } else {
                indices[change.text] = groups.count
                groups.append([change])
            }
        }
        return groups
    }

    private static func headline(_ change: Change, and others: [String]) -> String {
        guard !others.isEmpty else { return change.message }
        let more = others.count == 1 ? others[0] : "\(others.count) more"
        let suffix = ": " + change.text
        guard change.message.hasSuffix(suffix) else { return "\(change.message) (and \(more))" }
        return "\(change.message.dropLast(suffix.count)) and \(more)\(suffix)"
    }

    private static func consequences(of entry: Report.Entry) -> [Consequence] {
        struct Words: Hashable {
            let check: String
            let text: String?
        }
        var order: [Words] = []
        var found: [Words: (verdict: Verdict, names: [String])] = [:]
        for cause in entry.causes {
            for change in cause.consequences {
                let isWhole = change.text == change.message
                let words =
                    change.repeats(cause.change)
                    ? Words(check: "", text: nil) : Words(check: change.check, text: isWhole ? nil : change.text)
                if found[words] == nil { order.append(words) }
                found[words, default: (.none, [])].verdict = max(found[words]?.verdict ?? .none, change.swift)
                found[words, default: (.none, [])].names.append(isWhole ? change.message : change.subject)
            }
        }
        return order.compactMap { words in
            guard let (verdict, names) = found[words] else { return nil }
            let list = list(names.unique)
            return Consequence(check: words.check, verdict: verdict, text: words.text.map { "\(list): \($0)" } ?? list)
        }.sorted { ($0.check.isEmpty ? 1 : 0, $0.verdict) > ($1.check.isEmpty ? 1 : 0, $1.verdict) }
    }

    static func list(_ names: [String], most count: Int = shownNames) -> String {
        // "and 1 more" is no shorter than the name.
        guard names.count > count + 1 else { return names.joined(separator: ", ") }
        return names.prefix(count).joined(separator: ", ") + " and \(names.count - count) more"
    }
}

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
    fileprivate func repeats(_ cause: Change) -> Bool {
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

extension [String] {
    /// The different texts, in order.
    var unique: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
