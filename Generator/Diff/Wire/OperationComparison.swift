import GeneratorOpenAPI
import GeneratorYAML

/// Compares two versions of the same operation.
struct OperationComparison {
    let old: Endpoint
    let new: Endpoint
    let schemas: SchemaComparison
    var occurrences: [Occurrence] = []

    var subject: Subject { Subject(new.name) }
    var before: Operation { old.operation }
    var after: Operation { new.operation }

    init(old: Endpoint, new: Endpoint, schemas: SchemaComparison) {
        self.old = old
        self.new = new
        self.schemas = schemas
    }

    mutating func compare() {
        compareLifecycle()
        compareNames()
        compareServers()
        compareSecurity()
        compareParameters()
        comparePagination()
        compareExport()
        compareBodies()
        compareResponses()
    }

    private mutating func compareLifecycle() {
        if before.isDeprecated != after.isDeprecated {
            if after.isDeprecated {
                let instead = after.replacement.map { "; use \"\($0)\" instead" } ?? ""
                add(.deprecated, .compatible, "was deprecated; it works until it is removed\(instead)")
            } else {
                add(.reactivated, .compatible, "is no longer deprecated")
            }
        }
        if before.isExperimental != after.isExperimental {
            if after.isExperimental {
                add(.stabilityDecreased, .risky, "became experimental; it may change without notice")
            } else {
                add(.stabilityIncreased, .compatible, "is no longer experimental")
            }
        }
    }

    /// Compares names and tags, which affect people, code generators, and what tells operations apart by their names.
    private mutating func compareNames() {
        if before.id != after.id {
            add(
                .operationIDChanged, .compatible,
                "its operationId changed from \"\(before.id)\" to \"\(after.id)\", which errors, logs and middleware see")
        }
        guard before.tag != after.tag else { return }
        if let tag = before.tag { add(.tagRemoved, .none, "is no longer in the section \"\(tag)\"", suffix: " tag \(tag)") }
        if let tag = after.tag { add(.tagAdded, .none, "is in the section \"\(tag)\" now", suffix: " tag \(tag)") }
    }

    // MARK: Paging

    private mutating func comparePagination() {
        switch (before.pagination, after.pagination) {
        case (nil, nil): break
        case (nil, let pages?):
            let wasThere = pages.position == .body || before.parameters.contains { $0.position == .query && $0.name == pages.page }
            add(
                .paginationAdded, wasThere ? .compatible : .risky,
                wasThere
                    ? "its response is now documented as paged"
                    : "its response is paged now; existing clients read the first page only",
                old: before.location, new: pages.location)
        case (let pages?, nil):
            add(
                .paginationRemoved, .risky, "its response is no longer documented as paged; existing clients may request pages for ever",
                old: pages.location, new: after.location)
        case (let left?, let right?):
            var differences: [String] = []
            func note(_ what: String, _ before: String, _ after: String) {
                if before != after { differences.append("\(what) was \(before) and is \(after) now") }
            }
            note("the page", "\(left.position.rawValue) \"\(left.page)\"", "\(right.position.rawValue) \"\(right.page)\"")
            note("the size", left.size.map { "\"\($0)\"" } ?? "unnamed", right.size.map { "\"\($0)\"" } ?? "unnamed")
            note("the first page", String(left.first), String(right.first))
            func path(_ items: [String]) -> String { items.isEmpty ? "the answer" : "\"\(items.joined(separator: "."))\"" }
            note("the list", path(left.items), path(right.items))
            guard !differences.isEmpty else { return }
            add(
                .paginationChanged, .breaking,
                "its paging changed: " + differences.joined(separator: ", ") + "; existing clients miss entries",
                old: left.location, new: right.location)
        }
    }

    // MARK: Bodies

