import GeneratorYAML

/// A change at one of the places that it shows at: a change of a component shows wherever the component is used.
struct Finding: Sendable {
    let check: String
    /// What has changed, see ``Change/subject``.
    let subject: Subject
    /// What sort of thing that is: "the request property".
    let what: String
    /// What happened to it: "may be null now; readers expect a value".
    let text: String
    let old: SourceLocation?
    let new: SourceLocation?
    let nearest: SourceLocation?
    let wire: Verdict
    /// Where it is the same, however many operations or schemas it is found in.
    struct Identity: Hashable {
        let check: String
        let old: SourceLocation?
        let new: SourceLocation?
        let text: String
        let wire: Verdict
    }

    var identity: Identity { Identity(check: check, old: old, new: new, text: text, wire: wire) }
}

/// The name of what has changed.
struct Subject: Hashable, Sendable, Comparable {
    let text: String
    /// Whether the name begins with that of a component, rather than with an operation that leads there.
    let isNamed: Bool

    init(_ text: String, isNamed: Bool = false) {
        self.text = text
        self.isNamed = isNamed
    }

    func appending(_ suffix: String) -> Subject { Subject(text + suffix, isNamed: isNamed) }

    /// What names a thing best comes first.
    static func < (left: Subject, right: Subject) -> Bool {
        if left.isNamed != right.isNamed { return left.isNamed }
        if left.text.utf8.count != right.text.utf8.count { return left.text.utf8.count < right.text.utf8.count }
        return left.text < right.text
    }
}
