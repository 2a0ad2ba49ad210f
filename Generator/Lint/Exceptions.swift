import GeneratorOpenAPI
import GeneratorYAML

/// Accepted findings, each with a reason, in a file next to the spec's folder.
///
///     - check: sample-mismatch
///       at: [createPolicy/*/period, getPolicy/*/period]   # the text after the check in a finding; * matches any text
///       saying: '"string" is not in the enum*'            # the beginning of the message; optional
///       because: a placeholder where the table has an enum
public struct Exceptions: Sendable {
    struct Pattern: Sendable {
        let text: String
        let location: SourceLocation
    }

    struct Entry: Sendable {
        let check: String
        let subjects: [Pattern]
        /// The patterns for messages; empty if any message matches.
        let messages: [Pattern]
    }

    let entries: [Entry]
    /// The problems in the file itself.
    let problems: [Finding]

    /// No exceptions.
    public static let none = Exceptions(entries: [], problems: [])

    private init(entries: [Entry], problems: [Finding]) {
        self.entries = entries
        self.problems = problems
    }

    /// Parses a file of exceptions.
    public init(_ bytes: [UInt8], file: String) {
        var reader = ExceptionReader()
        do {
            let root = try YAML.parse(bytes, file: file)
            let entries = reader.entries(of: root)
            self.init(entries: entries, problems: reader.problems)
        } catch {
            self.init(entries: [], problems: [Check.exceptionFinding(at: error.location, error.message)])
        }
    }

    /// Returns the findings that no exception covers, and one finding for each exception that covers none.
    func apply(to findings: [Finding], of checks: [Check]) -> [Finding] {
        let ids = Set(checks.map(\.id))
        var rest: [Finding] = []
        var used: Set<SourceLocation> = []
        for finding in findings {
            var isCovered = false
            for entry in entries where entry.check == finding.check {
                let subjects = entry.subjects.filter { glob($0.text, matches: finding.subject) }
                let messages = entry.messages.filter { glob($0.text, matches: finding.message) }
                guard !subjects.isEmpty, entry.messages.isEmpty || !messages.isEmpty else { continue }
                isCovered = true
                used.formUnion((subjects + messages).map(\.location))
            }
            if !isCovered { rest.append(finding) }
        }
        guard ids.contains(Check.staleException.id) else { return rest }
        let stale = entries.filter { ids.contains($0.check) }.flatMap { entry in
            (entry.subjects + entry.messages).filter { !used.contains($0.location) }.map { pattern in
                Check.exceptionFinding(
                    at: pattern.location, "no finding of \(entry.check) matches \(pattern.text.debugDescription); remove it")
            }
        }
        return rest + problems + stale
    }
}

private struct ExceptionReader {
    private(set) var problems: [Finding] = []

    mutating func entries(of root: Node) -> [Exceptions.Entry] {
        guard let list = root.sequence else {
            complain(at: root, "a file of exceptions is a list of {check: …, at: …, because: …}")
            return []
        }
        return list.compactMap { entry(of: $0) }
    }

    private mutating func entry(of node: Node) -> Exceptions.Entry? {
        guard let mapping = node.mapping else {
            complain(at: node, "an exception is {check: …, at: …, because: …}")
            return nil
        }
        for entry in mapping.entries where !["check", "at", "saying", "because"].contains(entry.key) {
            problems.append(
                Check.exceptionFinding(
                    at: entry.keyLocation, "\"\(entry.key)\" is not a key of an exception; the keys are check, at, saying and because"))
        }
        guard let check = mapping["check"]?.string, Lint.checks.contains(where: { $0.id == check }) else {
            complain(at: mapping["check"] ?? node, "an exception names its check; `spec lint --list` has them all")
            return nil
        }
        guard let reason = mapping["because"]?.string, reason.contains(where: { !$0.isWhitespace }) else {
            complain(at: mapping["because"] ?? node, "an exception needs a reason; write it after because:")
            return nil
        }
        let subjects = patterns(mapping["at"], "at")
        guard !subjects.isEmpty else {
            complain(at: mapping["at"] ?? node, "an exception names what it is about after at: the text behind the check in a finding")
            return nil
        }
        return Exceptions.Entry(check: check, subjects: subjects, messages: patterns(mapping["saying"], "saying"))
    }

    /// Returns the patterns of a node, which is one string or a list of strings.
    private mutating func patterns(_ node: Node?, _ name: String) -> [Exceptions.Pattern] {
        guard let node else { return [] }
        var patterns: [Exceptions.Pattern] = []
        for element in node.sequence ?? [node] {
            guard let text = element.string, !text.isEmpty else {
                complain(at: element, "\"\(name)\" is a text, or a list of texts")
                continue
            }
            patterns.append(.init(text: text, location: element.location))
        }
        return patterns
    }

    private mutating func complain(at node: Node, _ message: String) {
        problems.append(Check.exceptionFinding(at: node.location, message))
    }
}

extension Check {
    static let staleException = Check(
        "stale-exception", "Every exception has a reason and still covers a finding.",
        """
        An exception that covers nothing hides the next mistake at its place, and tells readers something that is no longer so. Remove \
        it; where the thing has only got another name, name it anew.
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
