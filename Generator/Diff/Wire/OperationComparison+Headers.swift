import GeneratorOpenAPI
import GeneratorYAML

extension OperationComparison {
    /// Compares the headers of a response, or of a part of a form.
    ///
    /// - Parameters:
    ///   - target: The body that the headers belong to.
    ///   - subject: The thing that has the headers.
    ///   - whole: The location of that thing in the new document.
    mutating func compareHeaders(
        _ before: [Header], _ after: [Header], at target: SchemaTarget, subject: Subject, whole: SourceLocation
    ) {
        let (left, right) = (byName(before), byName(after))
        for header in after where left[header.key] == nil && right[header.key] != nil { noteAdded(header, at: target, subject, whole) }
        for header in before {
            guard left[header.key] != nil else { continue }
            if let other = right[header.key] {
                compare(header, other, at: target, subject, whole)
            } else {
                noteRemoved(header, at: target, subject, whole)
            }
        }
    }

    /// Returns the headers by name, ignoring case. `Content-Type` is left out, because OpenAPI ignores it here and the content
    /// declares it.
    private func byName(_ headers: [Header]) -> [String: Header] {
        Dictionary(headers.filter { $0.key != "content-type" }.map { ($0.key, $0) }) { first, _ in first }
    }

    private mutating func noteAdded(_ header: Header, at target: SchemaTarget, _ subject: Subject, _ whole: SourceLocation) {
        let (check, verdict, text): (HeaderCheck, Verdict, String) =
            switch (target.isRequest, header.isRequired) {
            case (true, true): (.newRequired, .breaking, "was added and is required; requests without it are rejected")
            case (true, false): (.newOptional, .compatible, "was added and is optional")
            case (false, true): (.newRequired, .compatible, "is now always present")
            case (false, false): (.newOptional, .compatible, "may now be present")
            }
        note(check, verdict, text, header, nil, header.use, at: target, subject, whole)
    }

    private mutating func noteRemoved(_ header: Header, at target: SchemaTarget, _ subject: Subject, _ whole: SourceLocation) {
        let (verdict, text): (Verdict, String) =
            switch (target.isRequest, header.isRequired) {
            case (true, _): (.risky, "was removed; what requests send is ignored or rejected")
            case (false, true): (.breaking, "was removed; existing clients expect it in every response")
            case (false, false): (.risky, "was removed")
            }
        note(header.isRequired ? .removedRequired : .removedOptional, verdict, text, header, header.use, nil, at: target, subject, whole)
    }

    private mutating func compare(_ left: Header, _ right: Header, at target: SchemaTarget, _ subject: Subject, _ whole: SourceLocation) {
        func note(_ check: HeaderCheck, _ verdict: Verdict, _ text: String) {
            self.note(check, verdict, text, right, left.location, right.location, at: target, subject, whole)
        }
        switch (left.isRequired, right.isRequired, target.isRequest) {
        case (false, true, true): note(.becameRequired, .breaking, "became required; requests without it are rejected")
        case (false, true, false): note(.becameRequired, .compatible, "became required; it is always present")
        case (true, false, true): note(.becameOptional, .compatible, "became optional")
        case (true, false, false):
            note(.becameOptional, .breaking, "became optional; existing clients expect it in every response")
        default: break
        }
        if left.isDeprecated != right.isDeprecated {
            note(
                right.isDeprecated ? .deprecated : .reactivated, .compatible,
                right.isDeprecated ? "was deprecated; it works until it is removed" : "is no longer deprecated")
        }
        guard left.schema != nil || right.schema != nil else { return }
        let (old, new) = ([left.schema].compactMap { $0 }, [right.schema].compactMap { $0 })
        let forms = (form(of: left, schemas.old.meaning(of: old)), form(of: right, schemas.new.meaning(of: new)))
        if forms.0 != forms.1 { note(.styleChanged, .breaking, "is written as \(forms.1) now, as \(forms.0) before") }
        compareValues(
            .init(old: old, new: new, oldLocation: left.location, newLocation: right.location), at: target.header,
            subject: self.subject(of: right, subject), isNeeded: left.isRequired)
    }

    /// Returns the serialization of the value. Lists and single values are written the same way, except in JSON.
    private func form(of header: Header, _ meaning: Meaning) -> String {
        if header.isJSON { return "JSON" }
        return header.explode && meaning.types.contains(.object) ? "names with their values" : "text"
    }

    private func subject(of header: Header, _ subject: Subject) -> Subject { subject.appending(" header \(header.name)") }

    private mutating func note(
        _ check: HeaderCheck, _ verdict: Verdict, _ text: String, _ header: Header, _ old: SourceLocation?, _ new: SourceLocation?,
        at target: SchemaTarget, _ subject: Subject, _ whole: SourceLocation
    ) {
        occurrences.append(
            Occurrence(
                check: check.name(at: target), subject: self.subject(of: header, subject), what: nil, text: "the header \(text)", old: old,
                new: new, nearest: new ?? whole, wire: target.limited(verdict)))
    }
}

extension Header {
    fileprivate var key: String { name.lowercased() }
}
