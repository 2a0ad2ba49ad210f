import GeneratorYAML

/// Reads schema objects, each once, and everything they refer to.
final class SchemaReader {
    private let files: SpecificationFiles
    private let diagnostics: Diagnostics
    /// 3.0 spells nullability and exclusive bounds in its own way.
    private let isVersion30: Bool
    private(set) var schemas: [Place: Schema] = [:]
    private var pending: [(node: Node, place: Place)] = []

    init(files: SpecificationFiles, diagnostics: Diagnostics, isVersion30: Bool) {
        self.files = files
        self.diagnostics = diagnostics
        self.isVersion30 = isVersion30
    }

    /// Makes sure that the schema at `node` is read, now or by ``readPending()``.
    func need(_ node: Node, at place: Place) -> Place {
        if schemas[place] == nil {
            schemas[place] = Schema(place: place, location: node.location)
            pending.append((node, place))
        }
        return place
    }

    /// Reads what was needed and not read yet. Not recursive, so that no nesting is too deep.
    func readPending() {
        while let (node, place) = pending.popLast() {
            schemas[place] = read(node, at: place)
        }
    }

    private func read(_ node: Node, at place: Place) -> Schema {
        var schema = Schema(place: place, location: node.location)
        if case .bool(let allowed) = node.scalar?.value {
            if !allowed { diagnostics.error(at: node.location, "the schema false allows no value at all; remove what has it") }
            return schema
        }
        guard var object = ObjectReader(node, at: place, what: "a schema", diagnostics: diagnostics) else { return schema }
        schema.title = object.string("title")
        schema.description = object.string("description")
        schema.isDeprecated = object.bool("deprecated") ?? false
        schema.isReadOnly = object.bool("readOnly") ?? false
        schema.isWriteOnly = object.bool("writeOnly") ?? false
        schema.defaultValue = object.node("default")
        schema.example = object.node("example") ?? object.list("examples").first
        schema.swiftName = object.string("x-swift-name")
        schema.source = object.string("x-source")
        if let reference = object.node("$ref") {
            if let target = files.target(of: reference, in: place.file),
                let targetNode = files.node(at: target, neededAt: reference.location)
            {
                schema.reference = need(targetNode, at: target)
            }
            // 3.0 ignores what stands beside a reference; 3.1 does not, and neither do people who write it.
            schema.isNullable = object.bool("nullable") ?? false
            object.finish()
            return schema
        }
        readType(&object, into: &schema)
        readValues(&object, into: &schema)
        readConstraints(&object, into: &schema)
        readComposition(&object, into: &schema)
        refuseTheInexpressible(&object)
        object.finish()
        return schema
    }

    private func readType(_ object: inout ObjectReader, into schema: inout Schema) {
        schema.isNullable = object.bool("nullable") ?? false
        schema.format = object.string("format")
        guard let node = object.node("type") else { return }
        let names = node.sequence ?? [node]
        for name in names {
            if name.string == "null" || name.scalar?.value == .null {
                schema.isNullable = true
            } else if let type = name.string.flatMap(Schema.ValueType.init(rawValue:)) {
                if !schema.types.contains(type) { schema.types.append(type) }
            } else {
                diagnostics.error(
                    at: name.location,
                    "\"\(name.string ?? "this")\" is not a type; a type is string, integer, number, boolean, array, object or null")
            }
        }
        if schema.types == [.integer, .number] || schema.types == [.number, .integer] { schema.types = [.number] }
    }

    private func readValues(_ object: inout ObjectReader, into schema: inout Schema) {
        schema.enumeration = object.list("enum")
        if let constant = object.node("const") { schema.enumeration = [constant] }
        if schema.enumeration.contains(where: { $0.scalar?.value == .null }) {
            schema.isNullable = true
            schema.enumeration.removeAll { $0.scalar?.value == .null }
        }
        schema.enumerationNames = object.strings("x-enum-varnames")
        if !schema.enumerationNames.isEmpty, schema.enumerationNames.count != schema.enumeration.count {
            diagnostics.error(
                at: object.location,
                "x-enum-varnames has \(schema.enumerationNames.count) names for \(schema.enumeration.count) values; give one for each")
            schema.enumerationNames = []
        }
    }

