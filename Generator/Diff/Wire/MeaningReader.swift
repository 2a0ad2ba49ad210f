import GeneratorOpenAPI
import GeneratorYAML

/// Merges the declarations of several schemas about one value.
struct MeaningReader {
    /// The meanings that this one belongs to, which remember where chains of references end.
    let meanings: Meanings
    private var document: Document { meanings.document }

    func meaning(of places: [Place]) -> Meaning {
        guard let first = places.first else {
            return Meaning(location: SourceLocation(file: document.file, line: 1, column: 1))
        }
        var meaning = Meaning(location: document.schema(first).location)
        if places.count == 1 { meaning.name = document.schema(first).componentName }
        var isHead = true
        for schema in document.schemas(from: places, following: \.layers) {
            add(schema, to: &meaning, isHead: isHead && places.count == 1)
            note(schema, isOwn: schema.place == first, in: &meaning)
            // A part of an `allOf` with several parts does not represent the whole value.
            if schema.layers.count != 1 || !schema.properties.isEmpty { isHead = false }
        }
        infer(&meaning)
        return meaning
    }

    private func add(_ schema: Schema, to meaning: inout Meaning, isHead: Bool) {
        addTypes(schema, to: &meaning)
        // The declaration closest to the use takes precedence.
        if meaning.defaultValue == nil, let value = schema.defaultValue {
            meaning.defaultValue = Canonical.text(of: value, isString: isString(schema))
        }
        meaning.isNullable = meaning.isNullable || schema.isNullable
        meaning.isDeprecated = meaning.isDeprecated || schema.isDeprecated
        meaning.isReadOnly = meaning.isReadOnly || schema.isReadOnly
        meaning.isWriteOnly = meaning.isWriteOnly || schema.isWriteOnly
        meaning.isLenient = meaning.isLenient || schema.isLenient
        meaning.otherNames.formUnion(schema.otherNames)
        meaning.unit = meaning.unit ?? schema.unit
        meaning.fractionDigits = meaning.fractionDigits ?? schema.fractionDigits
        meaning.wallClock = meaning.wallClock ?? schema.wallClock
        if !schema.enumeration.isEmpty {
            let isString = isString(schema)
            let values = schema.enumeration.map { Canonical.text(of: $0, isString: isString) }
            meaning.enumeration = meaning.enumeration.map { $0.filter(Set(values).contains) } ?? values
        }
        for property in schema.properties {
            meaning.members[property.name, default: .init(location: property.location, schemas: [])].schemas.append(property.schema)
        }
        meaning.required.formUnion(schema.required)
        switch schema.additionalProperties {
        case .forbidden: meaning.additional = .forbidden
        case .schema(let place):
            if case .values(let places) = meaning.additional {
                meaning.additional = .values(places + [place])
            } else if meaning.additional == .open {
                meaning.additional = .values([place])
            }
        case .anything, .unspecified: break
        }
        if let items = schema.items { meaning.items.append(items) }
        meaning.limits.add(schema.constraints)
        addAlternatives(schema, to: &meaning, isHead: isHead)
    }

    /// Records which schema declared which aspect, so that a change can be shown there.
    private func note(_ schema: Schema, isOwn: Bool, in meaning: inout Meaning) {
        let origin = Meaning.Origin(name: schema.componentName, location: schema.location, isOwn: isOwn)
        func note(_ aspect: Meaning.Aspect, if says: Bool) {
            if says, meaning.origins[aspect] == nil { meaning.origins[aspect] = origin }
        }
        note(.type, if: !schema.types.isEmpty || schema.format != nil || schema.contentMediaType != nil)
        note(.enumeration, if: !schema.enumeration.isEmpty)
        note(.limits, if: Limits(schema.constraints) != Limits())
        note(.object, if: !schema.properties.isEmpty || schema.additionalProperties != .unspecified)
        note(.alternatives, if: schema.oneOf.count > 1 || schema.anyOf.count > 1 || schema.discriminator != nil)
        note(.defaultValue, if: schema.defaultValue != nil)
    }

