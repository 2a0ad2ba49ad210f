import GeneratorYAML

/// A report for a terminal: three lines that sum it up, then one line per entry in compiler format, so that editors can jump to it.
package struct TextReport {
    let report: Report
    let version: SemanticVersion?
    let least: Verdict
    let isColored: Bool

    /// - Parameters:
    ///   - version: The currently released version, if known.
    ///   - least: The lowest verdict that is listed. Less severe changes are only counted.
    package init(_ report: Report, version: SemanticVersion? = nil, least: Verdict = .compatible, isColored: Bool = false) {
        self.report = report
        self.version = version
        self.least = least
        self.isColored = isColored
    }

    package var text: String {
        var lines = [
            printable("\(report.old) → \(report.new)\(report.side.map { ", \($0.words) only" } ?? "")") + (isEmpty ? ": no changes" : "")
        ]
        if !isEmpty { lines += Summary(report).lines(report, version: version) }
        for section in Section.allCases {
            let entries = report.entries.filter { $0.section == section && $0.verdict >= least }
            guard !entries.isEmpty else { continue }
            lines += ["", "\(section.title) (\(entries.count))"]
            for entry in entries { lines += self.lines(for: entry) }
        }
        if !report.staleAcceptances.isEmpty, !isEmpty { lines.append("") }
        for acceptance in report.staleAcceptances { lines.append(stale(acceptance)) }
        return lines.map { $0 + "\n" }.joined()
    }

    private var isEmpty: Bool { report.entries.isEmpty }

    private func lines(for entry: Report.Entry) -> [String] {
        let (change, wording) = (entry.change, Wording(entry))
        let place = (change.nearest ?? change.old).map { "\($0): " } ?? ""
        let word = entry.acceptance == nil ? colored(entry.verdict.rawValue, entry.verdict) : "accepted"
        var lines = ["\(printable(place))\(word): \(printable(wording.headline)) [\(change.check)]"]
        var facts: [String] = []
        switch report.side {
        case nil: facts.append("wire \(entry.wire.rawValue), Swift \(entry.swift.rawValue)")
        case .wire: facts.append("wire \(entry.wire.rawValue)")
        case .swift: facts.append("Swift \(entry.swift.rawValue)")
        }
        if change.new == nil { facts.append("it was removed") }
        if let old = change.old { facts.append("before: \(printable(old.description))") }
        if !wording.operations.isEmpty { facts.append(printable(Wording.list(wording.operations))) }
        lines.append("    " + facts.joined(separator: " · "))
        lines += wording.others.map { "    \(printable($0))" }
        for consequence in wording.consequences {
            let check = consequence.check.isEmpty ? "" : " [\(consequence.check)]"
            lines.append("    Swift \(consequence.verdict.rawValue): \(printable(consequence.text))\(check)")
        }
        if entry.verdict > .compatible { lines.append("    to do: \(entry.action { "`\(printable($0))`" })") }
        if let acceptance = entry.acceptance { lines.append("    accepted: \(printable(acceptance.reason))") }
        return lines
    }

    private func stale(_ acceptance: Acceptance) -> String {
        printable("\(acceptance.location): ") + colored("warning", .risky)
            + printable(": no such change is left (\(acceptance.check), \(acceptance.subject)); remove the acceptance")
    }

    // MARK: Colour

    private func colored(_ word: String, _ verdict: Verdict) -> String {
        guard isColored else { return word }
        let code =
            switch verdict {
            case .breaking: "1;31"
            case .risky: "33"
            case .compatible: "32"
            case .none: "2"
            }
        return "\u{1B}[\(code)m\(word)\u{1B}[0m"
    }
}

/// Returns the text without terminal control characters, because a spec is untrusted input.
package func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
        if isControl(scalar) {
            result += "\\u{\(String(scalar.value, radix: 16))}"
        } else {
            result.unicodeScalars.append(scalar)
        }
    }
    return result
}

/// `true` for control characters, line separators and characters that change the writing direction.
private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    default: false
    }
}
