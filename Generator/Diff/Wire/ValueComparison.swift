import GeneratorOpenAPI
import GeneratorYAML

/// Compares what two schemas say about one value. What it is made of is left to be compared in its turn.
struct ValueComparison {
    /// A value within the value.
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
    var findings: [Finding] = []
    var parts: [Part] = []

    var target: SchemaTarget { node.target }
    var subject: Subject { node.subject }

    mutating func compare() {
        compareDefaults()
        compareAlternatives()
        // A value that was one thing and is a choice now is compared with what it may be.
        guard old.alternatives.isEmpty == new.alternatives.isEmpty else { return }
        compareTypes()
        // What is of another type altogether has nothing else to compare.
        guard !ValueType(old).isDisjoint(with: ValueType(new)) else { return }
        compareEnumerations()
        compareLimits()
        compareFractions()
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

    /// What says nothing stands where the whole stands.
    private func use(_ before: [Place], _ after: [Place]) -> SchemaComparison.Use {
        .init(
            old: before, new: after, oldLocation: before.isEmpty ? node.oldLocation ?? old.location : nil,
            newLocation: after.isEmpty ? node.newLocation ?? new.location : nil)
    }

    // MARK: Types

    private mutating func compareTypes() {
        // Alternatives say the type where there are some.
        guard old.alternatives.isEmpty else { return }
        let before = ValueType(old)
        let after = ValueType(new)
        guard before != after else { return }
        let check: SchemaCheck =
            after.includes(before) ? .typeGeneralized : before.includes(after) ? .typeSpecialized : .typeChanged
        let verdict: Verdict
        switch check {
        case .typeGeneralized: verdict = target.isRequest ? .compatible : before.isRead(as: after) ? .risky : .breaking
        case .typeSpecialized: verdict = !target.isRequest ? .compatible : before.differsInSize(from: after) ? .risky : .breaking
        default: verdict = !target.isRequest && before.isRead(as: after) ? .risky : .breaking
        }
        let consequence: String
        switch (check, target.isRequest) {
        case (.typeGeneralized, true): consequence = "what was sent is still taken"
        case (.typeSpecialized, true) where verdict == .risky: consequence = "what is beyond is refused"
        case (.typeSpecialized, true): consequence = "some of what was sent is refused"
        case (_, true): consequence = "what was sent is refused"
        case (.typeSpecialized, false): consequence = "what comes can still be read"
        case (_, false) where verdict == .risky: consequence = "it can still be read, and may hold what it never held before"
        case (_, false): consequence = "what comes can no longer be read"
        }
        add(check, verdict, "the type changed from \(before) to \(after); \(consequence)", aspect: .type)
    }

    // MARK: Null

    /// - Parameter isNeeded: Whether the reader does without the value when it is null.
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
        case (true, true): (verdict, consequence) = (.compatible, "null may be sent now")
        case (false, true): (verdict, consequence) = (.breaking, "requests with null are refused")
        case (false, false): (verdict, consequence) = (.compatible, "null comes no more")
        case (true, false) where !isNeeded: (verdict, consequence) = (.compatible, "readers do without it already")
        case (true, false) where before.isArray: (verdict, consequence) = (.risky, "null is read as an empty list")
        case (true, false): (verdict, consequence) = (.breaking, "readers expect a value")
        }
        add(
            after.isNullable ? .becameNullable : .becameNotNullable, verdict,
            after.isNullable ? "may be null now; \(consequence)" : "may be null no more; \(consequence)", subject: subject, at: target,
            old: old ?? before.location, new: new ?? after.location)
    }

    // MARK: Enumerations

    private mutating func compareEnumerations() {
        switch (old.enumeration, new.enumeration) {
        case (nil, nil): break
        case (nil, let values?):
            add(
                .becameEnum, target.isRequest ? .breaking : .compatible,
                "only \(list(values)) is a value now"
                    + (target.isRequest ? "; requests with any other are refused" : "; every one of them can be read"),
                aspect: .enumeration)
        case (_?, nil):
            add(
                .becameNotEnum, .compatible,
                "any value may stand here now" + (target.isRequest ? "" : "; readers take values that they do not know"),
                aspect: .enumeration)
        case (let before?, let after?):
            let (known, left) = (Set(before), Set(after))
            for value in after where !known.contains(value) {
                add(
                    .enumValueAdded, .compatible,
                    "the value \(value) is new" + (target.isRequest ? "" : "; readers take values that they do not know"),
                    aspect: .enumeration, suffix: "=\(value)")
            }
            for value in before where !left.contains(value) {
                add(
                    .enumValueRemoved, target.isRequest ? .breaking : .compatible,
                    "the value \(value) is gone" + (target.isRequest ? "; requests with it are refused" : "; it comes no more"),
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
        case (nil, let value?): add(.defaultValueAdded, .compatible, "left out, it is \(value) now", aspect: .defaultValue)
        case (let value?, nil):
            add(.defaultValueRemoved, .risky, "left out, it was \(value); nobody says what it is now", aspect: .defaultValue)
        case (let before?, let after?) where before != after:
            add(
                .defaultValueChanged, .risky,
                "left out, it was \(before) and is \(after) now; who left it out means something else now", aspect: .defaultValue)
        default: break
        }
    }

    // MARK: Objects

    private mutating func compareAdditionalProperties() {
        switch (old.additional, new.additional) {
        case (.open, .open), (.forbidden, .forbidden): break
        case (_, .forbidden):
            // What nobody forbade was taken, whether it was said or not.
            let wasMap = if case .values = old.additional { true } else { false }
            let text = "members that the description does not name may occur no more"
            add(
                .additionalPropertiesForbidden, target.isRequest ? .breaking : wasMap ? .risky : .compatible,
                target.isRequest ? "\(text); requests with any are refused" : text, aspect: .object)
        case (.forbidden, _):
            add(
                .additionalPropertiesAllowed, .compatible, "members that the description does not name may occur now", aspect: .object)
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

    // MARK: Findings

    /// Notes a change of the value, where the schema stands that says so.
    mutating func add(_ check: SchemaCheck, _ verdict: Verdict, _ text: String, aspect: Meaning.Aspect, suffix: String = "") {
        let before = old.origins[aspect]
        let after = new.origins[aspect]
        // The component that a schema builds on, when both sides build on one.
        let foreign = [after, before].compactMap { $0 }.first { !$0.isOwn }
        let isForeign = foreign != nil && before?.isOwn != true && after?.isOwn != true
        let named = isForeign ? foreign?.name.map { Subject($0, isNamed: true) } : nil
        add(
            check, verdict, text, subject: (named ?? subject).appending(suffix), at: target,
            old: before.flatMap { $0.isOwn ? nil : $0.location } ?? node.oldLocation ?? old.location,
            new: after.flatMap { $0.isOwn ? nil : $0.location } ?? node.newLocation ?? new.location)
    }

    mutating func add(
        _ check: SchemaCheck, _ verdict: Verdict, _ text: String, subject: Subject, at target: SchemaTarget, old: SourceLocation?,
        new: SourceLocation?
    ) {
        guard let name = check.name(at: target) else { return }
        findings.append(
            Finding(
                check: name, subject: subject, what: target.words, text: text, old: old, new: new, nearest: new,
                wire: target.limited(verdict)))
    }
}
