import GeneratorOpenAPI
import GeneratorYAML

extension ValueComparison {
    /// Compares the alternatives of a value.
    mutating func compareAlternatives() {
        guard !old.alternatives.isEmpty || !new.alternatives.isEmpty else { return }
        compareDiscriminators()
        let wasPlain = old.alternatives.isEmpty
        let isPlain = new.alternatives.isEmpty
        let before = wasPlain ? [plain(old, oldMeanings, node.old)] : old.alternatives
        let after = isPlain ? [plain(new, newMeanings, node.new)] : new.alternatives
        let matching = AlternativeMatching(old: before, new: after, oldMeanings: oldMeanings, newMeanings: newMeanings)
        for (left, right) in matching.pairs {
            let name = name(of: after[right], newMeanings)
            let subject = subject.appending("|\(name)")
            compareValues(before[left], after[right], name)
            // Nullability of an alternative is reported for the whole value.
            parts.append(.init(use: .init(old: before[left].schemas, new: after[right].schemas), target: target, subject: subject))
        }
        let isAnyOf = isPlain ? old.isAnyOf : new.isAnyOf
        for index in matching.added {
            let verdict: Verdict
            let consequence: String
            if target.isRequest {
                (verdict, consequence) = (.compatible, "requests may contain it")
            } else if wasPlain {
                (verdict, consequence) = (.breaking, "existing clients know only the old type")
            } else if old.discriminator != nil {
                (verdict, consequence) = (.compatible, "existing clients keep unknown values")
            } else {
                (verdict, consequence) = (.risky, "existing clients may mistake it for a known one")
            }
            let name = name(of: after[index], newMeanings)
            note(isAnyOf ? .anyOfAdded : .oneOfAdded, verdict, "may be \(name) now; \(consequence)", "|\(name)", nil, after[index].location)
        }
        for index in matching.removed {
            let name = name(of: before[index], oldMeanings)
            note(
                isAnyOf ? .anyOfRemoved : .oneOfRemoved, target.isRequest ? .breaking : .compatible,
                "may no longer be \(name); " + (target.isRequest ? "requests with it are rejected" : "it is no longer sent"), "|\(name)",
                before[index].location, nil)
        }
    }

    /// Compares the discriminator values that select one alternative. Individual values may be removed if others remain.
    private mutating func compareValues(_ before: Meaning.Alternative, _ after: Meaning.Alternative, _ name: String) {
        guard old.discriminator != nil, old.discriminator == new.discriminator else { return }
        for value in after.values.subtracting(before.values).sorted() {
            note(
                .discriminatorMappingAdded, target.isRequest ? .compatible : .risky,
                "\(value.doubleQuoted) means \(name) now; "
                    + (target.isRequest
                        ? "existing requests are still understood" : "existing clients read it as unknown"),
                "|\(name)=\(value)", before.location, after.location)
        }
        for value in before.values.subtracting(after.values).sorted() {
            note(
                .discriminatorMappingDeleted, target.isRequest ? .breaking : .compatible,
                "\(value.doubleQuoted) no longer means \(name); "
                    + (target.isRequest ? "requests with it are rejected" : "it is no longer sent"),
                "|\(name)=\(value)", before.location, after.location)
        }
    }

    /// Returns a value without alternatives as a single alternative.
    private func plain(_ meaning: Meaning, _ meanings: Meanings, _ identifier: Int) -> Meaning.Alternative {
        .init(value: nil, schemas: meanings.places(of: identifier), location: meaning.location)
    }

    private mutating func note(
        _ check: ValueCheck, _ verdict: Verdict, _ text: String, _ suffix: String, _ before: SourceLocation?, _ after: SourceLocation?
    ) {
        guard let name = check.name(at: target) else { return }
        occurrences.append(
            Occurrence(
                check: name, subject: subject.appending(suffix), what: target.words, text: text, old: before, new: after,
                nearest: after ?? node.newLocation ?? new.location, wire: target.limited(verdict)))
    }

    private mutating func compareDiscriminators() {
        guard !old.alternatives.isEmpty, !new.alternatives.isEmpty else { return }
        switch (old.discriminator, new.discriminator) {
        case (nil, let name?):
            add(
                .discriminatorAdded, .compatible, "\"\(name)\" is the discriminator now", aspect: .alternatives)
        case (let name?, nil):
            add(
                .discriminatorRemoved, target.isRequest ? .compatible : .risky,
                "\"\(name)\" is no longer the discriminator", aspect: .alternatives)
        case (let before?, let after?) where before != after:
            add(
                .discriminatorPropertyNameChanged, .breaking,
                "\"\(after)\" is the discriminator now, and no longer \"\(before)\"", aspect: .alternatives)
        default: break
        }
    }

    private func name(of alternative: Meaning.Alternative, _ meanings: Meanings) -> String {
        let meaning = meanings.meaning(of: alternative.schemas)
        if let name = meaning.name ?? alternative.value { return name }
        let type = ValueType(meaning).description
        guard type == "object", !meaning.members.isEmpty else { return type }
        return "object{" + meaning.members.keys.sorted().prefix(4).joined(separator: ",") + "}"
    }
}
