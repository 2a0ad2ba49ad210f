import GeneratorYAML

/// A report for a terminal: one line per change in compiler format, so that editors can jump to it.
public struct TextReport {
    let report: Report
    let least: Verdict
    let isColored: Bool

    /// - Parameters:
    ///   - least: The lowest verdict that is listed. Less severe changes are only counted.
    public init(_ report: Report, least: Verdict = .compatible, isColored: Bool = false) {
        self.report = report
        self.least = least
        self.isColored = isColored
    }

    public var text: String {
        var lines: [String] = []
        for entry in report.entries where entry.verdict >= least { lines += self.lines(for: entry) }
        for acceptance in report.staleAcceptances { lines.append(stale(acceptance)) }
        lines.append(summary)
        return lines.map { $0 + "\n" }.joined()
    }

    private func lines(for entry: Report.Entry) -> [String] {
        let change = entry.change
        let place = (change.nearest ?? change.old).map { "\($0): " } ?? ""
        let word = entry.acceptance == nil ? colored(entry.verdict.rawValue, entry.verdict) : "accepted"
        var lines = ["\(printable(place))\(word): \(printable(change.message)) [\(change.check)]"]
        var facts = ["wire \(entry.wire.rawValue), Swift \(entry.swift.rawValue)"]
        if change.new == nil { facts.append("it is gone") }
        if let old = change.old { facts.append("before: \(printable(old.description))") }
        if !change.operations.isEmpty { facts.append(printable(change.shownOperations)) }
        lines.append("    " + facts.joined(separator: " · "))
        for consequence in entry.consequences {
            lines.append("    Swift \(consequence.swift.rawValue): \(printable(consequence.message)) [\(consequence.check)]")
        }
        if let acceptance = entry.acceptance { lines.append("    accepted: \(printable(acceptance.reason))") }
        return lines
    }

    private func stale(_ acceptance: Acceptance) -> String {
        printable("\(acceptance.location): ") + colored("warning", .risky)
            + printable(": no such change is left (\(acceptance.check), \(acceptance.subject)); remove the acceptance")
    }

    private var summary: String {
        let counts = Verdict.allCases.reversed().compactMap { verdict -> String? in
            let count = report.entries(verdict).count
            return count == 0 ? nil : "\(count) \(verdict == .none ? "without effect" : verdict.rawValue)"
        }
        let accepted = report.entries.filter { $0.acceptance != nil }.count
        let total = counts.isEmpty ? "no changes" : counts.joined(separator: ", ")
        return printable("\(report.old) → \(report.new): ") + total + (accepted == 0 ? "" : "; \(accepted) of them accepted")
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
public func printable(_ text: String) -> String {
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
