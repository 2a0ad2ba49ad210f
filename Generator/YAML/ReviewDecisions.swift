/// A file with the decisions of reviewers: the reports of checks that are accepted, each with a reason.
///
///     - check: sample-mismatch
///       subject: [createPolicy/*/period, getPolicy/*/period]
///       saying: '"string" is not in the enum*'     # the message; only in some files
///       reason: a placeholder where the table has an enum
///
/// `at` and `because` are other spellings of `subject` and `reason`.
package struct ReviewDecisions {
    /// A string in an entry, with its location.
    package struct Text: Sendable {
        package let text: String
        package let location: SourceLocation
    }

    package struct Entry: Sendable {
        package let location: SourceLocation
        package let check: Text
        /// At least one.
        package let subjects: [Text]
        /// The values of `saying`; empty if the entry applies to any message.
        package let messages: [Text]
        package let reason: Text
    }

    /// What the entries are, which distinguishes the files.
    package struct Kind {
        /// The name of an entry with its article: "an exception".
        let entry: String
        /// The message if the file has another structure.
        let structure: String
        /// The key of a mapping that may contain the list of entries.
        let listKey: String?
        let keys: [String]

        package static let exception = Kind(
            entry: "an exception", structure: "a file of exceptions is a list of {check: …, subject: …, reason: …}", listKey: nil,
            keys: ["check", "subject", "saying", "reason"])
        package static let acceptedChange = Kind(
            entry: "an accepted change", structure: "a file of accepted changes has a list \"accepted\"; write accepted: []",
            listKey: "accepted", keys: ["check", "subject", "reason"])
    }

    package private(set) var entries: [Entry] = []
    /// All problems of the file, in its order. An entry with a problem is not among ``entries``, unless the problem is a superfluous key.
    package private(set) var problems: [YAMLError] = []
    private let kind: Kind

    package init(_ bytes: [UInt8], file: String, kind: Kind) {
        self.kind = kind
        do {
            let root = try YAML.parse(bytes, file: file)
            for node in list(in: root) { read(node) }
        } catch {
            problems.append(error)
        }
    }

    private static let otherSpellings = ["at": "subject", "because": "reason"]

    private mutating func list(in root: Node) -> [Node] {
        if let list = root.sequence { return list }
        guard let key = kind.listKey, let list = root[key]?.sequence else {
            complain(at: root.location, kind.structure)
            return []
        }
        for entry in root.mapping?.entries ?? [] where entry.key != key {
            complain(at: entry.keyLocation, "\"\(entry.key)\" is not supported; only \"\(key)\" is")
        }
        return list
    }

    private mutating func read(_ node: Node) {
        guard let mapping = node.mapping else {
            complain(at: node.location, "\(kind.entry) is a mapping with \"check\", \"subject\" and \"reason\"")
            return
        }
        var values: [String: Mapping.Entry] = [:]
        for entry in mapping.entries {
            let key = ReviewDecisions.otherSpellings[entry.key] ?? entry.key
            if !kind.keys.contains(key) {
                let keys = kind.keys.dropLast().joined(separator: ", ") + " and " + (kind.keys.last ?? "")
                complain(at: entry.keyLocation, "\"\(entry.key)\" is not a key of \(kind.entry); the keys are \(keys)")
            } else if let other = values[key] {
                complain(at: entry.keyLocation, "\"\(entry.key)\" is another spelling of \"\(other.key)\"; remove one of the two")
            } else {
                values[key] = entry
            }
        }
        // Evaluated one by one, so that every problem of the entry is reported.
        let check = texts("check", values, of: node)?.first
        let subjects = texts("subject", values, of: node, isList: true)
        let messages = values["saying"] == nil ? [] : texts("saying", values, of: node, isList: true)
        let reason = texts("reason", values, of: node)?.first
        guard let check, let subjects, let messages, let reason else { return }
        entries.append(Entry(location: node.location, check: check, subjects: subjects, messages: messages, reason: reason))
    }

    /// Returns the texts of a key. If there are none, reports a problem and returns `nil`.
    ///
    /// - Parameter isList: `true` if the value may be a list of texts.
    private mutating func texts(_ key: String, _ values: [String: Mapping.Entry], of node: Node, isList: Bool = false) -> [Text]? {
        guard let entry = values[key] else {
            complain(at: node.location, "\(kind.entry) needs \"\(key)\"")
            return nil
        }
        var texts: [Text] = []
        let elements = isList ? entry.value.sequence ?? [entry.value] : [entry.value]
        for element in elements {
            guard let scalar = element.scalar, scalar.value != .null, scalar.text.contains(where: { !$0.isWhitespace }) else {
                complain(
                    at: element.location,
                    "\"\(entry.key)\" of \(kind.entry) is a text that is not empty" + (isList ? ", or a list of such texts" : ""))
                return nil
            }
            texts.append(Text(text: scalar.text, location: element.location))
        }
        guard !texts.isEmpty else {
            complain(at: entry.value.location, "\"\(entry.key)\" of \(kind.entry) is an empty list; write at least one text")
            return nil
        }
        return texts
    }

    private mutating func complain(at location: SourceLocation, _ message: String) { problems.append(YAMLError(location, message)) }
}
