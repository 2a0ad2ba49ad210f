import GeneratorYAML

extension Written {
    init(_ node: Node) {
        switch node.content {
        case .scalar(let scalar):
            switch scalar.value {
            case .null: self = .null
            case .bool(let value): self = .bool(value)
            case .integer(let value): self = .integer(value)
            case .decimal(let text): self = .number(text)
            case .string(let text): self = .string(text)
            }
        case .sequence(let elements): self = .list(elements.map(Written.init))
        case .mapping(let mapping): self = .object(mapping.entries.map { Member($0.key, Written($0.value)) })
        }
    }
}

/// Returns the files of a spec as values, by name.
func values(of texts: [String: String]) throws -> [String: Written] {
    var values: [String: Written] = [:]
    for (name, text) in texts where name.hasSuffix(".yaml") { values[name] = Written(try YAML.parse(Array(text.utf8), file: name)) }
    return values
}

extension [String: Written] {
    var texts: [String: String] { mapValues(\.text) }
}
