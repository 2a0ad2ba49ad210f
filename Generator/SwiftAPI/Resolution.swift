import GeneratorOpenAPI

/// Where a schema leads in the end.
struct Resolution {
    /// The schema that says what the values are.
    let schema: Schema
    /// Whether null was allowed on the way.
    let isNullable: Bool
    /// Every schema on the way that says something about the values, ``schema`` included: all of their constraints hold.
    let chain: [Schema]

    /// What stands nearest to the use.
    var description: String? { chain.lazy.compactMap(\.description).first }
    var defaultValue: Schema? { chain.first { $0.defaultValue != nil } }
    var isReadOnly: Bool { chain.contains(where: \.isReadOnly) }
    var isWriteOnly: Bool { chain.contains(where: \.isWriteOnly) }
}

extension Shapes {
    /// Follows references, `allOf`s that only name one other schema, and unions that come to one alternative.
    func resolved(_ place: Place) -> Resolution {
        if let known = resolutions[place] { return known }
        var (schema, isNullable, chain) = followed(place)
        if isUnion(schema) {
            let alternatives = alternatives(of: schema)
            for alternative in alternatives where followed(alternative).isNullable { isNullable = true }
            if alternatives.count == 1 {
                schema = document.schema(alternatives[0])
                chain.append(schema)
            }
        }
        let resolution = Resolution(schema: schema, isNullable: isNullable, chain: chain)
        resolutions[place] = resolution
        return resolution
    }

    /// Follows references and `allOf`s that only name one other schema.
    func followed(_ place: Place) -> (schema: Schema, isNullable: Bool, chain: [Schema]) {
        var schema = document.schema(place)
        var chain = [schema]
        var seen: Set<Place> = [place]
        while let next = forward(schema) {
            for part in schema.allOf where part != next { chain.append(document.schema(part)) }
            guard seen.insert(next).inserted else {
                diagnostics.error(at: schema.location, "this schema only refers to itself; say what its values are")
                break
            }
            schema = document.schema(next)
            chain.append(schema)
        }
        return (schema, chain.contains(where: \.isNullable), chain)
    }

    /// Where the schema only leads on: a reference, or an `allOf` that names one other and adds nothing to its type.
    func forward(_ schema: Schema) -> Place? {
        if let reference = schema.reference { return reference }
        guard !schema.allOf.isEmpty, schema.addsNothingToAllOf else { return nil }
        let parts = schema.allOf.filter { !document.schema($0).isAnnotation }
        guard parts.count == 1, let only = parts.first else { return nil }
        // A component made of a base and nothing else is one more kind of the base, not the base itself.
        if schema.componentName != nil, isBase(document.schema(document.schema(only).reference ?? only)) { return nil }
        return only
    }

    // MARK: Unions

    /// Whether values are of one of several kinds.
    func isUnion(_ schema: Schema) -> Bool {
        guard schema.enumeration.isEmpty else { return false }
        if !schema.oneOf.isEmpty || !schema.anyOf.isEmpty { return !schema.hasOwnMembers }
        return !children(of: schema).isEmpty
    }

    /// The alternatives of a union, those of nested unions in their place, itself and doubles left out.
    func alternatives(of schema: Schema) -> [Place] {
        var result: [Place] = []
        var seen: Set<Place> = [schema.place]
        // The next one last, so that no nesting is too deep.
        var pending = Array(directAlternatives(of: schema).reversed())
        while let place = pending.popLast(), looks(at: schema) {
            let alternative = followed(place).schema
            guard seen.insert(alternative.place).inserted else { continue }
            if isUnion(alternative) {
                pending += directAlternatives(of: alternative).reversed()
            } else {
                result.append(alternative.place)
            }
        }
        return result
    }

    /// Counts one look at an alternative of the schema: unions of unions multiply them.
    ///
    /// - Returns: Whether there may be one more.
    private func looks(at schema: Schema) -> Bool {
        alternativesLeft -= 1
        if alternativesLeft < 0 {
            diagnostics.error(
                at: schema.location, "the unions in unions have too many alternatives in all; put fewer of them into each other")
        }
        return alternativesLeft >= 0
    }

    private func directAlternatives(of schema: Schema) -> [Place] {
        schema.oneOf.isEmpty && schema.anyOf.isEmpty ? children(of: schema) : schema.oneOf + schema.anyOf
    }

    /// The schemas that a base with a discriminator says it stands for, as far as they build on it.
    private func children(of schema: Schema) -> [Place] {
        guard isBase(schema), let discriminator = schema.discriminator else { return [] }
        return discriminator.mapping.map(\.schema).filter { $0 != schema.place && builds($0, on: schema.place) }
    }

    /// Whether the schema has a discriminator with a mapping and is no `oneOf`: a base class, as some tools write it.
    private func isBase(_ schema: Schema) -> Bool {
        schema.discriminator?.mapping.isEmpty == false && schema.oneOf.isEmpty && schema.anyOf.isEmpty
    }

    private func builds(_ place: Place, on base: Place) -> Bool {
        var pending = [place]
        var seen: Set<Place> = []
        while let place = pending.popLast() {
            let schema = document.schema(place)
            if place == base { return true }
            guard seen.insert(place).inserted, looks(at: schema) else { continue }
            pending += schema.allOf
            if let reference = schema.reference { pending.append(reference) }
        }
        return false
    }
}

extension Schema {
    /// Whether it says nothing about the type: a description, constraints, nullability at the most.
    var isAnnotation: Bool {
        reference == nil && (types.isEmpty || types == [.object]) && enumeration.isEmpty && items == nil && oneOf.isEmpty && anyOf.isEmpty
            && !hasOwnMembers
            && required.isEmpty && additionalProperties == .unspecified
    }

    /// Whether all that it says about the type is in its `allOf`.
    fileprivate var addsNothingToAllOf: Bool {
        properties.isEmpty && oneOf.isEmpty && anyOf.isEmpty && enumeration.isEmpty && required.isEmpty && items == nil
            && (additionalProperties == .unspecified || additionalProperties == .forbidden)
    }
}
