import GeneratorOpenAPI

extension Shapes {
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
