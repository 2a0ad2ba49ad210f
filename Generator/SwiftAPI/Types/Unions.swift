import GeneratorOpenAPI
import GeneratorYAML

extension TypeBuilder {
    /// Returns the union with those alternatives that a reader can distinguish.
    func union(_ schema: Schema, _ places: [Place], name: String) -> Union {
        let values = discriminatorValues(in: schema)
        var alternatives: [(type: TypeReference, kind: Union.Kind, values: [String], location: SourceLocation)] = []
        for (index, place) in places.enumerated() {
            let type = withoutFraction(reference(to: place, context: name + "Option\(index + 1)"), at: place)
            let kind = unionKind(of: place)
            // Of several alternatives with the same JSON form, only models can be distinguished.
            if kind != .model, let other = alternatives.firstIndex(where: { $0.kind == kind }) {
                if alternatives[other].type != type { alternatives[other].type = commonType(kind) }
            } else {
                let values = kind == .model ? discriminatorValues(of: place, in: schema, mapped: values) : []
                alternatives.append((type, kind, values, resolutions.schema(place).location))
            }
        }
        var table = NameTable(reserved: ["other"])
        return Union(
            alternatives: alternatives.map { alternative in
                .init(
                    name: table.unique(alternativeName(alternative.type)), type: alternative.type, kind: alternative.kind,
                    discriminatorValues: alternative.values, isChecked: false, location: alternative.location)
            }, discriminator: schema.discriminator?.propertyName, isRecursive: false)
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

    /// Returns the values in a discriminator's mapping, by the schemas that they refer to.
    private func discriminatorValues(in schema: Schema) -> [Place: [String]] {
        let mapping = schema.discriminator?.mapping ?? []
        return Dictionary(grouping: mapping) { resolutions.resolved($0.schema).schema.place }.mapValues { $0.map(\.value) }
    }

    private func discriminatorValues(of place: Place, in schema: Schema, mapped: [Place: [String]]) -> [String] {
        guard schema.discriminator != nil else { return [] }
        let resolved = resolutions.resolved(place).schema
        if let values = mapped[resolved.place] { return values }
        guard let name = resolved.componentName else {
            diagnostics.error(
                at: resolved.location,
                "an alternative of a union with a discriminator needs a value: make it a component, or add it to the discriminator's mapping"
            )
            return []
        }
        return [name]
    }
}
