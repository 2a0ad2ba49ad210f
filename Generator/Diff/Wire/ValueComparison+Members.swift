import GeneratorOpenAPI
import GeneratorYAML

extension ValueComparison {
    /// What both sides say about one member.
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
                .newRequiredWithDefault, .risky, "new and required, with a default for those who leave it out", subject, nil,
                member.location)
        case (true, true):
            add(.newRequired, .breaking, "new and required; requests without it are refused", subject, nil, member.location)
        case (false, true): add(.newOptional, .compatible, "new; it may be left out", subject, nil, member.location)
        case (true, false):
            add(.newRequired, .compatible, "new; it always comes, and older readers ignore it", subject, nil, member.location)
        case (false, false): add(.newOptional, .compatible, "new; it may come, and older readers ignore it", subject, nil, member.location)
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
                "gone" + (meaning.isDeprecated ? " after it was deprecated" : "") + "; "
                    + (isRefused ? "requests with it are refused" : "what is sent for it does nothing, or is refused"),
                subject, member.location, nil)
        } else if wasRequired {
            let isList = meaning.isArray
            add(
                .removedRequired, isList ? .risky : .breaking,
                isList ? "gone; readers see an empty list" : "gone; readers expect it in every answer", subject, member.location, nil)
        } else {
            add(.removedOptional, .risky, "gone; readers do without it already, but get it no more", subject, member.location, nil)
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
                pair.after.isDeprecated ? "deprecated; it works until it is removed" : "deprecated no more", pair.subject,
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
                .becameRequiredWithDefault, .risky, "became required, with a default for those who leave it out", pair.subject,
                pair.old.location, pair.new.location)
        case (true, true):
            add(
                .becameRequired, .breaking, "became required; requests without it are refused", pair.subject, pair.old.location,
                pair.new.location)
        case (false, true):
            add(.becameOptional, .compatible, "became optional; it may be left out", pair.subject, pair.old.location, pair.new.location)
        case (true, false):
            add(.becameRequired, .compatible, "became required; it always comes", pair.subject, pair.old.location, pair.new.location)
        case (false, false):
            let (verdict, consequence): (Verdict, String) =
                if pair.before.isNullable {
                    (.compatible, "readers do without it already where it is null")
                } else if pair.before.isArray {
                    (.risky, "readers see an empty list where it is missing")
                } else {
                    (.breaking, "it may be missing, and readers expect it in every answer")
                }
            add(
                .becameOptional, verdict, "became optional; \(consequence)", pair.subject, pair.old.location, pair.new.location)
        }
    }

    /// Whether answers may print the value as a string. That the type changed is said elsewhere.
    private mutating func compareLenience(_ pair: MemberPair) {
        guard pair.before.isLenient != pair.after.isLenient else { return }
        let types = (ValueType(pair.before), ValueType(pair.after))
        guard !types.0.isDisjoint(with: types.1), !types.0.allowsStrings, !types.1.allowsStrings else { return }
        let form = pair.after.isArray ? "as one value alone" : "printed as a string"
        if pair.after.isLenient {
            add(
                .becameLenient, .breaking, "may come \(form) now; older readers expect it as its type says", pair.subject,
                pair.old.location, pair.new.location)
        } else {
            // What a service prints does not change because nobody reads it any more.
            add(
                .becameNotLenient, .risky,
                "nobody says any more that it may come \(form); clients built anew can no longer read it so", pair.subject,
                pair.old.location, pair.new.location)
        }
    }

    /// Under which names answers may have the member.
    private mutating func compareOtherNames(_ pair: MemberPair) {
        let gained = pair.after.otherNames.subtracting(pair.before.otherNames).sorted()
        let lost = pair.before.otherNames.subtracting(pair.after.otherNames).sorted()
        if !gained.isEmpty {
            add(
                .gainedName, .breaking, "may come as \(gained.joined(separator: ", ")) now, where older readers do not look", pair.subject,
                pair.old.location, pair.new.location)
        }
        if !lost.isEmpty {
            // What a service sends does not change because nobody reads it any more.
            add(
                .lostName, .risky, "is no longer read as \(lost.joined(separator: ", ")) by clients built anew", pair.subject,
                pair.old.location, pair.new.location)
        }
    }

    /// Who may say the member: the service alone, the client alone, or both.
    private mutating func compareDirections(_ pair: MemberPair) {
        let (old, new) = (pair.old.location, pair.new.location)
        if target.isRequest, pair.before.isReadOnly != pair.after.isReadOnly {
            if pair.after.isReadOnly {
                add(.becameReadOnly, .risky, "became read-only; what is sent for it does nothing, or is refused", pair.subject, old, new)
            } else {
                let isRefused = pair.isRequired && pair.after.defaultValue == nil
                add(
                    .becameNotReadOnly, isRefused ? .breaking : .compatible,
                    "is read-only no more; " + (isRefused ? "requests without it are refused" : "it may be sent now"), pair.subject, old,
                    new)
            }
        }
        if !target.isRequest, pair.before.isWriteOnly != pair.after.isWriteOnly {
            if pair.after.isWriteOnly {
                let isMissed = pair.wasRequired && !pair.before.isArray
                add(
                    .becameWriteOnly, isMissed ? .breaking : .risky,
                    "became write-only; " + (isMissed ? "readers expect it in every answer" : "it comes no more"), pair.subject, old, new)
            } else {
                add(.becameNotWriteOnly, .compatible, "is write-only no more; answers have it now", pair.subject, old, new)
            }
        }
    }

    private mutating func add(
        _ check: PropertyCheck, _ verdict: Verdict, _ text: String, _ subject: Subject, _ old: SourceLocation?, _ new: SourceLocation?
    ) {
        guard let name = check.name(at: target) else { return }
        findings.append(
            Finding(
                check: name, subject: subject, what: target.property.words, text: text, old: old, new: new,
                nearest: new ?? node.newLocation ?? self.new.location, wire: target.limited(verdict), detail: subject.last))
    }
}
