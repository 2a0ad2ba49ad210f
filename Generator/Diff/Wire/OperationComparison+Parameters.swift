import GeneratorOpenAPI
import GeneratorYAML

extension OperationComparison {
    /// The identity of a parameter on the wire. The names of path parameters are not sent, so they do not count.
    private struct Key: Hashable {
        let position: Parameter.Position
        let name: String

        init(_ parameter: Parameter, _ places: [String: Int]) {
            position = parameter.position
            switch parameter.position {
            case .path: name = places[parameter.name].map(String.init) ?? parameter.name
            case .header: name = parameter.name.lowercased()
            case .query, .cookie: name = parameter.name
            }
        }

        /// Returns the position of each path parameter, counted from the end, because a path prefix may be part of the server URL
        /// on the other side.
        static func places(in endpoint: Endpoint) -> [String: Int] {
            let names = endpoint.pathNames
            return Dictionary(names.indices.map { (names[$0], names.count - $0) }) { _, last in last }
        }
    }

    mutating func compareParameters() {
        let (oldNames, newNames) = (Key.places(in: old), Key.places(in: new))
        var left = before.parameters.map { (key: Key($0, oldNames), parameter: $0) }
        var right = after.parameters.map { (key: Key($0, newNames), parameter: $0) }
        takeApart(&left, &right)
        let known = Set(left.map(\.key))
        let others = Dictionary(right.map { ($0.key, $0.parameter) }) { first, _ in first }
        for (key, parameter) in right where !known.contains(key) { noteAdded(parameter) }
        for (key, parameter) in left {
            if let other = others[key] {
                compare(parameter, other)
            } else {
                noteRemoved(parameter)
            }
        }
    }

    /// Replaces an object parameter with its members, each sent as a separate parameter, if the other side declares such
    /// parameters. The wire format is the same.
    private func takeApart(
        _ left: inout [(key: Key, parameter: Parameter)], _ right: inout [(key: Key, parameter: Parameter)]
    ) {
        func apart(
            _ parameters: [(key: Key, parameter: Parameter)], _ meanings: Meanings, besides others: [(key: Key, parameter: Parameter)],
            _ otherMeanings: Meanings
        ) -> [(key: Key, parameter: Parameter)] {
            let known = Set(others.map(\.key))
            // Members of the other side's objects are considered as well.
            let names = known.union(others.flatMap { members(of: $0.parameter, otherMeanings).map { Key($0, [:]) } })
            return parameters.flatMap { entry -> [(key: Key, parameter: Parameter)] in
                guard !known.contains(entry.key) else { return [entry] }
                let members = members(of: entry.parameter, meanings).map { (key: Key($0, [:]), parameter: $0) }
                return members.contains { names.contains($0.key) } ? members : [entry]
            }
        }
        let (before, after) = (left, right)
        left = apart(before, schemas.old, besides: after, schemas.new)
        right = apart(after, schemas.new, besides: before, schemas.old)
    }

    /// Returns the query parameters that an object is serialized to; empty if it is sent as a single parameter.
    private func members(of parameter: Parameter, _ meanings: Meanings) -> [Parameter] {
        guard parameter.position == .query, !parameter.isJSON else { return [] }
        let meaning = meanings.meaning(of: [parameter.schema])
        guard meaning.types == [.object], meaning.alternatives.isEmpty else { return [] }
        func name(_ member: String) -> String? {
            switch parameter.style {
            case .form where parameter.explode: member
            case .deepObject: "\(parameter.name)[\(member)]"
            default: nil
            }
        }
        return meaning.members.sorted { $0.key < $1.key }.compactMap { member, value in
            guard let name = name(member), value.schemas.count == 1 else { return nil }
            return parameter.member(
                name, value.schemas[0], isRequired: parameter.isRequired && meaning.required.contains(member), at: value.location)
        }
    }

    private func subject(of parameter: Parameter) -> Subject {
        Subject("\(new.name) \(parameter.position.rawValue) \(parameter.name)", opening: new.name)
    }

    private func words(for parameter: Parameter) -> String { "the \(parameter.position.rawValue) parameter \"\(parameter.name)\" " }

