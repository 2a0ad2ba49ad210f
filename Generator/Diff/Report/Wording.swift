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
        let origin = entry.cause.origin.map { ["because \($0.message) [\($0.check)]"] } ?? []
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
        // "and 1 more" is not shorter than the name.
        guard names.count > count + 1 else { return names.joined(separator: ", ") }
        return names.prefix(count).joined(separator: ", ") + " and \(names.count - count) more"
    }
}

extension [String] {
    /// The different texts, in order.
    var unique: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
