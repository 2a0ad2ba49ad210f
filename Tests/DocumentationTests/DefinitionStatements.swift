import GeneratorOpenAPI
import GeneratorYAML

/// Compares the spec with the schemas that the older page defines by name.
extension ComparedSpecification {
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

    /// Finds what the spec states about schemas that the page defines by name, and the page does not: a field, a required field, a
    /// constraint or a default value, and objects that the page does not define. Names of enums and IDs only make a type more precise.
    func additionalDefinitions(to facts: [Fact]) -> [Difference] {
        let known = Dictionary(grouping: facts, by: \.subject)
        return definitions.names.flatMap { name -> [Difference] in
            guard let schema = definitions[name] else { return [] }
            let location = schema.layers.first?.location ?? document.location
            guard let facts = known[name], facts.contains(where: { $0.element == "definition" }) else {
                return schema.type == "object" ? [addition(name, "definition", "type", schema.type, at: location)] : []
            }
            let elements = Dictionary(grouping: facts, by: \.element).mapValues { Set($0.map(\.attribute)) }
            return schema.properties.flatMap { property -> [Difference] in
                let value = ValueStatements(property, of: schema)
                let element = "field \(property.name)"
                let required = value.isRequired ? [addition(name, element, "required", "true", at: value.location)] : []
                return additions(to: elements[element], of: name, element: element, value: value)
                    + required.filter { _ in elements[element]?.contains("required") != true }
            }
        }
    }

    /// An example of a definition has type names where other examples have values.
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
