import GeneratorYAML

/// A report for a pull request: one table per verdict, breaking changes first, harmless ones collapsed.
public struct MarkdownReport {
    let report: Report
    let version: SemanticVersion?
    let least: Verdict
    let showsLines: Bool

    /// - Parameters:
    ///   - version: The currently released version, if known.
    ///   - least: The lowest verdict that is listed. Less severe changes are only counted.
    ///   - showsLines: `true` to include line numbers. A committed report omits them, so that it stays valid when lines move.
    public init(_ report: Report, version: SemanticVersion? = nil, least: Verdict = .none, showsLines: Bool = true) {
        self.report = report
        self.version = version
        self.least = least
        self.showsLines = showsLines
    }

    public var text: String {
        var lines = ["## \(escaped(report.old)) → \(escaped(report.new))", "", opening]
        for verdict in Verdict.allCases.reversed() {
            let entries = report.entries(verdict)
            guard !entries.isEmpty, verdict >= least else { continue }
            let heading = "\(title(verdict)) (\(entries.count))"
            let isFolded = verdict <= .compatible
            lines += isFolded ? ["", "<details><summary>\(heading)</summary>", ""] : ["", "### \(heading)", ""]
            lines += ["| what | where | wire | Swift | check |", "|---|---|---|---|---|"]
            lines += entries.map(row)
            if isFolded { lines += ["", "</details>"] }
        }
        let left = Verdict.allCases.reversed().filter { $0 < least }.map { (title($0).lowercased(), report.entries($0).count) }.filter {
            $0.1 > 0
        }
        if !left.isEmpty { lines += ["", "Not listed: " + left.map { "\($0.1) \($0.0)" }.joined(separator: ", ") + "."] }
        if !report.staleAcceptances.isEmpty {
            lines += [
                "", "### Acceptances to remove (\(report.staleAcceptances.count))", "", "No such change is left.", "",
            ]
            lines += report.staleAcceptances.map {
                "- \(code($0.check)) \(code($0.subject)) at \(code($0.location.description))"
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var opening: String {
        guard !report.entries.isEmpty else { return "Nothing has changed." }
        let release = Release(after: report.effect)
        let next = version.map { ": **\($0.next(after: report.effect))** after \($0)" } ?? ""
        let accepted = report.entries.filter { $0.acceptance != nil }.count
        return "This asks for a **\(release.rawValue)** release\(next)." + (accepted == 0 ? "" : " \(accepted) accepted.")
    }

    private func title(_ verdict: Verdict) -> String {
        switch verdict {
        case .breaking: "Breaking"
        case .risky: "Risky"
        case .compatible: "Compatible"
        case .none: "Without effect"
        }
    }

    private func row(_ entry: Report.Entry) -> String {
        let change = entry.change
        var what = escaped(change.message)
        if !change.operations.isEmpty { what += " (\(escaped(change.shownOperations)))" }
        for consequence in entry.consequences { what += "<br>Swift: \(escaped(consequence.message))" }
        if let acceptance = entry.acceptance { what += "<br>**Accepted:** \(escaped(acceptance.reason))" }
        let places: [String] =
            switch (change.old, change.new) {
            case (let old?, let new?): place(old) == place(new) ? [place(new)] : ["\(place(old)) → \(place(new))"]
            case (let old?, nil): ["\(place(old)), gone"]
            case (nil, let new?): [place(new)]
            case (nil, nil): []
            }
        return "| \(what) | \(places.joined()) | \(entry.wire.rawValue) | \(entry.swift.rawValue) | \(code(change.check)) |"
    }

    private func place(_ location: SourceLocation) -> String { code(showsLines ? "\(location.file):\(location.line)" : location.file) }

    private func code(_ text: String) -> String {
        // A backtick inside a code span would end it.
        let quoted = printable(text).map { $0 == "|" ? "\\|" : $0 == "`" ? "'" : String($0) }.joined()
        return "`\(quoted)`"
    }

    /// Escapes text so that it contains no markup, table separators or mentions.
    private func escaped(_ text: String) -> String {
        printable(text).map { character in
            switch character {
            case "<": "&lt;"
            case ">": "&gt;"
            case "&": "&amp;"
            case "@": "&#64;"
            case "\\", "`", "*", "_", "[", "]", "|", "#", "~": "\\\(character)"
            default: String(character)
            }
        }.joined()
    }
}
