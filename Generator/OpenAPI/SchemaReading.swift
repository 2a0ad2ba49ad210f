/// How schemas refer to each other. Everything that follows references, joins and alternatives builds upon this.
extension Document {
    /// Returns the schemas that a walk from the given places visits: each schema once and before those that it leads to.
    ///
    /// - Parameter following: Returns the places that a schema leads to.
    package func schemas(from places: [Place], following: @escaping (Schema) -> [Place]) -> some Sequence<Schema> {
        PlaceWalk(from: places) { following(schema($0)) }.lazy.map { schema($0) }
    }

    /// Returns the schemas that a value must satisfy together: the schema itself, then the target of its reference or the parts of its
    /// `allOf`, and what these are joined from.
    package func joined(_ place: Place) -> [Schema] { Array(schemas(from: [place], following: \.parts)) }

    /// Returns `true` if a reference that the schema consists of, or any alternative, allows null.
    ///
    /// The parts of an `allOf` are left out: null must satisfy each of them, while readers of values check each part anyway.
    package func allowsNull(_ place: Place) -> Bool {
        schemas(from: [place]) { schema in schema.reference.map { [$0] } ?? schema.alternatives }
            .contains { $0.isNullable || $0.allowsEverything }
    }
}

extension PlaceWalk {
    /// Returns the alternatives with those of nested unions in place of the unions, in the order of the document and each once.
    ///
    /// - Parameter nested: Returns the alternatives of a union that they replace; `nil` for every other schema.
    package static func flattened(_ alternatives: [Place], nested: @escaping (Place) -> [Place]?) -> [Place] {
        var leaves: Set<Place> = []
        let walk = PlaceWalk(from: alternatives) { place in
            if let alternatives = nested(place) { return alternatives }
            leaves.insert(place)
            return []
        }
        return Array(walk).filter(leaves.contains)
    }
}

extension ChainEnds {
    /// Returns the schema at the end of a chain of references. A schema that only refers to itself has no end, and is not described.
    package mutating func target(of place: Place, in document: Document) -> Schema {
        document.schema(end(of: place) { document.schema($0).reference })
    }
}

extension Schema {
    /// The schemas that this one is joined from: the target of the reference, or the parts of `allOf`.
    ///
    /// No schema has both, because the reader makes a reference beside `allOf` one of its parts, or reports it.
    package var parts: [Place] { reference.map { [$0] } ?? allOf }

    /// The alternatives that the schema itself lists.
    package var alternatives: [Place] { oneOf + anyOf }

    /// All schemas that this one leads to.
    package var children: [Place] {
        var children = properties.map(\.schema) + allOf + alternatives
        if let reference { children.append(reference) }
        if let items { children.append(items) }
        if case .schema(let place) = additionalProperties { children.append(place) }
        if let discriminator { children += discriminator.mapping.map(\.schema) + (discriminator.fallback.map { [$0] } ?? []) }
        return children
    }

    /// The name under which other schemas refer to this one: that of a component, of a definition, or of a file that consists of the
    /// schema.
    package var componentName: String? {
        guard let last = place.path.last else {
            let file = place.file.split(separator: "/").last ?? ""
            return file.split(separator: ".").first.map(String.init)
        }
        let isComponent = place.path.count == 3 && place.path[0] == "components" && place.path[1] == "schemas"
        let isDefinition = place.path.count == 2 && (place.path[0] == "definitions" || place.path[0] == "$defs")
        return isComponent || isDefinition || place.path.count == 1 ? last : nil
    }

    /// `true` if the schema specifies neither a type nor values nor other schemas that do.
    fileprivate var allowsEverything: Bool {
        types.isEmpty && enumeration.isEmpty && parts.isEmpty && alternatives.isEmpty
    }
}
