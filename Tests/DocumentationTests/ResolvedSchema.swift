import GeneratorOpenAPI
import GeneratorYAML

/// A schema together with everything it refers to: what stands beside a reference comes first, then what it leads to.
struct ResolvedSchema {
    let schemas: [Place: Schema]
    /// From the schema's own words to those it inherits.
    let layers: [Schema]

    init(_ place: Place, in schemas: [Place: Schema]) {
        self.schemas = schemas
        var layers: [Schema] = []
        var seen: Set<Place> = []
        var pending = [place]
        while let next = pending.popLast() {
            guard seen.insert(next).inserted, let schema = schemas[next] else { continue }
            layers.append(schema)
            pending += (schema.allOf + [schema.reference].compactMap(\.self)).reversed()
        }
        self.layers = layers
    }

    func first<Value>(_ read: (Schema) -> Value?) -> Value? {
        for layer in layers {
            if let value = read(layer) { return value }
        }
        return nil
    }

    var items: ResolvedSchema? { first(\.items).map { ResolvedSchema($0, in: schemas) } }

    private var enumeration: [Node] { first { $0.enumeration.isEmpty ? nil : $0.enumeration } ?? [] }

    /// The schemas of which a value fits one.
    var alternatives: [ResolvedSchema] { layers.flatMap { $0.oneOf + $0.anyOf }.map { ResolvedSchema($0, in: schemas) } }

    /// The values of the schema's own enum, of that of its items or of an alternative.
    var allowedValues: [Node] {
        if !enumeration.isEmpty { return enumeration }
        if let items { return items.allowedValues }
        return alternatives.map(\.allowedValues).first { !$0.isEmpty } ?? []
    }

    var required: Set<String> { Set(layers.flatMap(\.required)) }

    /// In the spec's order.
    var properties: [Schema.Property] { layers.flatMap(\.properties) }

    var description: String? { first(\.description) }

    var isDeprecated: Bool { layers.contains(where: \.isDeprecated) }

    /// Whether members without a name, or values of any kind, are welcome.
    var isOpen: Bool {
        type == "anything"
            || layers.contains { layer in
                switch layer.additionalProperties {
                case .anything, .schema: true
                case .unspecified, .forbidden: false
                }
            }
    }

    /// As the documentation writes types: `string`, `array of object`.
    var type: String {
        if let type = first({ $0.types.first }) {
            return type == .array ? "array of \(items?.type ?? "anything")" : type.rawValue
        }
        if !properties.isEmpty { return "object" }
        return alternatives.isEmpty ? "anything" : alternatives.map(\.type).joined(separator: " or ")
    }

    /// The name of the component that the schema, or the schema of its items, refers to.
    var name: String? {
        if let items { return items.name }
        return layers.compactMap { layer in
            layer.place.path.count == 3 && layer.place.path.starts(with: ["components", "schemas"]) ? layer.place.path[2] : nil
        }.first
    }

    /// Where a fact comes from when it is not the documentation.
    var source: String? { first(\.source) }
}
