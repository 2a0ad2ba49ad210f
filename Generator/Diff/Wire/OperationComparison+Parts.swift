import GeneratorOpenAPI
import GeneratorYAML

extension OperationComparison {
    /// What is said about one member of a form on one side.
    private struct Part {
        let media: MediaType
        let encoding: Encoding?
        let meaning: Meaning
        let meanings: Meanings

        var location: SourceLocation { encoding?.location ?? media.location }
        var isMultipart: Bool { media.essence == "multipart/form-data" }
        /// Whether it is written as a parameter of a query is, rather than as a text of its content type.
        var saysStyle: Bool { encoding?.style != nil || encoding?.explode != nil || encoding?.allowsReserved != nil }

        /// How the value is written, the same where its type leaves no difference.
        var form: String {
            if !saysStyle, meaning.types != [.array], meaning.isComposite, isMultipart || encoding?.contentTypes.isEmpty == false {
                return "one content"
            }
            let style = encoding?.style ?? .form
            return meaning.serialization(style: style, explode: encoding?.explode ?? (style == .form))
        }

        /// What the part may be; OpenAPI says what it is where the document does not.
        var contentTypes: [String] {
            if let types = encoding?.contentTypes, !types.isEmpty { return types }
            var value = meaning
            // The entries of a list are parts of their own.
            for _ in 0..<8 where value.isArray { value = meanings.meaning(of: value.items) }
            if !value.alternatives.isEmpty || value.types.isEmpty || value.format == "binary" { return ["application/octet-stream"] }
            return [value.types.isDisjoint(with: [.object, .array]) ? "text/plain" : "application/json"]
        }
    }

    /// Compares how the members of a form are sent (`encoding`), those that both sides have.
    mutating func compareParts(_ before: MediaType, _ after: MediaType, subject: Subject) {
        guard before.isForm, !before.encodings.isEmpty || !after.encodings.isEmpty else { return }
        let (left, right) = (byName(before), byName(after))
        let (old, new) = (
            schemas.old.meaning(of: [before.schema].compactMap { $0 }), schemas.new.meaning(of: [after.schema].compactMap { $0 })
        )
        for name in Set(left.keys).union(right.keys).sorted() {
            guard let member = old.members[name], let other = new.members[name] else { continue }
            compare(
                Part(
                    media: before, encoding: left[name], meaning: schemas.old.meaning(of: member.schemas), meanings: schemas.old),
                Part(media: after, encoding: right[name], meaning: schemas.new.meaning(of: other.schemas), meanings: schemas.new),
                subject: subject.appending(".\(name)"))
        }
    }

    private func byName(_ media: MediaType) -> [String: Encoding] {
        Dictionary(media.encodings.map { ($0.name, $0) }) { first, _ in first }
    }

    private mutating func compare(_ left: Part, _ right: Part, subject: Subject) {
        let forms = (left.form, right.form)
        // What became a list or an object has changed its type; that is said where the types are compared.
        if forms.0 != forms.1, left.meaning.isComposite == right.meaning.isComposite {
            note(.partStyleChanged, .breaking, "is written as \(forms.1) now, as \(forms.0) before", left, right, subject)
        } else if forms.0 == forms.1, !left.saysStyle, !right.saysStyle {
            compareContentTypes(left, right, subject: subject)
        }
        switch (left.encoding?.allowsReserved ?? false, right.encoding?.allowsReserved ?? false) {
        case (false, true): note(.partAllowReservedAdded, .compatible, Reserved.added, left, right, subject)
        case (true, false): note(.partAllowReservedRemoved, .risky, Reserved.removed, left, right, subject)
        default: break
        }
        // The parts of other forms have none.
        guard left.isMultipart else { return }
        compareHeaders(
            left.encoding?.headers ?? [], right.encoding?.headers ?? [], at: .requestProperty, subject: subject, whole: right.location)
    }

    private mutating func compareContentTypes(_ left: Part, _ right: Part, subject: Subject) {
        let (before, after) = (left.contentTypes, right.contentTypes)
        for type in after where !before.contains(where: { $0.covers(type) }) {
            note(.partContentTypeAdded, .compatible, "may be \(type) now", left, right, subject, suffix: "=\(type)")
        }
        for type in before where !after.contains(where: { $0.covers(type) }) {
            note(
                .partContentTypeRemoved, .breaking, "may be \(type) no more; requests with it are refused", left, right, subject,
                suffix: "=\(type)")
        }
    }

    private mutating func note(
        _ check: OperationCheck, _ verdict: Verdict, _ text: String, _ left: Part, _ right: Part, _ subject: Subject, suffix: String = ""
    ) {
        add(check, verdict, "the part \(text)", subject: subject.appending(suffix), old: left.location, new: right.location)
    }
}

extension String {
    /// Whether a range of media types has another, or is the same.
    fileprivate func covers(_ type: String) -> Bool {
        self == type || self == "*/*" || hasSuffix("/*") && type.hasPrefix(dropLast())
    }
}

/// What becomes of characters that mean something in a URL.
enum Reserved {
    static let added = "may be sent with reserved characters as they are now; what was sent is still taken"
    static let removed = "must be sent with reserved characters escaped now; what is sent as it is may be taken apart"
}
