import GeneratorYAML

/// Accepted findings, each with a reason, in a file next to the spec's folder: see ``ReviewDecisions``.
///
/// The subjects are patterns for the text after the check in a finding, and `saying` has patterns for its message: `*` matches any text.
package struct Exceptions: Sendable {
    private let entries: [ReviewDecisions.Entry]
    /// The problems in the file itself.
    private let problems: [Finding]

    /// No exceptions.
    package static let none = Exceptions(entries: [], problems: [])

    private init(entries: [ReviewDecisions.Entry], problems: [Finding]) {
        self.entries = entries
        self.problems = problems
    }

    /// Parses a file of exceptions.
    package init(_ bytes: [UInt8], file: String) {
        let decisions = ReviewDecisions(bytes, file: file, kind: .exception)
        let known = Set(Lint.checks.map(\.id))
        let unknown = decisions.entries.map(\.check).filter { !known.contains($0.text) }
        self.init(
            entries: decisions.entries.filter { known.contains($0.check.text) },
            problems: decisions.problems.map { Check.exceptionFinding(at: $0.location, $0.message) }
                + unknown.map {
                    Check.exceptionFinding(at: $0.location, "an exception names its check; `spec lint --list` has them all")
                })
    }

    /// Returns the findings that no exception covers, and one finding for each exception that covers none.
    func apply(to findings: [Finding], of checks: [Check]) -> [Finding] {
        let ids = Set(checks.map(\.id))
        var rest: [Finding] = []
        var used: Set<SourceLocation> = []
        for finding in findings {
            var isCovered = false
            for entry in entries where entry.check.text == finding.check {
                let subjects = entry.subjects.filter { glob($0.text, matches: finding.subject) }
                let messages = entry.messages.filter { glob($0.text, matches: finding.message) }
                guard !subjects.isEmpty, entry.messages.isEmpty || !messages.isEmpty else { continue }
                isCovered = true
                used.formUnion((subjects + messages).map(\.location))
            }
            if !isCovered { rest.append(finding) }
        }
        guard ids.contains(Check.staleException.id) else { return rest }
        let stale = entries.filter { ids.contains($0.check.text) }.flatMap { entry in
            (entry.subjects + entry.messages).filter { !used.contains($0.location) }.map { pattern in
                Check.exceptionFinding(
                    at: pattern.location, "no finding of \(entry.check.text) matches \(pattern.text.debugDescription); remove it")
            }
        }
        return rest + problems + stale
    }
}

extension Check {
    static let staleException = Check(
        "stale-exception", "Every exception has a reason and still covers a finding.",
        """
        An exception that matches nothing would hide the next mistake at its place, and is misleading for readers. Remove it, or update \
        it if the thing has been renamed.
        """
    ) { _, _ in }  // emitted where exceptions are applied

    fileprivate static func exceptionFinding(at location: SourceLocation, _ message: String) -> Finding {
        Finding(check: staleException.id, at: location, subject: "", message)
    }
}

/// Returns `true` if a text matches a pattern, in which `*` matches any text.
private func glob(_ pattern: String, matches text: String) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard let first = parts.first, let last = parts.last, parts.count > 1 else { return pattern == text }
    guard text.hasPrefix(first) else { return false }
    var rest = text.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
        guard let end = end(of: part, in: rest) else { return false }
        rest = rest[end...]
    }
    return rest.hasSuffix(last)
}

/// Returns the end of the first occurrence of a text in another one.
private func end(of part: Substring, in text: Substring) -> Substring.Index? {
    var start = text.startIndex
    while start < text.endIndex {
        if text[start...].hasPrefix(part) { return text.index(start, offsetBy: part.count) }
        start = text.index(after: start)
    }
    return nil
}
