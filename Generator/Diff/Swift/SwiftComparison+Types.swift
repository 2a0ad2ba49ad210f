import GeneratorSwiftAPI
import GeneratorSwiftSource
import GeneratorYAML

extension SwiftComparison {
    mutating func compare(_ old: TypeDeclaration, _ new: TypeDeclaration) {
        let subject = "\(self.old.name).\(old.name)"
        guard old.kindWords == new.kindWords else {
            add(
                .typeKindChanged, subject, "it was \(old.kindWords) and is \(new.kindWords) now", old: old.location,
                new: new.location)
            return
        }
        compareConformances(old, new, subject)
        switch (old.kind, new.kind) {
        case (.structure(let oldStructure), .structure(let newStructure)):
            compare(oldStructure, newStructure, subject, at: (old.location, new.location))
        case (.enumeration(let oldEnumeration), .enumeration(let newEnumeration)):
            compare(
                oldEnumeration, newEnumeration, subject, at: (old.location, new.location),
                valuesAt: [new.location] + referrers.new.locations(of: new.name))
        case (.union(let oldUnion), .union(let newUnion)):
            compareCases(oldUnion.alternatives.map(Case.init), newUnion.alternatives.map(Case.init), subject, at: new.location)
        case (.answers(let oldAnswers), .answers(let newAnswers)):
            compareCases(oldAnswers.cases.map(Case.init), newAnswers.cases.map(Case.init), subject, at: new.location)
        default: break
        }
    }

    private mutating func compareConformances(_ old: TypeDeclaration, _ new: TypeDeclaration, _ subject: String) {
        for name in old.conformances where !new.conformances.contains(name) {
            add(
                .conformanceRemoved, subject, "it no longer conforms to \(name); code that \(Words.use(of: name)) does not compile",
                old: old.location, new: new.location)
        }
        for name in new.conformances where !old.conformances.contains(name) {
            add(.conformanceAdded, subject, "it now conforms to \(name)", old: old.location, new: new.location)
        }
    }

    // MARK: Constants

    private mutating func compare(
        _ old: Enumeration, _ new: Enumeration, _ subject: String, at place: (old: SourceLocation, new: SourceLocation),
        valuesAt places: [SourceLocation]
    ) {
        guard old.rawType == new.rawType else {
            add(.rawTypeChanged, subject, words(from: old.rawType, to: new.rawType), old: place.old, new: place.new)
            return
        }
        let matching = pairs(old.members, new.members, by: [{ Source.literal($0.value) }, \.name])
        for (oldIndex, newIndex) in matching.matched {
            let (member, other) = (old.members[oldIndex], new.members[newIndex])
            let name = "\(subject).\(member.name)"
            if member.name != other.name, let namesake = new.members.first(where: { $0.name == member.name }) {
                add(
                    .memberValueChanged, name,
                    "its value changed from \(Source.literal(member.value)) to \(Source.literal(namesake.value)); code still compiles",
                    old: member.location, new: namesake.location)
            } else if member.name != other.name {
                add(
                    old.isClosed ? .caseRenamed : .memberRenamed, name,
                    "\(Source.literal(member.value)) was renamed to \(other.name); code that uses \(member.name) does not compile",
                    old: member.location, new: other.location, replacement: other.name)
            } else if member.value != other.value {
                add(
                    .memberValueChanged, name,
                    "its value changed from \(Source.literal(member.value)) to \(Source.literal(other.value)); code still compiles",
                    old: member.location, new: other.location)
            }
        }
        for index in matching.removed {
            let member = old.members[index]
            add(
                old.isClosed ? .caseRemoved : .memberRemoved, "\(subject).\(member.name)",
                "\(Source.literal(member.value)) has no name any longer; code that uses \(member.name) does not compile",
                old: member.location, new: nil, nearest: place.new,
                value: Change.Value(literal: Source.literal(member.value), places: places))
        }
        for index in matching.added {
            let member = new.members[index]
            add(
                old.isClosed ? .caseAdded : .memberAdded, "\(subject).\(member.name)",
                old.isClosed
                    ? "a new case; a switch that lists all cases does not compile" : "a new name for \(Source.literal(member.value))",
                old: nil, new: member.location,
                value: Change.Value(literal: Source.literal(member.value), places: places))
        }
    }

    // MARK: Cases

    /// A case of an enum that callers switch over.
    private struct Case {
        let name: String
        /// The identity of the case, independent of its Swift name.
        let key: String
        let type: TypeReference?
        let location: SourceLocation

        init(_ alternative: Union.Alternative) {
            (name, key, type, location) = (alternative.name, alternative.name, alternative.type, alternative.location)
        }

        init(_ answer: Answers.Case) {
            (name, key, type, location) = (answer.name, answer.status, answer.type, answer.location)
        }
    }

    private mutating func compareCases(_ old: [Case], _ new: [Case], _ subject: String, at place: SourceLocation) {
        var matching = pairs(old, new, by: [\.key, \.name])
        // Pairs cases of the same type that have different names.
        for index in matching.removed {
            guard let type = old[index].type,
                let other = matching.added.first(where: { new[$0].type.map { difference(from: type, to: $0) == nil } == true })
            else { continue }
            matching.matched.append((index, other))
            matching.removed.removeAll { $0 == index }
            matching.added.removeAll { $0 == other }
        }
        for (oldIndex, newIndex) in matching.matched {
            let (one, other) = (old[oldIndex], new[newIndex])
            if one.name != other.name {
                add(
                    .caseRenamed, "\(subject).\(one.name)",
                    "the case was renamed to \(other.name); code that uses \(one.name) does not compile",
                    old: one.location, new: other.location, replacement: other.name)
            }
            let isSame = one.type.flatMap { old in other.type.map { difference(from: old, to: $0) == nil } } ?? (one.type == other.type)
            if !isSame {
                let (was, now) = (one.type?.source(in: self.old.name), other.type?.source(in: self.new.name))
                add(
                    .caseTypeChanged, "\(subject).\(one.name)", "it had \(was ?? "nothing") and has \(now ?? "nothing") now",
                    old: one.location, new: other.location)
            }
        }
        for index in matching.removed {
            add(
                .caseRemoved, "\(subject).\(old[index].name)", "the case was removed; code that uses it does not compile",
                old: old[index].location, new: nil, nearest: place)
        }
        for index in matching.added {
            add(
                .caseAdded, "\(subject).\(new[index].name)", "a new case; a switch that lists all cases does not compile", old: nil,
                new: new[index].location)
        }
    }
}

extension TypeDeclaration {
    fileprivate var kindWords: String {
        switch kind {
        case .structure: "a struct with properties"
        case .enumeration(let enumeration): enumeration.isClosed ? "an enum" : "an open enum"
        case .identifier: "an identifier"
        case .unit(let scale): scale.isWhole ? "a whole number with a unit" : "a number with a unit"
        case .union: "an enum with a case for each kind of value"
        case .answers: "an enum with a case for each status"
        }
    }
}

private enum Words {
    /// Returns the use of a protocol's values in code, in words.
    static func use(of name: String) -> String {
        switch name {
        case "Identifiable": "relies on its id, as ForEach does,"
        case "EntityModel", "NamedEntityModel": "works with entities of any kind"
        case "ResponseModel": "decodes it"
        case "RequestModel": "encodes it as it is sent"
        default: "sends it as a form"
        }
    }
}
