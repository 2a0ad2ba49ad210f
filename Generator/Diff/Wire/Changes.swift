package import GeneratorOpenAPI
import GeneratorYAML

/// Compares two documents by their meaning on the wire.
///
/// The layout of a document does not matter: moving a schema into a component, reordering, renaming files and rewording a
/// description are not changes. Names that only Swift uses are not compared here; the comparison of the Swift APIs reports those.
///
/// - Returns: The changes, in the order of the new document. Each combination of ``Change/check`` and ``Change/subject`` occurs
///   once.
package func changes(from old: Document, to new: Document) -> [Change] {
    var comparison = DocumentComparison(old: old, new: new)
    return comparison.changes()
}

/// Collects the occurrences of changes between two documents.
struct DocumentComparison {
    let old: Document
    let new: Document
    let schemas: SchemaComparison
    private var occurrences: [(occurrence: Occurrence, operations: Set<String>)] = []

    init(old: Document, new: Document, limit: Int = 200_000) {
        self.old = old
        self.new = new
        schemas = SchemaComparison(old: old, new: new, limit: limit)
    }

    mutating func changes() -> [Change] {
        let matching = EndpointMatching(old: old, new: new)
        compareExistence(matching)
        for (before, after) in matching.pairs {
            var comparison = OperationComparison(old: before, new: after, schemas: schemas)
            comparison.compare()
            occurrences += comparison.occurrences.map { ($0, [after.operation.id]) }
        }
        compareWebhooks()
        occurrences += schemas.occurrences
        if schemas.isIncomplete { occurrences.append((incompleteness, [])) }
        return merged()
    }

    private var incompleteness: Occurrence {
        Occurrence(
            check: "comparison-incomplete", subject: Subject("schemas"), what: nil,
            text: "they combine into more than \(schemas.limit) values; the rest was not compared and may be breaking", old: old.location,
            new: new.location, nearest: new.location, wire: .breaking)
    }

    private mutating func compareWebhooks() {
        let matching = EndpointMatching(old: old, new: new, \.webhooks)
        for endpoint in matching.removed {
            let operation = endpoint.operation
            occurrences.append(
                (
                    Occurrence(
                        check: OperationCheck.webhookRemoved.rawValue, subject: Subject(endpoint.name), what: nil,
                        text: "was removed; code that waits for it never gets it", old: operation.location, new: nil, nearest: new.location,
                        wire: .breaking), [operation.id]
                ))
        }
        for endpoint in matching.added {
            let location = endpoint.operation.location
            occurrences.append(
                (
                    Occurrence(
                        check: OperationCheck.webhookAdded.rawValue, subject: Subject(endpoint.name), what: nil,
                        text: "was added", old: nil, new: location, nearest: location, wire: .compatible),
                    [endpoint.operation.id]
                ))
        }
        for (before, after) in matching.pairs {
            var comparison = OperationComparison(old: before, new: after, schemas: schemas)
            comparison.compareAsWebhook()
            occurrences += comparison.occurrences.map { ($0, [after.operation.id]) }
        }
    }

    private mutating func compareExistence(_ matching: EndpointMatching) {
        let paths = Set(matching.pairs.map(\.new.path) + matching.added.map(\.path))
        for endpoint in matching.removed {
            let operation = endpoint.operation
            let isPathGone = !paths.contains(endpoint.path)
            let check: OperationCheck =
                switch (isPathGone, operation.isDeprecated) {
                case (true, true): .pathRemovedWithDeprecation
                case (true, false): .pathRemoved
                case (false, true): .removedWithDeprecation
                case (false, false): .removed
                }
            let moved = matching.added.first { $0.operation.id == operation.id }
            let notice = operation.isDeprecated ? "after it was deprecated" : "without having been deprecated"
            let hint = moved.map { "; \"\(operation.id)\" is \($0.name) now" } ?? ""
            let wholePath = isPathGone ? ", and so was the path" : ""
            occurrences.append(
                (
                    Occurrence(
                        check: check.rawValue, subject: Subject(endpoint.name), what: nil,
                        text: "was removed \(notice)\(wholePath)\(hint)", old: operation.location, new: nil, nearest: new.location,
                        wire: .breaking
                    ),
                    [operation.id]
                ))
        }
        for endpoint in matching.added {
            occurrences.append(
                (
                    Occurrence(
                        check: OperationCheck.added.rawValue, subject: Subject(endpoint.name), what: nil, text: "new",
                        old: nil, new: endpoint.operation.location, nearest: endpoint.operation.location, wire: .compatible),
                    [endpoint.operation.id]
                ))
        }
    }

    /// Merges occurrences of the same declaration into one change, which is named after the best of the places where it was found.
    private func merged() -> [Change] {
        var subjects: [Occurrence.Identity: Subject] = [:]
        for (occurrence, _) in occurrences {
            subjects[occurrence.identity] = subjects[occurrence.identity].map { min($0, occurrence.subject) } ?? occurrence.subject
        }
        struct Name: Hashable {
            let check: String
            let subject: String
        }
        var changes: [Name: Change] = [:]
        for (occurrence, operations) in occurrences {
            let subject = subjects[occurrence.identity] ?? occurrence.subject
            let change = Change(
                check: occurrence.check, subject: subject.text, message: occurrence.message(about: subject), text: occurrence.text,
                old: occurrence.old, new: occurrence.new, nearest: occurrence.nearest, wire: occurrence.wire,
                operations: operations.sorted(), value: occurrence.value)
            let name = Name(check: change.check, subject: change.subject)
            changes[name] = changes[name].map { $0.joined(with: change) } ?? change
        }
        return changes.values.sorted()
    }
}

extension Occurrence {
    /// The value of an enumeration that came or went. Its name ends the subject.
    fileprivate var value: Change.Value? {
        guard let new, subject.last.hasPrefix("=") else { return nil }
        return Change.Value(literal: String(subject.last.dropFirst()), places: [new])
    }
}

extension Change: Comparable {
    /// Orders changes as in the new document; removed things are placed where they would have been.
    package static func < (left: Change, right: Change) -> Bool {
        let (here, there) = (left.nearest ?? left.old, right.nearest ?? right.old)
        if here != there {
            guard let here, let there else { return here != nil }
            return here < there
        }
        return (left.check, left.subject, left.message) < (right.check, right.subject, right.message)
    }

    /// Merges two changes of the same name; the worse verdict determines the message.
    fileprivate func joined(with other: Change) -> Change {
        let isWorse = (other.wire, self) > (wire, other)
        let worse = isWorse ? other : self
        return Change(
            check: worse.check, subject: worse.subject, message: worse.message, text: worse.text, old: worse.old, new: worse.new,
            nearest: worse.nearest, wire: worse.wire, swift: worse.swift, operations: Set(operations).union(other.operations).sorted(),
            value: worse.value)
    }
}
