import GeneratorOpenAPI

extension Resolutions {
    /// Returns `true` if the schema's values are of one of several kinds.
    func isUnion(_ schema: Schema) -> Bool {
        guard schema.enumeration.isEmpty else { return false }
        if !schema.alternatives.isEmpty { return !schema.hasOwnMembers }
        return !children(of: schema).isEmpty
    }

    /// Returns the alternatives of a union.
    ///
    /// Nested unions are replaced by their alternatives. The union itself and duplicates are left out.
    func alternatives(of schema: Schema) -> [Place] { choice(of: schema).alternatives }

    /// Returns the alternatives of a union, whether one of them or a nested union allows null, and the nested unions.
    func choice(of schema: Schema) -> (alternatives: [Place], isNullable: Bool, nested: [Schema]) {
        var isNullable = false
        var nested: [Schema] = []
        // Unlike other readers, this one also follows schemas that have no Swift type of their own, and treats the subtypes of a base
        // class as alternatives.
        let alternatives = PlaceWalk.flattened([schema.place]) { [self] place in
            let union = place == schema.place ? schema : followed(place).schema
            guard isUnion(union) else { return nil }
            let listed = directAlternatives(of: union)
            guard looks(at: schema, times: listed.count) else { return [] }
            if place != schema.place { nested.append(union) }
            return listed.compactMap { place in
                let alternative = followed(place)
                isNullable = isNullable || alternative.isNullable
                return alternative.schema.isNull ? nil : alternative.schema.place
            }
        }
        return (alternatives, isNullable, nested)
    }

    /// Counts visits to alternatives of the schema. The limit exists because nested unions multiply alternatives.
    ///
    /// - Returns: `true` if the limit is not exceeded.
    private func looks(at schema: Schema, times: Int = 1) -> Bool {
        alternativesLeft -= times
        if alternativesLeft < 0 {
            diagnostics.error(
                at: schema.location, "the nested unions have too many alternatives in total; nest fewer")
        }
        return alternativesLeft >= 0
    }

    private func directAlternatives(of schema: Schema) -> [Place] {
        schema.alternatives.isEmpty ? children(of: schema) : schema.alternatives
    }

    /// Returns the schemas that build on a base class, of those in its discriminator's mapping.
    private func children(of schema: Schema) -> [Place] {
        guard isBase(schema), let discriminator = schema.discriminator else { return [] }
        if let known = childrenOfBases[schema.place] { return known }
        let children = discriminator.mapping.map(\.schema).filter { $0 != schema.place && builds($0, on: schema.place) }
        childrenOfBases[schema.place] = children
        return children
    }

    /// `true` if the schema is a base class: it has a discriminator with a mapping, and neither `oneOf` nor `anyOf`.
    func isBase(_ schema: Schema) -> Bool {
        schema.discriminator?.mapping.isEmpty == false && schema.alternatives.isEmpty
    }

    private func builds(_ place: Place, on base: Place) -> Bool {
        let walk = PlaceWalk(from: [place]) { [self] place in
            let schema = schema(place)
            return place != base && looks(at: schema) ? schema.parts : []
        }
        return walk.contains(base)
    }
}
