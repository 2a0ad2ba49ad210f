import GeneratorOpenAPI
import GeneratorYAML

extension ValueComparison {
    /// The declarations of both sides about one member.
    private struct MemberPair {
        let name: String
        let subject: Subject
        let old: Meaning.Member
        let new: Meaning.Member
        let before: Meaning
        let after: Meaning
        let wasRequired: Bool
        let isRequired: Bool
    }

    mutating func compareMembers() {
        for name in Set(old.members.keys).union(new.members.keys).sorted() {
            let subject = subject.appending(".\(name)")
            switch (old.members[name], new.members[name]) {
            case (nil, let member?): noteAdded(member, name, subject)
            case (let member?, nil): noteRemoved(member, name, subject)
            case (let before?, let after?):
                compare(
                    MemberPair(
                        name: name, subject: subject, old: before, new: after, before: oldMeanings.meaning(of: before.schemas),
                        after: newMeanings.meaning(of: after.schemas), wasRequired: old.required.contains(name),
                        isRequired: new.required.contains(name)))
            case (nil, nil): break
            }
        }
    }

    private func travels(_ member: Meaning) -> Bool { !(target.isRequest ? member.isReadOnly : member.isWriteOnly) }

    private mutating func noteAdded(_ member: Meaning.Member, _ name: String, _ subject: Subject) {
        let meaning = newMeanings.meaning(of: member.schemas)
        guard travels(meaning) else { return }
        let isRequired = new.required.contains(name)
        switch (isRequired, target.isRequest) {
        case (true, true) where meaning.defaultValue != nil:
            add(
                .newRequiredWithDefault, .risky, "was added and is required, but has a default", subject, nil,
                member.location)
        case (true, true):
            add(.newRequired, .breaking, "was added and is required; requests without it are rejected", subject, nil, member.location)
        case (false, true): add(.newOptional, .compatible, "was added and is optional", subject, nil, member.location)
        case (true, false):
            add(.newRequired, .compatible, "was added; existing clients ignore it", subject, nil, member.location)
        case (false, false):
            add(.newOptional, .compatible, "was added and is optional; existing clients ignore it", subject, nil, member.location)
        }
    }

    private mutating func noteRemoved(_ member: Meaning.Member, _ name: String, _ subject: Subject) {
        let meaning = oldMeanings.meaning(of: member.schemas)
        guard travels(meaning) else { return }
        let wasRequired = old.required.contains(name)
        if target.isRequest {
            let isRefused = new.additional == .forbidden
            add(
                meaning.isDeprecated ? .removedWithDeprecation : wasRequired ? .removedRequired : .removedOptional,
                isRefused ? .breaking : .risky,
                "was removed" + (meaning.isDeprecated ? " after it was deprecated" : "") + "; "
                    + (isRefused ? "requests with it are rejected" : "what requests send is ignored or rejected"),
                subject, member.location, nil)
        } else if wasRequired {
            let isList = meaning.isArray
            add(
                .removedRequired, isList ? .risky : .breaking,
                isList ? "was removed; existing clients read an empty list" : "was removed; existing clients expect it in every response",
                subject, member.location, nil)
        } else {
            add(.removedOptional, .risky, "was removed; existing clients handle its absence", subject, member.location, nil)
        }
    }

    private mutating func compare(_ pair: MemberPair) {
        compareDirections(pair)
        guard travels(pair.before), travels(pair.after) else { return }
        comparePresence(pair)
        compareLenience(pair)
        compareOtherNames(pair)
        if pair.before.isDeprecated != pair.after.isDeprecated {
            add(
                pair.after.isDeprecated ? .deprecated : .reactivated, .compatible,
                pair.after.isDeprecated ? "was deprecated; it works until it is removed" : "is no longer deprecated", pair.subject,
                pair.old.location, pair.new.location)
        }
        compareNullability(
            pair.old.schemas, pair.new.schemas, isNeeded: pair.wasRequired, subject: pair.subject, at: target.property,
            old: pair.old.location, new: pair.new.location)
        parts.append(
            Part(
                use: .init(
                    old: pair.old.schemas, new: pair.new.schemas, oldLocation: pair.old.location, newLocation: pair.new.location),
                target: target.property, subject: pair.subject))
    }

