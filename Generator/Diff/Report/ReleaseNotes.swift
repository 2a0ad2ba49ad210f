/// A report as the section of a changelog, in the format of Keep a Changelog.
package struct ReleaseNotes {
    private let report: Report
    private let version: SemanticVersion?
    private let date: String

    /// - Parameters:
    ///   - version: The version of the release; `nil` for the section of what is not yet released.
    ///   - date: The date of the release, which a section without a version does not show.
    package init(_ report: Report, version: SemanticVersion?, date: String) {
        self.report = report
        self.version = version
        self.date = date
    }

    package var text: String {
        var lines = ["## [\(version?.description ?? "Unreleased")]\(version == nil ? "" : " - \(date)")"]
        let noticed = report.entries.filter { $0.verdict > .none }
        for heading in Heading.allCases {
            let entries = noticed.filter { Heading(of: $0) == heading }
            guard !entries.isEmpty else { continue }
            lines += ["", "### \(heading.rawValue)", ""]
            // A reader looks for what breaks first.
            lines += (entries.filter { $0.verdict == .breaking } + entries.filter { $0.verdict != .breaking }).map(item)
        }
        if noticed.isEmpty { lines += ["", "Nothing that a caller notices has changed."] }
        return lines.joined(separator: "\n") + "\n"
    }

    /// `true` if the text is a day, such as `2026-01-31`.
    package static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2],
            parts.joined().utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let month = Int(parts[1]), let day = Int(parts[2])
        else { return false }
        return (1...12).contains(month) && (1...31).contains(day)
    }

    private enum Heading: String, CaseIterable {
        case added = "Added"
        case changed = "Changed"
        case deprecated = "Deprecated"
        case removed = "Removed"
        case fixed = "Fixed"

        init(of entry: Report.Entry) {
            let kind = entry.change.kind
            switch kind.fate {
            case _ where entry.isMove: self = .changed
            // A new argument that calls need is a change of the call.
            case .added: self = entry.verdict == .breaking && entry.section == .values ? .changed : .added
            case .removed: self = .removed
            case .deprecated: self = .deprecated
            case .renamed, .reactivated, .becameRequired, .becameOptional: self = .changed
            case .changed: self = kind.isFix ? .fixed : .changed
            }
        }
    }

    private func item(_ entry: Report.Entry) -> String {
        let wording = Wording(entry)
        var sentences = [opening(entry, wording)] + wording.others.map(Markdown.escaped)
        // Names alone say where in Swift the same has changed.
        sentences += wording.consequences.filter { !$0.check.isEmpty && $0.verdict > .compatible }.map {
            "in Swift, \(Markdown.escaped($0.text))"
        }
        let action = entry.verdict > .compatible ? " \(entry.action(code: Markdown.code))" : ""
        return "- \(entry.verdict == .breaking ? "**Breaking:** " : "")\(sentences.joined(separator: "; ")).\(action)"
    }

    private func opening(_ entry: Report.Entry, _ wording: Wording) -> String {
        // The heading says what became of an operation.
        guard entry.change.existence != nil, !entry.isMove else {
            let text = wording.headline
            return Markdown.escaped(text.hasPrefix("the ") ? "T" + text.dropFirst() : text)
        }
        let methods = entry.changes.filter { $0.isOfSwift && $0.existence != nil }.map(\.subject)
        let request = entry.change.isOfSwift ? [] : [Markdown.code(entry.change.subject)]
        return (methods.map(Markdown.code) + request).joined(separator: ", ")
    }
}