    private mutating func compareBodies() {
        switch (before.body, after.body) {
        case (nil, nil): break
        case (nil, let body?):
            if body.isRequired {
                add(.bodyAddedRequired, .breaking, "requires a body now; requests without one are rejected", new: body.location)
            } else {
                add(.bodyAddedOptional, .compatible, "accepts an optional body now", new: body.location)
            }
        case (let body?, nil):
            add(.bodyRemoved, .breaking, "no longer accepts a body; what requests send is ignored", old: body.location, isGone: true)
        case (let left?, let right?):
            if left.isRequired != right.isRequired {
                if right.isRequired {
                    add(
                        .bodyBecameRequired, .breaking, "its body became required; requests without one are rejected", old: left.location,
                        new: right.location)
                } else {
                    add(
                        .bodyBecameOptional, .compatible, "its body became optional", old: left.location,
                        new: right.location)
                }
            }
            let subject = subject.appending(" body")
            compareContent(
                left.content, right.content, at: .requestBody, subject: subject, checks: (.bodyMediaTypeAdded, .bodyMediaTypeRemoved),
                whole: right.location)
        }
    }

    mutating func compareContent(
        _ before: [MediaType], _ after: [MediaType], at target: SchemaTarget, subject: Subject,
        checks: (added: OperationCheck, removed: OperationCheck), whole: SourceLocation
    ) {
        let names = (before: before.names(alongside: after), after: after.names(alongside: before))
        let isMixed = Set(names.before + names.after).count > 1
        let known = Set(names.before)
        let others = Dictionary(zip(names.after, after)) { first, _ in first }
        for (name, media) in zip(names.after, after) where !known.contains(name) {
            add(
                checks.added, target.limited(.compatible), target.isRequest ? "\(name) may be sent now" : "\(name) may be asked for now",
                subject: subject.appending(" \(name)"), new: media.location)
        }
        for (name, media) in zip(names.before, before) {
            guard let other = others[name] else {
                add(
                    checks.removed, target.limited(.breaking),
                    target.isRequest ? "\(name) is no longer accepted" : "\(name) is no longer sent",
                    subject: subject.appending(" \(name)"), old: media.location, nearest: whole)
                continue
            }
            guard let use = SchemaComparison.Use(media, other) else { continue }
            let subject = isMixed ? subject.appending(" \(name)") : subject
            compareValues(use, at: target, subject: subject)
            if target.isRequest { compareParts(media, other, subject: subject) }
        }
    }

    /// Compares a value that is declared in the operation itself.
    ///
    /// - Parameter isNeeded: `false` if the reader handles a null value.
    mutating func compareValues(_ use: SchemaComparison.Use, at target: SchemaTarget, subject: Subject, isNeeded: Bool = true) {
        var comparison = schemas.comparison(of: use.old, and: use.new, at: target, subject: subject)
        comparison.compareNullability(
            use.old, use.new, isNeeded: isNeeded, subject: subject, at: target, old: use.oldLocation, new: use.newLocation)
        occurrences += comparison.occurrences
        schemas.compare(use, at: target, subject: subject, operation: after.id)
    }

    // MARK: Occurrences

    /// Records a change of the operation itself.
    mutating func add(_ check: OperationCheck, _ wire: Verdict, _ text: String, suffix: String = "") {
        add(check, wire, text, subject: subject.appending(suffix), old: before.location, new: after.location)
    }

    /// Records a change of a part that exists on one side, or on both.
    mutating func add(
        _ check: OperationCheck, _ wire: Verdict, _ text: String, old: SourceLocation? = nil, new: SourceLocation? = nil,
        isGone: Bool = false
    ) {
        add(check, wire, text, subject: subject, old: old, new: new, nearest: isGone ? after.location : nil)
    }

    mutating func add(
        _ check: OperationCheck, _ wire: Verdict, _ text: String, subject: Subject,
        old: SourceLocation? = nil, new: SourceLocation? = nil, nearest: SourceLocation? = nil
    ) {
        occurrences.append(
            Occurrence(
                check: check.rawValue, subject: subject, what: nil, text: text, old: old, new: new,
                nearest: nearest ?? new ?? after.location,
                wire: wire))
    }
}

extension [MediaType] {
    /// Returns the names by which media types are paired. `*/*` with a schema is the JSON of the other side, if this side has no other.
    fileprivate func names(alongside others: [MediaType]) -> [String] {
        guard !contains(where: \.isJSON), !others.contains(where: \.isAnything), let json = others.first(where: \.isJSON) else {
            return map(\.essence)
        }
        return map { $0.mayBeJSON ? json.essence : $0.essence }
    }
}
