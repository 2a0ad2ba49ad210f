import GeneratorOpenAPI
import GeneratorYAML

/// What the spec says about a schema that the older page defines by name.
extension Specification {
    func difference(from fact: Fact, inDefinition name: String, field: String) -> [Difference] {
        guard let schema = definitions[name] else { return [missing(fact)] }
        let location = schema.layers.first?.location ?? document.location
        if !field.isEmpty {
            return difference(from: fact, in: schema.properties.first { $0.name == field }.map { ValueStatements($0, of: schema) })
        }
        guard fact.attribute == "skeleton" else { return difference(from: fact, says: schema.type, at: location) }
        guard let skeleton = try? YAML.parse(Array(fact.value.utf8), file: "the page's example") else {
            return [missing(fact, at: location)]
        }
        return mismatches(of: skeleton, with: schema, at: "").map { path, page, specification in
            Difference(fact: fact, page: "\(path) \(page)", specification: specification, location: location.description)
        }
    }

    /// A definition's example has the names of types where other examples have values.
    private func mismatches(of skeleton: Node, with schema: ResolvedSchema, at path: String) -> [JSONDifferences.Pair] {
        switch skeleton.content {
        case .mapping(let mapping):
            return mapping.entries.flatMap { entry -> [JSONDifferences.Pair] in
                let place = "\(path)/\(entry.key)"
                guard let property = schema.properties.first(where: { $0.name == entry.key }) else {
                    return [(place, JSONDifferences.text(of: entry.value), Difference.nothing)]
                }
                return mismatches(of: entry.value, with: ResolvedSchema(property.schema, in: schema.schemas), at: place)
            }
        case .sequence(let elements):
            guard let items = schema.items else { return [(path, JSONDifferences.text(of: skeleton), schema.type)] }
            return elements.flatMap { mismatches(of: $0, with: items, at: "\(path)/[]") }
        case .scalar(let scalar):
            let format = schema.first(\.format).map { " (\($0))" } ?? ""
            return [schema.type, schema.type + format].contains(scalar.text) ? [] : [(path, scalar.text, schema.type)]
        }
    }
}