    private func readConstraints(_ object: inout ObjectReader, into schema: inout Schema) {
        var constraints = Schema.Constraints()
        constraints.minLength = object.count("minLength")
        constraints.maxLength = object.count("maxLength")
        constraints.pattern = object.string("pattern")
        constraints.minimum = object.number("minimum")
        constraints.maximum = object.number("maximum")
        if isVersion30 || object.node("exclusiveMinimum")?.scalar?.value.isBool == true {
            if object.bool("exclusiveMinimum") == true {
                constraints.exclusiveMinimum = constraints.minimum
                constraints.minimum = nil
            }
        } else {
            constraints.exclusiveMinimum = object.number("exclusiveMinimum")
        }
        if isVersion30 || object.node("exclusiveMaximum")?.scalar?.value.isBool == true {
            if object.bool("exclusiveMaximum") == true {
                constraints.exclusiveMaximum = constraints.maximum
                constraints.maximum = nil
            }
        } else {
            constraints.exclusiveMaximum = object.number("exclusiveMaximum")
        }
        constraints.multipleOf = object.number("multipleOf")
        constraints.minItems = object.count("minItems")
        constraints.maxItems = object.count("maxItems")
        constraints.uniqueItems = object.bool("uniqueItems") ?? false
        constraints.minProperties = object.count("minProperties")
        constraints.maxProperties = object.count("maxProperties")
        schema.constraints = constraints
        for (low, high, name) in [
            (constraints.minLength, constraints.maxLength, "Length"), (constraints.minItems, constraints.maxItems, "Items"),
            (constraints.minProperties, constraints.maxProperties, "Properties"),
        ] {
            if let low, let high, low > high {
                diagnostics.error(at: object.location, "min\(name) \(low) is above max\(name) \(high), so that no value fits")
            }
        }
        if let low = constraints.minimum, let high = constraints.maximum, let l = Double(low.text), let h = Double(high.text), l > h {
            diagnostics.error(at: object.location, "minimum \(low.text) is above maximum \(high.text), so that no value fits")
        }
    }

    private func readComposition(_ object: inout ObjectReader, into schema: inout Schema) {
        let place = object.place
        let properties = object.entries("properties")
        schema.properties.reserveCapacity(properties.count)
        for entry in properties {
            let child = need(entry.value, at: place.appending("properties", entry.key))
            schema.properties.append(.init(name: entry.key, location: entry.keyLocation, schema: child))
        }
        schema.required = object.strings("required")
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
        schema.items = object.node("items").map { need($0, at: place.appending("items")) }
        for (name, path) in [("allOf", \Schema.allOf), ("oneOf", \Schema.oneOf), ("anyOf", \Schema.anyOf)] {
            let members = object.list(name)
            // `null` as an alternative is one more way to say nullable.
            let alternatives = members.enumerated().filter { _, member in
                guard name != "allOf", member["type"]?.string == "null" else { return true }
                schema.isNullable = true
                return false
            }
            schema[keyPath: path] = alternatives.map { need($1, at: place.appending(name, String($0))) }
        }
        if let node = object.node("discriminator"),
            var discriminator = ObjectReader(
                node, at: place.appending("discriminator"), what: "a discriminator", diagnostics: diagnostics)
        {
            let propertyName = discriminator.requiredString("propertyName") ?? ""
            let mapping = discriminator.entries("mapping").compactMap { entry in mappedSchema(entry, in: place) }
            discriminator.finish()
            schema.discriminator = .init(propertyName: propertyName, mapping: mapping, location: node.location)
        }
    }

    /// A discriminator maps to a reference, or to the name of a component.
    private func mappedSchema(_ entry: Mapping.Entry, in place: Place) -> (value: String, schema: Place)? {
        guard let text = entry.value.string else { return nil }
        let isName = !text.contains("/") && !text.contains("#") && !text.contains(".")
        let target =
            isName
            ? Place(file: place.file, path: ["components", "schemas", text])
            : files.target(of: entry.value, in: place.file)
        guard let target, let node = files.node(at: target, neededAt: entry.value.location) else { return nil }
        return (entry.key, need(node, at: target))
    }

    /// JSON Schema says more than a Swift type can; what changes the meaning of a value is refused rather than dropped.
    private func refuseTheInexpressible(_ object: inout ObjectReader) {
        let reason = "cannot be said in Swift types; describe the values that really occur with properties, items, enum or oneOf"
        for name in [
            "not", "if", "then", "else", "prefixItems", "contains", "patternProperties", "dependentSchemas", "dependentRequired",
            "propertyNames", "unevaluatedItems", "unevaluatedProperties", "$dynamicRef",
        ] {
            object.refuse(name, reason)
        }
        object.ignore(
            "xml", "externalDocs", "$comment", "$schema", "$id", "$anchor", "$defs", "contentEncoding", "contentMediaType", "contentSchema",
            "definitions", "minContains", "maxContains")
    }
}

extension Scalar.Value {
    var isBool: Bool { if case .bool = self { true } else { false } }
}