    private mutating func comparePresence(_ pair: MemberPair) {
        guard pair.wasRequired != pair.isRequired else { return }
        switch (pair.isRequired, target.isRequest) {
        case (true, true) where pair.after.defaultValue != nil:
            add(
                .becameRequiredWithDefault, .risky, "became required, but has a default", pair.subject,
                pair.old.location, pair.new.location)
        case (true, true):
            add(
                .becameRequired, .breaking, "became required; requests without it are rejected", pair.subject, pair.old.location,
                pair.new.location)
        case (false, true):
            add(.becameOptional, .compatible, "became optional", pair.subject, pair.old.location, pair.new.location)
        case (true, false):
            add(.becameRequired, .compatible, "became required; it is always present", pair.subject, pair.old.location, pair.new.location)
        case (false, false):
            let (verdict, consequence): (Verdict, String) =
                if pair.before.isNullable {
                    (.compatible, "clients handle its absence already where it is null")
                } else if pair.before.isArray {
                    (.risky, "existing clients read an empty list if it is missing")
                } else {
                    (.breaking, "existing clients expect it in every response")
                }
            add(
                .becameOptional, verdict, "became optional; \(consequence)", pair.subject, pair.old.location, pair.new.location)
        }
    }

    /// Compares whether responses may contain the value as a string. A type change is reported separately.
    private mutating func compareLenience(_ pair: MemberPair) {
        guard pair.before.isLenient != pair.after.isLenient else { return }
        let types = (ValueType(pair.before), ValueType(pair.after))
        guard !types.0.isDisjoint(with: types.1), !types.0.allowsStrings, !types.1.allowsStrings else { return }
        let form = pair.after.isArray ? "as a single value" : "as a string"
        if pair.after.isLenient {
            add(
                .becameLenient, .breaking, "may now be sent \(form); existing clients expect its documented type", pair.subject,
                pair.old.location, pair.new.location)
        } else {
            // The service may still send the old form, even if new clients no longer read it.
            add(
                .becameNotLenient, .risky,
                "it is no longer documented to be sent \(form); regenerated clients can no longer read that", pair.subject,
                pair.old.location, pair.new.location)
        }
    }

    /// Compares the other names under which responses may contain the member.
    private mutating func compareOtherNames(_ pair: MemberPair) {
        let gained = pair.after.otherNames.subtracting(pair.before.otherNames).sorted()
        let lost = pair.before.otherNames.subtracting(pair.after.otherNames).sorted()
        if !gained.isEmpty {
            add(
                .gainedName, .breaking, "may come as \(gained.joined(separator: ", ")) now, which existing clients do not read",
                pair.subject,
                pair.old.location, pair.new.location)
        }
        if !lost.isEmpty {
            // The service may still send the old name, even if new clients no longer read it.
            add(
                .lostName, .risky, "is no longer read as \(lost.joined(separator: ", ")) by regenerated clients", pair.subject,
                pair.old.location, pair.new.location)
        }
    }

    /// Compares who may send the member: only the service, only the client, or both.
    private mutating func compareDirections(_ pair: MemberPair) {
        let (old, new) = (pair.old.location, pair.new.location)
        if target.isRequest, pair.before.isReadOnly != pair.after.isReadOnly {
            if pair.after.isReadOnly {
                add(.becameReadOnly, .risky, "became read-only; what requests send is ignored or rejected", pair.subject, old, new)
            } else {
                let isRefused = pair.isRequired && pair.after.defaultValue == nil
                add(
                    .becameNotReadOnly, isRefused ? .breaking : .compatible,
                    "is no longer read-only; " + (isRefused ? "requests without it are rejected" : "requests may contain it"), pair.subject,
                    old,
                    new)
            }
        }
        if !target.isRequest, pair.before.isWriteOnly != pair.after.isWriteOnly {
            if pair.after.isWriteOnly {
                let isMissed = pair.wasRequired && !pair.before.isArray
                add(
                    .becameWriteOnly, isMissed ? .breaking : .risky,
                    "became write-only; " + (isMissed ? "existing clients expect it in every response" : "it is no longer sent"),
                    pair.subject, old, new)
            } else {
                add(.becameNotWriteOnly, .compatible, "is no longer write-only; responses contain it now", pair.subject, old, new)
            }
        }
    }

    private mutating func add(
        _ check: PropertyCheck, _ verdict: Verdict, _ text: String, _ subject: Subject, _ old: SourceLocation?, _ new: SourceLocation?
    ) {
        guard let name = check.name(at: target) else { return }
        occurrences.append(
            Occurrence(
                check: name, subject: subject, what: target.property.words, text: text, old: old, new: new,
                nearest: new ?? node.newLocation ?? self.new.location, wire: target.limited(verdict), detail: subject.last))
    }
}
