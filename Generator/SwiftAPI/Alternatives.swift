import GeneratorOpenAPI

extension Shapes {
    /// Returns `true` if the schema's values are of one of several kinds.
    func isUnion(_ schema: Schema) -> Bool {
        guard schema.enumeration.isEmpty else { return false }
        if !schema.oneOf.isEmpty || !schema.anyOf.isEmpty { return !schema.hasOwnMembers }
        return !children(of: schema).isEmpty
    }

    /// Returns the alternatives of a union.
    ///
    /// Nested unions are replaced by their alternatives. The union itself and duplicates are left out.
    func alternatives(of schema: Schema) -> [Place] {
        var result: [Place] = []
        var seen: Set<Place> = [schema.place]
        // An explicit stack, with the next alternative last, so that nesting depth is not limited by recursion.
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

    /// Counts one visit to an alternative of the schema. The limit exists because nested unions multiply alternatives.
    ///
    /// - Returns: `true` if the limit is not exceeded.
    private func looks(at schema: Schema) -> Bool {
        alternativesLeft -= 1
        if alternativesLeft < 0 {
            diagnostics.error(
                at: schema.location, "the nested unions have too many alternatives in total; nest fewer")
        }
        return alternativesLeft >= 0
    }

    private func directAlternatives(of schema: Schema) -> [Place] {
        schema.oneOf.isEmpty && schema.anyOf.isEmpty ? children(of: schema) : schema.oneOf + schema.anyOf
    }

    /// Returns the schemas that a base's discriminator mapping lists, if they build on the base.
    private func children(of schema: Schema) -> [Place] {
        guard isBase(schema), let discriminator = schema.discriminator else { return [] }
        if let known = childrenOfBases[schema.place] { return known }
        let children = discriminator.mapping.map(\.schema).filter { $0 != schema.place && builds($0, on: schema.place) }
        childrenOfBases[schema.place] = children
        return children
    }

    /// `true` if the schema is a base class: it has a discriminator with a mapping, and neither `oneOf` nor `anyOf`.
    func isBase(_ schema: Schema) -> Bool {
        schema.discriminator?.mapping.isEmpty == false && schema.oneOf.isEmpty && schema.anyOf.isEmpty
    }

    private func builds(_ place: Place, on base: Place) -> Bool {
        var pending = [place]
        var seen: Set<Place> = []
        while let place = pending.popLast() {
            let schema = self.schema(place)
            if place == base { return true }
            guard seen.insert(place).inserted, looks(at: schema) else { continue }
            pending += schema.allOf
            if let reference = schema.reference { pending.append(reference) }
        }
        return false
    }
}
