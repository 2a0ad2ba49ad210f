import GeneratorOpenAPI
import GeneratorYAML

extension TypeBuilder {
    /// Returns the union with those alternatives that a reader can distinguish.
    func union(_ schema: Schema, _ places: [Place], name: String) -> Union {
        var alternatives: [Draft] = []
        for (index, place) in places.enumerated() {
            let title = title(ofInline: place)
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
        let selection = UnionSelection(
            of: alternatives.filter { $0.kind == .model }.map(\.place), in: schema, resolutions: resolutions, diagnostics: diagnostics)
        var table = NameTable(reserved: ["other"])
        return Union(
            alternatives: alternatives.map { alternative in
                .init(
                    name: table.unique(alternative.title.map(Names.enumerationMember) ?? alternativeName(alternative.type)),
                    type: alternative.type, kind: alternative.kind,
                    discriminatorValues: alternative.kind == .model ? selection.values[alternative.place] ?? [] : [],
                    constants: alternative.kind == .model ? selection.constants[alternative.place] ?? [] : [], isChecked: false,
                    location: resolutions.schema(alternative.place).location)
            }, discriminator: selection.discriminator, isRecursive: false)
    }

    private struct Draft {
        let place: Place
        var type: TypeReference
        let kind: Union.Kind
        /// The name that the title of an inline schema gives it.
        var title: String?
    }

    /// Returns the name in the title of a schema that has no other name; `nil` if the title is no name, such as a sentence.
    private func title(ofInline place: Place) -> String? {
        let schema = resolutions.schema(place)
        guard resolutions.forward(schema) == nil, schema.componentName == nil, schema.typeName == nil, schema.swiftName == nil else {
            return nil
        }
        return schema.title.flatMap(Names.typeSuffix(ofTitle:))
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
