import GeneratorOpenAPI
import GeneratorYAML

/// Converts schemas to JSON. Inline schemas are nested; referenced schemas are named by their place.
struct SchemaRecords {
    let document: Document
    /// The schemas that have separate records.
    let referenced: Set<Place>

    init(document: Document) {
        self.document = document
        var referenced: Set<Place> = []
        for schema in document.schemas.values {
            if let reference = schema.reference { referenced.insert(reference) }
            referenced.formUnion(schema.discriminator?.mapping.map(\.schema) ?? [])
        }
        self.referenced = referenced
    }

    /// Returns the JSON of the schema at `place`. References are not followed, so the recursion ends.
    func json(of place: Place) -> DocumentValue {
        let schema = document.schema(place)
        var members = CatalogMembers()
        members.add("$ref", schema.reference?.description)
        members.list("type", schema.types.map { .text($0.rawValue) })
        members.flag("nullable", schema.isNullable)
        members.add("format", schema.format)
        members.flag("lenient", schema.isLenient)
        members.add("fractionDigits", schema.fractionDigits)
        members.flag("readOnly", schema.isReadOnly)
        members.flag("writeOnly", schema.isWriteOnly)
        members.list("enum", schema.enumeration.map { DocumentValue(keepingNotation: $0) })
        members.add("default", schema.defaultValue.map { DocumentValue(keepingNotation: $0) })
        if !schema.properties.isEmpty {
            members.add("properties", .object(schema.properties.map { .init(key: $0.name, value: json(of: $0.schema)) }))
        }
        members.list("required", schema.required.map { .text($0) })
        switch schema.additionalProperties {
        case .unspecified, .anything: break
        case .forbidden: members.add("additionalProperties", .scalar(.bool(false)))
        case .schema(let place): members.add("additionalProperties", json(of: place))
        }
        members.add("items", schema.items.map(json(of:)))
        members.list("allOf", schema.allOf.map(json(of:)))
        members.list("oneOf", schema.oneOf.map(json(of:)))
        members.list("anyOf", schema.anyOf.map(json(of:)))
        members.add("discriminator", schema.discriminator.map(json(of:)))
        add(schema.constraints, to: &members)
        return members.json
    }

    private func json(of discriminator: Schema.Discriminator) -> DocumentValue {
        .object([
            .init(key: "propertyName", value: .text(discriminator.propertyName)),
            .init(
                key: "mapping", value: .object(discriminator.mapping.map { .init(key: $0.value, value: .text($0.schema.description)) })),
        ])
    }

    private func add(_ constraints: Schema.Constraints, to members: inout CatalogMembers) {
        members.add("minLength", constraints.minLength)
        members.add("maxLength", constraints.maxLength)
        members.add("pattern", constraints.pattern)
        members.add("minimum", constraints.minimum)
        members.add("maximum", constraints.maximum)
        members.add("exclusiveMinimum", constraints.exclusiveMinimum)
        members.add("exclusiveMaximum", constraints.exclusiveMaximum)
        members.add("multipleOf", constraints.multipleOf)
        members.add("minItems", constraints.minItems)
        members.add("maxItems", constraints.maxItems)
        members.flag("uniqueItems", constraints.uniqueItems)
        members.add("minProperties", constraints.minProperties)
        members.add("maxProperties", constraints.maxProperties)
    }
}