    private func addTypes(_ schema: Schema, to meaning: inout Meaning) {
        meaning.format = meaning.format ?? schema.format
        meaning.contentMediaType = meaning.contentMediaType ?? schema.contentMediaType?.lowercased()
        guard !schema.types.isEmpty else { return }
        var types = Set(schema.types)
        if types.contains(.number) { types.insert(.integer) }
        if meaning.types.isEmpty {
            meaning.types = types
        } else if !meaning.types.isDisjoint(with: types) {
            meaning.types.formIntersection(types)
        }
    }

    private func addAlternatives(_ schema: Schema, to meaning: inout Meaning, isHead: Bool) {
        let places = (schema.oneOf.count > 1 ? schema.oneOf : []) + (schema.anyOf.count > 1 ? schema.anyOf : [])
        let mapping = schema.discriminator?.mapping ?? []
        if places.isEmpty {
            // A base class. Its children build on it, so it only counts as a choice where it is used itself.
            guard isHead, !mapping.isEmpty else { return }
            meaning.discriminator = schema.discriminator?.propertyName
            meaning.alternatives += mapping.filter { $0.schema != schema.place }
                .map { .init(value: $0.value, values: [$0.value], schemas: [$0.schema], location: document.schema($0.schema).location) }
            return
        }
        if schema.anyOf.count > 1 { meaning.isAnyOf = true }
        meaning.discriminator = meaning.discriminator ?? schema.discriminator?.propertyName
        let valuesOfSchema = Dictionary(grouping: mapping, by: \.schema).mapValues { $0.map(\.value) }
        for place in flattened(places) {
            let target = document.schema(place).reference ?? place
            let values = valuesOfSchema[target] ?? []
            let implied = schema.discriminator == nil ? nil : document.schema(target).componentName
            let value = values.first ?? implied
            meaning.alternatives.append(
                .init(
                    value: value, values: Set(values.isEmpty ? [value].compactMap { $0 } : values), schemas: [place],
                    location: document.schema(place).location))
        }
    }

    /// Returns the alternatives, with those of nested unions in place of the unions.
    ///
    /// A nested union that says more than its alternatives do, such as that null is allowed, remains: each side of a comparison has to
    /// show what it says.
    private func flattened(_ places: [Place]) -> [Place] {
        PlaceWalk.flattened(places) { place in
            let union = meanings.plainTarget(of: place)
            guard union.alternatives.count > 1, union.properties.isEmpty, union.allOf.isEmpty, !union.isNullable,
                union.discriminator == nil
            else { return nil }
            return union.alternatives
        }
    }

    /// Returns `true` if the schema's values are strings, so that unquoted scalars are also strings.
    private func isString(_ schema: Schema) -> Bool { meanings.target(of: schema.place).types == [.string] }

    /// Infers the type from other keywords of the schema.
    private func infer(_ meaning: inout Meaning) {
        if meaning.types.isEmpty, meaning.alternatives.isEmpty {
            if !meaning.members.isEmpty || !meaning.required.isEmpty || meaning.additional != .open {
                meaning.types = [.object]
            } else if !meaning.items.isEmpty {
                meaning.types = [.array]
            } else if let values = meaning.enumeration {
                meaning.types = Set(values.compactMap(Canonical.type(of:)))
            }
        }
        meaning.limits.keepThose(for: meaning.types)
        // JSON has a single number type.
        if meaning.types.contains(.number) { meaning.types.remove(.integer) }
        for name in meaning.required where meaning.members[name] == nil {
            meaning.members[name] = .init(location: meaning.location, schemas: [])
        }
    }
}

extension Schema {
    /// The schemas that determine the same values as this one: its parts, and a union's only alternative.
    fileprivate var layers: [Place] { parts + [oneOf, anyOf].filter { $0.count == 1 }.joined() }
}
