import GeneratorOpenAPI
import GeneratorYAML

/// Compares what two schemas declare about one value. Its parts are compared separately.
struct ValueComparison {
    /// A value that is contained in the compared value.
    struct Part {
        let use: SchemaComparison.Use
        let target: SchemaTarget
        let subject: Subject
    }

    let old: Meaning
    let new: Meaning
    let node: SchemaComparison.Node
    let oldMeanings: Meanings
    let newMeanings: Meanings
    var occurrences: [Occurrence] = []
    var parts: [Part] = []

    var target: SchemaTarget { node.target }
    var subject: Subject { node.subject }

    mutating func compare() {
        compareDefaults()
        compareAlternatives()
        // When a single value becomes a choice or vice versa, it is compared with the alternatives.
        guard old.alternatives.isEmpty == new.alternatives.isEmpty else { return }
        compareTypes()
        // Values of disjoint types have nothing else in common to compare.
        guard !ValueType(old).isDisjoint(with: ValueType(new)) else { return }
        compareEnumerations()
        compareLimits()
        compareFractions()
        compareClocks()
        compareUnits()
        if haveInCommon(.object) {
            compareMembers()
            compareAdditionalProperties()
        }
        if haveInCommon(.array) { compareItems() }
    }

    private func haveInCommon(_ type: Schema.ValueType) -> Bool { old.types.contains(type) && new.types.contains(type) }

    private mutating func compareItems() {
        guard !old.items.isEmpty || !new.items.isEmpty else { return }
        compareNullability(old.items, new.items, isNeeded: true, subject: subject.appending("[]"), at: target, old: nil, new: nil)
        parts.append(.init(use: use(old.items, new.items), target: target, subject: subject.appending("[]")))
    }

    /// Returns the use of a part. A part without a schema has the location of the whole value.
    private func use(_ before: [Place], _ after: [Place]) -> SchemaComparison.Use {
        .init(
            old: before, new: after, oldLocation: before.isEmpty ? node.oldLocation ?? old.location : nil,
            newLocation: after.isEmpty ? node.newLocation ?? new.location : nil)
    }

    // MARK: Types

    private mutating func compareTypes() {
        // If there are alternatives, they declare the types.
        guard old.alternatives.isEmpty else { return }
        let before = ValueType(old)
        let after = ValueType(new)
        guard before != after else { return }
        let check: ValueCheck =
            after.includes(before) ? .typeGeneralized : before.includes(after) ? .typeSpecialized : .typeChanged
        let verdict: Verdict
        switch check {
        case .typeGeneralized: verdict = target.isRequest ? .compatible : before.isRead(as: after) ? .risky : .breaking
        case .typeSpecialized: verdict = !target.isRequest ? .compatible : before.differsInSize(from: after) ? .risky : .breaking
        default: verdict = !target.isRequest && before.isRead(as: after) ? .risky : .breaking
        }
        let consequence: String
        switch (check, target.isRequest) {
        case (.typeGeneralized, true): consequence = "existing requests are still accepted"
        case (.typeSpecialized, true) where verdict == .risky: consequence = "values beyond it are rejected"
        case (.typeSpecialized, true): consequence = "some existing requests are rejected"
        case (_, true): consequence = "existing requests are rejected"
        case (.typeSpecialized, false): consequence = "existing clients can still read it"
        case (_, false) where verdict == .risky:
            consequence = "existing clients can read it, but may get values that were not possible before"
        case (_, false): consequence = "existing clients can no longer read it"
        }
        add(check, verdict, "the type changed from \(before) to \(after); \(consequence)", aspect: .type)
    }

    // MARK: Null

    /// - Parameter isNeeded: `false` if the reader handles a null value.
    mutating func compareNullability(
        _ before: [Place], _ after: [Place], isNeeded: Bool, subject: Subject, at target: SchemaTarget, old: SourceLocation?,
        new: SourceLocation?
    ) {
        let before = oldMeanings.meaning(of: before)
        let after = newMeanings.meaning(of: after)
        guard before.isNullable != after.isNullable else { return }
        let verdict: Verdict
        let consequence: String
        switch (after.isNullable, target.isRequest) {
        case (true, true): (verdict, consequence) = (.compatible, "requests may contain null")
        case (false, true): (verdict, consequence) = (.breaking, "requests with null are rejected")
        case (false, false): (verdict, consequence) = (.compatible, "null is no longer sent")
        case (true, false) where !isNeeded: (verdict, consequence) = (.compatible, "clients handle its absence already")
        case (true, false) where before.isArray: (verdict, consequence) = (.risky, "null is read as an empty list")
        case (true, false): (verdict, consequence) = (.breaking, "existing clients expect a value")
        }
        add(
            after.isNullable ? .becameNullable : .becameNotNullable, verdict,
            after.isNullable ? "became nullable; \(consequence)" : "is no longer nullable; \(consequence)", subject: subject, at: target,
            old: old ?? before.location, new: new ?? after.location)
    }

