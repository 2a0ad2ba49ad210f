import GeneratorOpenAPI
import GeneratorYAML

/// A schema together with everything it refers to: siblings of a reference come first, then its target.
struct ResolvedSchema {
    let schemas: [Place: Schema]
    /// The layers from the schema itself to those that it inherits.
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

    /// The alternatives of which a value matches one.
    var alternatives: [ResolvedSchema] { layers.flatMap { $0.oneOf + $0.anyOf }.map { ResolvedSchema($0, in: schemas) } }

    /// The values of the schema's own enum, or that of its items or of an alternative.
    var allowedValues: [Node] {
        if !enumeration.isEmpty { return enumeration }
        if let items { return items.allowedValues }
        return alternatives.map(\.allowedValues).first { !$0.isEmpty } ?? []
    }

    var required: Set<String> { Set(layers.flatMap(\.required)) }

    /// The properties in the order of the spec.
    var properties: [Schema.Property] { layers.flatMap(\.properties) }

    var description: String? { first(\.description) }

    var isDeprecated: Bool { layers.contains(where: \.isDeprecated) }

    /// `true` if additional members or values of any kind are allowed.
    var isOpen: Bool {
        type == "anything"
            || layers.contains { layer in
                switch layer.additionalProperties {
                case .anything, .schema: true
                case .unspecified, .forbidden: false
                }
            }
    }

    /// The type in the notation of the documentation: `string`, `array of object`.
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

    /// The source of a fact that does not come from the documentation.
    var source: String? { first(\.source) }
}