    private mutating func noteAdded(_ parameter: Parameter) {
        let hasDefault = schemas.new.meaning(of: [parameter.schema]).defaultValue != nil
        let (check, verdict, text): (OperationCheck, Verdict, String) =
            if !parameter.isRequired {
                (.newOptionalParameter, .compatible, "was added and is optional")
            } else if hasDefault {
                (.newRequiredParameter, .risky, "was added and is required, but has a default")
            } else {
                (.newRequiredParameter, .breaking, "was added and is required; requests without it are rejected")
            }
        add(check, verdict, words(for: parameter) + text, subject: subject(of: parameter), new: parameter.location)
    }

    private mutating func noteRemoved(_ parameter: Parameter) {
        let isDeprecated = parameter.isDeprecated
        add(
            isDeprecated ? .parameterRemovedWithDeprecation : .parameterRemoved, .risky,
            words(for: parameter)
                + "was removed\(isDeprecated ? " after it was deprecated" : ""); what requests send is ignored or rejected",
            subject: subject(of: parameter), old: parameter.location)
    }

    private mutating func compare(_ left: Parameter, _ right: Parameter) {
        let subject = subject(of: right)
        if left.isRequired != right.isRequired {
            let hasDefault = schemas.new.meaning(of: [right.schema]).defaultValue != nil
            if right.isRequired {
                note(
                    .parameterBecameRequired, hasDefault ? .risky : .breaking,
                    hasDefault
                        ? "became required, but has a default" : "became required; requests without it are rejected",
                    left, right)
            } else {
                note(.parameterBecameOptional, .compatible, "became optional", left, right)
            }
        }
        let deprecations = (
            left.isDeprecated || schemas.old.meaning(of: [left.schema]).isDeprecated,
            right.isDeprecated || schemas.new.meaning(of: [right.schema]).isDeprecated
        )
        switch deprecations {
        case (false, true): note(.parameterDeprecated, .compatible, "was deprecated; it works until it is removed", left, right)
        case (true, false): note(.parameterReactivated, .compatible, "is no longer deprecated", left, right)
        default: break
        }
        compareForms(left, right)
        compareValues(
            .init(old: [left.schema], new: [right.schema], oldLocation: left.location, newLocation: right.location), at: .parameter,
            subject: subject)
    }

    private mutating func compareForms(_ left: Parameter, _ right: Parameter) {
        let (old, new) = (schemas.old.meaning(of: [left.schema]), schemas.new.meaning(of: [right.schema]))
        let forms = (serialization(of: left, old), serialization(of: right, new))
        // A change between single value and list is a type change, which is reported with the types.
        if forms.0 != forms.1, old.isComposite == new.isComposite {
            note(.parameterStyleChanged, .breaking, "is written as \(forms.1) now, as \(forms.0) before", left, right)
        }
        guard right.position == .query, left.allowsReserved != right.allowsReserved else { return }
        if right.allowsReserved {
            note(.parameterAllowReservedAdded, .compatible, Reserved.added, left, right)
        } else {
            note(.parameterAllowReservedRemoved, .risky, Reserved.removed, left, right)
        }
    }

    private mutating func note(_ check: OperationCheck, _ verdict: Verdict, _ text: String, _ left: Parameter, _ right: Parameter) {
        add(check, verdict, words(for: right) + text, subject: subject(of: right), old: left.location, new: right.location)
    }

    /// Returns the serialization of the value. It is the same for styles that do not differ for the value's type.
    private func serialization(of parameter: Parameter, _ meaning: Meaning) -> String {
        parameter.isJSON ? "JSON" : meaning.serialization(style: parameter.style, explode: parameter.explode)
    }
}

extension Meaning {
    /// `true` if a style determines how the parts of the value are joined.
    var isComposite: Bool { !alternatives.isEmpty || types.isEmpty || !types.isDisjoint(with: [.array, .object]) }

    /// Returns the serialization of a parameter or a form member. It is the same for styles that do not differ for the value's
    /// type.
    func serialization(style: Parameter.Style, explode: Bool) -> String {
        switch style {
        case .deepObject: return "deepObject"
        case .label, .matrix: return style.rawValue + (explode ? ", a part for each" : "")
        case .form, .simple, .spaceDelimited, .pipeDelimited: break
        }
        guard isComposite else { return "text" }
        switch (style, explode) {
        case (.simple, true) where isArray: return "simple"
        // One part for each entry; the separator does not matter.
        case (.form, true), (.spaceDelimited, true), (.pipeDelimited, true): return "form, a part for each"
        case (let style, let explode): return style.rawValue + (explode ? ", a part for each" : "")
        }
    }
}
