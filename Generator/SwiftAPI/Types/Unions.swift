import GeneratorOpenAPI
import GeneratorYAML

extension TypeBuilder {
    /// Returns the union with those alternatives that a reader can distinguish.
    func union(_ schema: Schema, _ places: [Place], name: String) -> Union {
        var alternatives: [Draft] = []
        let titles = titles(ofInline: places)
        for (index, place) in places.enumerated() {
            let title = titles[index]
            let context = title.map { $0.hasPrefix(name) ? $0 : name + $0 } ?? name + "Option\(index + 1)"
            let type = withoutFraction(reference(to: place, context: context), at: place)
            let kind = unionKind(of: place)
            // Of several alternatives with the same JSON form, only models can be distinguished.
            if kind != .model, let other = alternatives.firstIndex(where: { $0.kind == kind }) {
                if alternatives[other].type != type { alternatives[other].type = commonType(kind) }
                alternatives[other].title = nil
            } else {
                alternatives.append(.init(place: place, type: type, kind: kind, title: title))
            }
        }
        // A numbered name does not describe the value.
        let isUnnamed = alternatives.map { alternative -> Bool in
            guard case .named(let type) = alternative.type.withoutOptionality, alternative.title == nil else { return false }
            return type.hasPrefix(name + "Option")
        }
        for index in alternatives.indices where isUnnamed[index] {
            let number = places.firstIndex(of: alternatives[index].place).map { $0 + 1 } ?? index + 1
            let areAlike = zip(alternatives, isUnnamed).filter { $0.kind == alternatives[index].kind && $1 }.count > 1
            alternatives[index].title = areAlike ? "option\(number)" : unnamedCase(alternatives[index].kind)
        }
        let selection = UnionSelection(
            of: alternatives.filter { $0.kind == .model }.map(\.place), in: schema, resolutions: resolutions, diagnostics: diagnostics)
        // The reader has a constant with this name.
        var table = NameTable(reserved: ["other", "alternatives"])
        let required = requiredMembers(of: alternatives)
        return Union(
            alternatives: alternatives.enumerated().map { index, alternative in
                .init(
                    name: table.unique(alternative.title.map(Names.enumerationMember) ?? alternativeName(alternative.type)),
                    type: alternative.type, kind: alternative.kind,
                    discriminatorValues: alternative.kind == .model ? selection.values[alternative.place] ?? [] : [],
                    constants: alternative.kind == .model ? selection.constants[alternative.place] ?? [] : [],
                    requiredMembers: required[index],
                    isChecked: false,
                    location: resolutions.schema(alternative.place).location)
            }, discriminator: selection.discriminator, isRecursive: false)
    }

    /// Returns, for each alternative, the members that an object must have to be of it.
    ///
    /// If every alternative requires a member, it does not distinguish them and is left out, unless an alternative accepts any object.
    private func requiredMembers(of alternatives: [Draft]) -> [[String]] {
        let mayBeAnyObject = alternatives.contains { $0.kind == .anyObject }
        let required = alternatives.map { alternative -> [String] in
            guard alternative.kind == .model else { return [] }
            return resolutions.members(of: alternative.place).all.filter { member in
                let resolution = resolutions.resolved(member.schema)
                // Services may omit members that can be null, and read-only and write-only members are missing in one direction.
                return member.isRequired && (mayBeAnyObject || !resolution.isNullable) && !resolution.isReadOnly && !resolution.isWriteOnly
            }.map(\.name)
        }
        if mayBeAnyObject { return required }
        let models = zip(alternatives, required).filter { $0.0.kind == .model }.map { Set($1) }
        let ofAll = models.dropFirst().reduce(models.first ?? []) { $0.intersection($1) }
        return required.map { $0.filter { !ofAll.contains($0) } }
    }

    private func unnamedCase(_ kind: Union.Kind) -> String {
        switch kind {
        case .bool: "bool"
        case .number: "integer"
        case .string: "string"
        case .array: "array"
        case .model, .anyObject: "object"
        }
    }

    private struct Draft {
        let place: Place
        var type: TypeReference
        let kind: Union.Kind
        /// The name that the title of an inline schema gives it.
        var title: String?
    }

    /// Returns names for the alternatives that are defined inline. A name comes from the title, or else from a constant that only this
    /// alternative has. It is `nil` if there is neither, or if the title cannot be a name, such as a sentence.
    private func titles(ofInline places: [Place]) -> [String?] {
        let areInline = places.map { place in
            let schema = resolutions.schema(place)
            return resolutions.forward(schema) == nil && schema.componentName == nil && schema.typeName == nil && schema.swiftName == nil
        }
        let titles = zip(places, areInline).map { place, isInline in
            isInline ? resolutions.schema(place).title.flatMap(Names.typeSuffix(ofTitle:)) : nil
        }
        guard zip(titles, areInline).contains(where: { $0 == nil && $1 }) else { return titles }
        let constants = places.map { unionKind(of: $0) == .model ? resolutions.constants(of: $0).filter { $0.values.count == 1 } : [] }
        let all = Dictionary(constants.joined().map { ($0, 1) }, uniquingKeysWith: +)
        return places.indices.map { index in
            guard areInline[index], titles[index] == nil else { return titles[index] }
            return constants[index].first { $0.isRequired && all[$0] == 1 }.flatMap { Names.typeSuffix(ofTitle: $0.values[0]) }
        }
    }

    private func unionKind(of place: Place) -> Union.Kind {
        switch shapes.shape(of: place) {
        case .value(.bool): .bool
        case .value(.int), .value(.int64), .value(.double), .unit: .number
        case .value(.json): .anyObject
        case .value, .identifier: .string
        case .enumeration(let choices): choices.areIntegers ? .number : .string
        case .array: .array
        case .dictionary: .anyObject
        case .structure, .union: .model
        }
    }

    private func commonType(_ kind: Union.Kind) -> TypeReference {
        switch kind {
        case .bool: .bool
        case .number: .double
        case .string: .string
        case .array: .array(.json)
        case .model, .anyObject: .json
        }
    }

    private func alternativeName(_ type: TypeReference) -> String {
        switch type {
        case .string: "string"
        case .bool: "bool"
        case .int, .int64: "integer"
        case .double: "number"
        case .date, .dateWithFraction: "date"
        case .wallClockTime: "wallClockTime"
        case .calendarDate: "calendarDate"
        case .dayOrTime: "dayOrTime"
        case .duration: "duration"
        case .json: "json"
        case .upload: "file"
        case .named(let name): Names.enumerationMember(name)
        case .array: "array"
        case .dictionary: "dictionary"
        case .optional(let type), .nullable(let type), .indirect(let type): alternativeName(type)
        }
    }
}
