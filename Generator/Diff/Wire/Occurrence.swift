import GeneratorYAML

/// A change at one of the places where it is visible. A change of a component is visible wherever the component is used.
struct Occurrence: Sendable {
    let check: String
    /// The thing that changed; see ``Change/subject``.
    let subject: Subject
    /// The kind of thing that changed, if its name does not say so: "the request property".
    let what: String?
    /// The description of the change: "may be null now; readers expect a value".
    let text: String
    let old: SourceLocation?
    let new: SourceLocation?
    let nearest: SourceLocation?
    let wire: Verdict
    /// Distinguishes parts at the same location, such as values of an enumeration or members.
    var detail = ""

    /// The identity of a change, independent of the number of operations or schemas in which it is found.
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

/// The name of the thing that changed.
struct Subject: Hashable, Sendable, Comparable {
    let text: String
    /// `true` if the name begins with that of a component, rather than with an operation that leads to it.
    let isNamed: Bool
    /// The opening of a sentence about the subject, if it is not the whole name.
    let opening: String?
    /// The suffix that was appended last.
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

    /// Orders subjects by preference; the best name comes first.
    static func < (left: Subject, right: Subject) -> Bool {
        if left.isNamed != right.isNamed { return left.isNamed }
        if left.text.utf8.count != right.text.utf8.count { return left.text.utf8.count < right.text.utf8.count }
        return left.text < right.text
    }
}
