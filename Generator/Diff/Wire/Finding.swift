import GeneratorYAML

/// A change at one of the places that it shows at: a change of a component shows wherever the component is used.
struct Finding: Sendable {
    let check: String
    /// What has changed, see ``Change/subject``.
    let subject: Subject
    /// What sort of thing that is, where its name does not say it: "the request property".
    let what: String?
    /// What happened to it: "may be null now; readers expect a value".
    let text: String
    let old: SourceLocation?
    let new: SourceLocation?
    let nearest: SourceLocation?
    let wire: Verdict
    /// Which of the parts that stand at one place it is about: a value of an enumeration, a member.
    var detail = ""

    /// Where it is the same, however many operations or schemas it is found in.
    struct Identity: Hashable {
        let check: String
        let old: SourceLocation?
        let new: SourceLocation?
        let text: String
        let wire: Verdict
        let detail: String
    }

    func message(about subject: Subject) -> String {
        let opening = subject.opening ?? subject.text
        return "\(what.map { "\($0) \(opening)" } ?? opening): \(text)"
    }

    var identity: Identity { Identity(check: check, old: old, new: new, text: text, wire: wire, detail: detail) }
}

/// The name of what has changed.
struct Subject: Hashable, Sendable, Comparable {
    let text: String
    /// Whether the name begins with that of a component, rather than with an operation that leads there.
    let isNamed: Bool
    /// What a sentence about it begins with, when that is not the whole name.
    let opening: String?
    /// What was appended last.
    private(set) var last = ""

    init(_ text: String, isNamed: Bool = false, opening: String? = nil) {
        self.text = text
        self.isNamed = isNamed
        self.opening = opening
    }

    func appending(_ suffix: String) -> Subject {
        var subject = Subject(text + suffix, isNamed: isNamed)
        subject.last = suffix
        return subject
    }

    /// What names a thing best comes first.
    static func < (left: Subject, right: Subject) -> Bool {
        if left.isNamed != right.isNamed { return left.isNamed }
        if left.text.utf8.count != right.text.utf8.count { return left.text.utf8.count < right.text.utf8.count }
        return left.text < right.text
    }
}
