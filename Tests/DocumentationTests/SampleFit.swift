import GeneratorYAML

/// Checks whether a sample matches its schema in the spec: every key is a property, and every value has the right type.
struct SampleFit {
    /// `true` if the page prints numbers and Booleans as strings (`"billable": "true"`).
    let printsValuesAsText: Bool

    /// Returns every place where the sample does not match.
    func problems(of sample: Node, with schema: ResolvedSchema, at path: String = "") -> [JSONDifferences.Pair] {
        let alternatives = schema.alternatives.map { problems(of: sample, with: $0, at: path) }
        if let best = alternatives.min(by: { $0.count < $1.count }) { return best }
        switch sample.content {
        case .mapping(let mapping):
            guard ["object", "anything"].contains(schema.type) else { return [(path, "an object", schema.type)] }
            guard !schema.isOpen else { return [] }
            return mapping.entries.flatMap { entry -> [JSONDifferences.Pair] in
                let place = "\(path)/\(entry.key)"
                guard let property = schema.properties.first(where: { $0.name == entry.key }) else {
                    return [(place, JSONDifferences.text(of: entry.value), Difference.nothing)]
                }
                return problems(of: entry.value, with: ResolvedSchema(property.schema, in: schema.schemas), at: place)
            }
        case .sequence(let elements):
            guard let items = schema.items else { return schema.isOpen ? [] : [(path, "an array", schema.type)] }
            return elements.flatMap { problems(of: $0, with: items, at: "\(path)/[]") }
        case .scalar(let scalar):
            return fits(scalar.value, schema.type) ? [] : [(path, JSONDifferences.text(of: sample), schema.type)]
        }
    }

    private func fits(_ value: Scalar.Value, _ type: String) -> Bool {
        switch value {
        case .null: true
        case .bool: ["boolean", "anything"].contains(type)
        case .integer: ["integer", "number", "anything"].contains(type)
        case .decimal: ["number", "anything"].contains(type)
        case .string(let text):
            switch type {
            case "string", "anything": true
            case "boolean": printsValuesAsText && ["true", "false"].contains(text)
            case "integer", "number": printsValuesAsText && Double(text) != nil
            default: false
            }
        }
    }
}
