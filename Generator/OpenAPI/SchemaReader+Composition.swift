import GeneratorYAML

/// Reads what a schema consists of: members, items, and other schemas that it joins or chooses from.
extension SchemaReader {
    func readComposition(_ object: inout ObjectReader, into schema: inout Schema) {
        let place = object.place
        schema.properties = object.entries("properties").map { entry in
            let child = need(entry.value, at: place.appending("properties", entry.key))
            return .init(name: entry.key, location: entry.keyLocation, schema: child)
        }
        readRequired(&object, into: &schema)
        schema.memberOrder = object.order("x-swift-order")
        schema.window = Window(&object, hasZone: true, diagnostics: diagnostics)
        if let node = object.node("additionalProperties") {
            schema.additionalProperties =
                switch node.scalar?.value {
                case .bool(true): .anything
                case .bool(false): .forbidden
                default:
                    node.mapping?.entries.isEmpty == true
                        ? .anything : .schema(need(node, at: place.appending("additionalProperties")))
                }
        }
        schema.items = readItems(&object)
        for (name, path) in [("allOf", \Schema.allOf), ("oneOf", \Schema.oneOf), ("anyOf", \Schema.anyOf)] {
            let members = object.list(name)
            // `null` as an alternative is another notation for nullable.
            let alternatives = members.enumerated().filter { _, member in
                guard name != "allOf", member["type"]?.string == "null" else { return true }
                schema.isNullable = true
                return false
            }
            schema[keyPath: path] += alternatives.map { need($1, at: place.appending(name, String($0))) }
        }
        if let node = object.node("discriminator"),
            var discriminator = ObjectReader(
                node, at: place.appending("discriminator"), what: "a discriminator", diagnostics: diagnostics)
        {
            let propertyName = discriminator.requiredString("propertyName") ?? ""
            let mapping = discriminator.entries("mapping").compactMap { entry in
                mappedSchema(entry.value, in: place).map { (value: entry.key, schema: $0) }
            }
            let fallback =
                diagnostics.allowsOpenAPI32 ? discriminator.node("defaultMapping").flatMap { mappedSchema($0, in: place) } : nil
            discriminator.finish()
            schema.discriminator = .init(propertyName: propertyName, mapping: mapping, fallback: fallback, location: node.location)
            if schema.oneOf.isEmpty, schema.anyOf.isEmpty { bases.append(place) }
        }
    }

    private func readRequired(_ object: inout ObjectReader, into schema: inout Schema) {
        if let node = object.node("required"), node.scalar?.value.isBool == true {
            diagnostics.flaw(
                at: node.location, "\"required\" of a schema must be a list", otherwise: "it is ignored",
                remedy: "list the names of required properties in \"required\" of the object that has them")
            return
        }
        let names = object.stringNodes("required")
        schema.required = names.map(\.text)
        schema.requiredLocations = names.map(\.location)
    }

    /// Returns the schema of the elements of a list; `nil` for any elements.
    ///
    /// A list of schemas, one for each position, has no Swift type unless all of them are the same.
    private func readItems(_ object: inout ObjectReader) -> Place? {
        let place = object.place
        let items = object.node("items")
        let name = items?.sequence == nil ? "prefixItems" : "items"
        guard let tuple = object.node(name), let elements = tuple.sequence else {
            return items.map { need($0, at: place.appending("items")) }
        }
        let type = elements.first?["type"]?.string
        let isPlain = elements.allSatisfy { element in
            element["type"]?.string == type
                && (element.mapping?.entries ?? []).allSatisfy { ["type", "title", "description"].contains($0.key) }
        }
        let rest = items?.mapping.map { _ in items?["type"]?.string == type } ?? true
        let isUniform = isPlain && rest && ["string", "integer", "number", "boolean"].contains(type ?? "")
        diagnostics.flaw(
            at: tuple.location, "\"\(name)\" with a schema for each position cannot be expressed as Swift types",
            otherwise: isUniform
                ? "the number of elements is not checked" : "the elements are any values, and are not checked against their schemas",
            remedy: "describe all elements with one schema")
        return isUniform ? need(elements[0], at: place.appending(name, "0")) : nil
    }

    /// Resolves a discriminator mapping's target, which is a reference or the name of a component.
    private func mappedSchema(_ node: Node, in place: Place) -> Place? {
        guard let text = node.string else { return nil }
        let component = Place(file: place.file, path: ["components", "schemas", text])
        let isReference = text.contains("/") || text.contains("#") || text.contains(".")
        // `pet.Dog` may be either. OpenAPI specifies that a component with that name takes precedence.
        let isName = !isReference || files.root(of: place.file, neededAt: nil)?["components"]?["schemas"]?[text] != nil
        let otherwise = "the value is left out"
        guard isName else { return need(node, in: place.file, otherwise: otherwise) }
        return diagnostics.resolve(otherwise: otherwise) { problems in
            files.node(at: component, neededAt: node.location, reportingTo: problems).map { need($0, at: component) }
        }
    }

    /// Reports keywords of JSON Schema that Swift types cannot express and that change the meaning of a value.
    func reportTheInexpressible(_ object: inout ObjectReader) {
        guard object.hasAny(of: SchemaReader.uncommonNames) else { return }
        for name in SchemaReader.inexpressibleNames {
            object.leaveOut(
                name, "cannot be expressed as Swift types",
                otherwise: ["then", "else", "patternProperties", "dependentSchemas"].contains(name)
                    ? "it is left out, with the members that it describes" : "it is left out, and values are not checked against it",
                remedy: "describe the values that occur with properties, items, enum or oneOf")
        }
        for name in SchemaReader.insignificantNames { object.ignore(name) }
    }

    private static let uncommonNames = Set(inexpressibleNames + insignificantNames)
    private static let inexpressibleNames = [
        "not", "if", "then", "else", "contains", "patternProperties", "dependentSchemas", "dependentRequired", "propertyNames",
        "unevaluatedItems", "unevaluatedProperties", "$dynamicRef",
    ]
    /// The keywords that describe no values, and those that are read elsewhere.
    private static let insignificantNames = [
        "prefixItems", "xml", "externalDocs", "$comment", "$schema", "$id", "$anchor", "$defs", "contentSchema", "definitions",
        "minContains", "maxContains",
    ]
}