    // MARK: Enumerations

    private mutating func compareEnumerations() {
        switch (old.enumeration, new.enumeration) {
        case (nil, nil): break
        case (nil, let values?):
            add(
                .becameEnum, target.isRequest ? .breaking : .compatible,
                "only \(list(values)) is allowed now"
                    + (target.isRequest ? "; requests with any other value are rejected" : "; existing clients read all of them"),
                aspect: .enumeration)
        case (_?, nil):
            add(
                .becameNotEnum, .compatible,
                "any value is allowed now" + (target.isRequest ? "" : "; existing clients accept unknown values"),
                aspect: .enumeration)
        case (let before?, let after?):
            let (known, left) = (Set(before), Set(after))
            for value in after where !known.contains(value) {
                add(
                    .enumValueAdded, .compatible,
                    "the value \(value) was added" + (target.isRequest ? "" : "; existing clients accept unknown values"),
                    aspect: .enumeration, suffix: "=\(value)")
            }
            for value in before where !left.contains(value) {
                add(
                    .enumValueRemoved, target.isRequest ? .breaking : .compatible,
                    "the value \(value) was removed" + (target.isRequest ? "; requests with it are rejected" : "; it is no longer sent"),
                    aspect: .enumeration, suffix: "=\(value)")
            }
        }
    }

    private func list(_ values: [String]) -> String {
        let shown = values.prefix(8).joined(separator: ", ")
        return values.count > 8 ? "\(shown), … (\(values.count) in all)" : shown
    }

    // MARK: Defaults

    private mutating func compareDefaults() {
        switch (old.defaultValue, new.defaultValue) {
        case (nil, nil): break
        case (nil, let value?): add(.defaultValueAdded, .compatible, "its default is now \(value)", aspect: .defaultValue)
        case (let value?, nil):
            add(.defaultValueRemoved, .risky, "its default \(value) is no longer documented", aspect: .defaultValue)
        case (let before?, let after?) where before != after:
            add(
                .defaultValueChanged, .risky,
                "its default changed from \(before) to \(after); requests without it mean something else", aspect: .defaultValue)
        default: break
        }
    }

    // MARK: Objects

    private mutating func compareAdditionalProperties() {
        switch (old.additional, new.additional) {
        case (.open, .open), (.forbidden, .forbidden): break
        case (_, .forbidden):
            // Members were accepted unless forbidden, whether declared or not.
            let wasMap = if case .values = old.additional { true } else { false }
            let text = "undocumented members are no longer allowed"
            add(
                .additionalPropertiesForbidden, target.isRequest ? .breaking : wasMap ? .risky : .compatible,
                target.isRequest ? "\(text); requests with any are rejected" : text, aspect: .object)
        case (.forbidden, _):
            add(
                .additionalPropertiesAllowed, .compatible, "undocumented members are allowed now", aspect: .object)
        case (.open, .values(let after)): map([], after)
        case (.values(let before), .open): map(before, [])
        case (.values(let before), .values(let after)): map(before, after)
        }
    }

    private mutating func map(_ before: [Place], _ after: [Place]) {
        let subject = subject.appending(".*")
        compareNullability(before, after, isNeeded: true, subject: subject, at: target.property, old: nil, new: nil)
        parts.append(.init(use: use(before, after), target: target.property, subject: subject))
    }

    // MARK: Occurrences

    /// Records a change of the value at the schema that declares the aspect.
    mutating func add(_ check: ValueCheck, _ verdict: Verdict, _ text: String, aspect: Meaning.Aspect, suffix: String = "") {
        let before = old.origins[aspect]
        let after = new.origins[aspect]
        // The component that a schema builds on, if both sides build on one.
        let foreign = [after, before].compactMap { $0 }.first { !$0.isOwn }
        let isForeign = foreign != nil && before?.isOwn != true && after?.isOwn != true
        let named = isForeign ? foreign?.name.map { Subject($0, isNamed: true) } : nil
        add(
            check, verdict, text, subject: (named ?? subject).appending(suffix), at: target,
            old: before.flatMap { $0.isOwn ? nil : $0.location } ?? node.oldLocation ?? old.location,
            new: after.flatMap { $0.isOwn ? nil : $0.location } ?? node.newLocation ?? new.location)
    }

    mutating func add(
        _ check: ValueCheck, _ verdict: Verdict, _ text: String, subject: Subject, at target: SchemaTarget, old: SourceLocation?,
        new: SourceLocation?
    ) {
        guard let name = check.name(at: target) else { return }
        occurrences.append(
            Occurrence(
                check: name, subject: subject, what: target.words, text: text, old: old, new: new, nearest: new,
                wire: target.limited(verdict)))
    }
}
