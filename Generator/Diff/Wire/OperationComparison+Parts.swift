import GeneratorOpenAPI
import GeneratorYAML

extension OperationComparison {
    /// The declarations about one member of a form on one side.
    private struct Part {
        let media: MediaType
        let encoding: Encoding?
        let meaning: Meaning
        let meanings: Meanings

        var location: SourceLocation { encoding?.location ?? media.location }
        var isMultipart: Bool { media.essence == "multipart/form-data" }
        /// `true` if the part is serialized like a query parameter, rather than as text of its content type.
        var saysStyle: Bool { encoding?.style != nil || encoding?.explode != nil || encoding?.allowsReserved != nil }

        /// The serialization of the value. It is the same for styles that do not differ for the value's type.
        var form: String {
            if !saysStyle, meaning.types != [.array], meaning.isComposite, isMultipart || encoding?.contentTypes.isEmpty == false {
                return "one content"
            }
            let style = encoding?.style ?? .form
            return meaning.serialization(style: style, explode: encoding?.explode ?? (style == .form))
        }

        /// The possible content types of the part; the OpenAPI default if the document declares none.
        var contentTypes: [String] {
            if let types = encoding?.contentTypes, !types.isEmpty { return types }
            var value = meaning
            // Each entry of a list is a separate part.
            for _ in 0..<8 where value.isArray { value = meanings.meaning(of: value.items) }
            if !value.alternatives.isEmpty || value.types.isEmpty || value.format == "binary" { return ["application/octet-stream"] }
            return [value.types.isDisjoint(with: [.object, .array]) ? "text/plain" : "application/json"]
        }
    }

    /// Compares how form members that exist on both sides are sent (`encoding`).
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
        // A change to or from a list or an object is a type change, which is reported with the types.
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
        // Only parts of multipart forms have headers.
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
                .partContentTypeRemoved, .breaking, "may no longer be \(type); requests with it are rejected", left, right, subject,
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
    /// Returns `true` if a media range contains another media type or range, or equals it.
    fileprivate func covers(_ type: String) -> Bool {
        self == type || self == "*/*" || hasSuffix("/*") && type.hasPrefix(dropLast())
    }
}

/// Messages about characters that are reserved in URLs.
enum Reserved {
    static let added = "may now be sent with unescaped reserved characters; existing requests are still accepted"
    static let removed = "must now be sent with reserved characters escaped; unescaped ones may be misread"
}
