import GeneratorYAML

/// A report for a pull request: a summary of three lines, then a table for each section. Harmless entries and long lists are folded.
package struct MarkdownReport {
    let report: Report
    let version: SemanticVersion?
    let least: Verdict
    let showsLines: Bool

    /// - Parameters:
    ///   - version: The currently released version, if known.
    ///   - least: The lowest verdict that is listed. Less severe changes are only counted.
    ///   - showsLines: `true` to include line numbers. A committed report omits them, so that it stays valid when lines move.
    package init(_ report: Report, version: SemanticVersion? = nil, least: Verdict = .none, showsLines: Bool = true) {
        self.report = report
        self.version = version
        self.least = least
        self.showsLines = showsLines
    }

    package var text: String {
        let side = report.side.map { ", \($0.words) only" } ?? ""
        var lines = ["## \(Markdown.escaped(report.old)) → \(Markdown.escaped(report.new))\(side)", ""]
        if report.entries.isEmpty {
            lines.append("Nothing has changed.")
        } else {
            lines += Summary(report).lines(report, version: version) { "**\($0)**" }.map { "- \($0)" }
        }
        for section in Section.allCases { lines += self.lines(for: section) }
        lines += singles
        if !report.staleAcceptances.isEmpty {
            lines += [
                "", "### Acceptances to remove (\(report.staleAcceptances.count))", "", "No such change is left.", "",
            ]
            lines += report.staleAcceptances.map {
                "- \(Markdown.code($0.check)) \(Markdown.code($0.subject)) at \(Markdown.code($0.location.description))"
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: Sections

    private func lines(for section: Section) -> [String] {
        let entries = report.entries.filter { $0.section == section && $0.verdict >= least }
        guard !entries.isEmpty else { return [] }
        // Operations that came are what a reviewer looks for, although they break nothing.
        let (shown, harmless) = entries.split { $0.verdict >= .risky || $0.change.existence != nil }
        let (first, rest) = (shown.prefix(section.shownEntries), shown.dropFirst(section.shownEntries))
        var lines = ["", "### \(section.title) (\(entries.count))"]
        if !first.isEmpty { lines += [""] + table(Array(first)) }
        if !rest.isEmpty { lines += folded("\(rest.count) more: \(counts(Array(rest)))", table(Array(rest))) }
        if !harmless.isEmpty { lines += folded(counts(harmless), table(harmless)) }
        return lines
    }

    private func counts(_ entries: [Report.Entry]) -> String {
        Verdict.allCases.reversed().compactMap { verdict in
            let count = entries.count { $0.verdict == verdict }
            return count == 0 ? nil : "\(count) \(verdict == .none ? "without effect" : verdict.rawValue)"
        }.joined(separator: ", ")
    }

    private func folded(_ title: String, _ lines: [String]) -> [String] {
        ["", "<details><summary>\(title)</summary>", ""] + lines + ["", "</details>"]
    }

    private func table(_ entries: [Report.Entry]) -> [String] {
        let columns =
            switch report.side {
            case nil: ["what", "to do", "wire", "Swift"]
            case .wire: ["what", "to do", "wire"]
            case .swift: ["what", "to do", "Swift"]
            }
        let head = [columns, columns.map { _ in "---" }].map { "| \($0.joined(separator: " | ")) |" }
        return head + entries.map(row)
    }

    private func row(_ entry: Report.Entry) -> String {
        let wording = Wording(entry)
        var what = Markdown.escaped(wording.headline)
        if !wording.operations.isEmpty { what += " (\(Markdown.escaped(Wording.list(wording.operations))))" }
        for other in wording.others { what += "<br>\(Markdown.escaped(other))" }
        for consequence in wording.consequences { what += "<br>Swift: \(Markdown.escaped(consequence.text))" }
        if let acceptance = entry.acceptance { what += "<br>**Accepted:** \(Markdown.escaped(acceptance.reason))" }
        var cells = [what, entry.action(code: Markdown.code)]
        if report.side != .swift { cells.append(entry.wire.rawValue) }
        if report.side != .wire { cells.append(entry.swift.rawValue) }
        return "| \(cells.joined(separator: " | ")) |"
    }

    // MARK: Single changes

    /// Every change with what an acceptance names, and its place.
    private var singles: [String] {
        let causes = report.entries.filter { $0.verdict >= least }.flatMap(\.causes).filter { $0.verdict >= least }
        let left = Verdict.allCases.reversed().filter { $0 < least }.compactMap { verdict -> String? in
            let count = report.entries(verdict).count
            return count == 0 ? nil : "\(count) \(verdict == .none ? "without effect" : verdict.rawValue)"
        }
        var lines: [String] = []
        if !causes.isEmpty {
            // An acceptance names the change of the document, although only Swift is shown.
            let rows = causes.map { $0.origin ?? $0.change }.map { change in
                "| \(Markdown.code(change.check)) | \(Markdown.code(change.subject)) | \(places(of: change)) |"
            }
            lines += folded(
                "Each single change (\(causes.count)), as an acceptance names it", ["| check | subject | where |", "|---|---|---|"] + rows)
        }
        if !left.isEmpty { lines += ["", "Not listed: \(left.joined(separator: ", "))."] }
        return lines
    }

    private func places(of change: Change) -> String {
        switch (change.old, change.new) {
        case (let old?, let new?): place(old) == place(new) ? place(new) : "\(place(old)) → \(place(new))"
        case (let old?, nil): "\(place(old)), removed"
        case (nil, let new?): place(new)
        case (nil, nil): ""
        }
    }

    private func place(_ location: SourceLocation) -> String {
        Markdown.code(showsLines ? "\(location.file):\(location.line)" : location.file)
    }
}

extension Section {
    /// How many entries a reader sees before the rest is folded. All sections together fit on two screens.
    fileprivate var shownEntries: Int {
        switch self {
        case .operations: 30
        case .values: 25
        case .names: 15
        }
    }
}
