import GeneratorYAML

/// Reads each schema object once, and everything it refers to.
final class SchemaReader {
    let files: SpecificationFiles
    let diagnostics: Diagnostics
    /// `true` for OpenAPI 3.0, which writes nullability and exclusive bounds differently.
    let isVersion30: Bool
    let isPattern: (String) -> Bool
    /// The document's units, by name.
    let units: [String: NumberUnit]
    private(set) var schemas: [Place: Schema] = [:]
    private var pending: [(node: Node, place: Place)] = []
    /// The base classes whose children are not known yet.
    private var bases: [Place] = []

    init(
        files: SpecificationFiles, diagnostics: Diagnostics, isVersion30: Bool, units: [NumberUnit] = [],
        isPattern: @escaping (String) -> Bool
    ) {
        self.files = files
        self.diagnostics = diagnostics
        self.isVersion30 = isVersion30
        self.isPattern = isPattern
        self.units = Dictionary(units.map { ($0.name, $0) }) { first, _ in first }
    }

    /// Registers the schema at `node`, so that ``readPending()`` reads it.
    func need(_ node: Node, at place: Place) -> Place {
        if schemas[place] == nil {
            schemas[place] = Schema(place: place, location: node.location)
            pending.append((node, place))
        }
        return place
    }

    /// Reads the registered schemas that are not read yet. Uses no recursion, so that nesting can be arbitrarily deep.
    func readPending() {
        repeat {
            while let (node, place) = pending.popLast() {
                schemas[place] = read(node, at: place)
            }
            needChildren()
        } while !pending.isEmpty
    }

    /// Makes one type of the schemas with the same `x-swift-type`.
    func shareTypes() { SharedTypes(diagnostics: diagnostics).share(&schemas) }

    /// Returns the base classes read since the last call.
    func takeBases() -> [Place] {
        defer { bases = [] }
        return bases
    }

    /// Sets the mapping of a base class's discriminator that has none.
    func setChildren(_ children: [(value: String, schema: Place)], to base: Place) {
        guard let discriminator = schemas[base]?.discriminator else { return }
        schemas[base]?.discriminator = .init(
            propertyName: discriminator.propertyName, mapping: children, location: discriminator.location)
    }

    private func read(_ node: Node, at place: Place) -> Schema {
        var schema = Schema(place: place, location: node.location)
        if case .bool(let allowed) = node.scalar?.value {
            if !allowed { diagnostics.error(at: node.location, "the schema false allows no value; remove what has it") }
            return schema
        }
        guard var object = ObjectReader(node, at: place, what: "a schema", diagnostics: diagnostics) else { return schema }
        schema.title = object.string("title")
        schema.description = object.string("description")
        schema.isDeprecated = object.bool("deprecated") ?? false
        schema.replacement = object.string("x-replacement")
        schema.isReadOnly = object.bool("readOnly") ?? false
        schema.isWriteOnly = object.bool("writeOnly") ?? false
        schema.defaultValue = object.node("default")
        schema.example = object.node("example") ?? object.list("examples").first
        schema.swiftName = object.string("x-swift-name")
        schema.source = object.string("x-source")
        readOtherNames(&object, into: &schema)
        if let reference = object.node("$ref") {
            if let target = files.target(of: reference, in: place.file),
                let targetNode = files.node(at: target, neededAt: reference.location)
            {
                schema.reference = need(targetNode, at: target)
            }
            readBeside(reference, &object, into: &schema)
            object.refuse("x-swift-type", "names the type of the schema that it stands on; beside a $ref, put it on the target")
            object.refuse("x-unit", "is the unit of the number that it stands on; beside a $ref, put it on the target")
            object.finish()
            return schema
        }
        schema.typeName = object.string("x-swift-type")
        readType(&object, into: &schema)
        readEncoding(&object, into: &schema)
        readUnit(&object, into: &schema)
        readLenience(&object, into: &schema)
        readValues(&object, into: &schema)
        readConstraints(&object, into: &schema)
        readComposition(&object, into: &schema)
        refuseTheInexpressible(&object)
        object.finish()
        return schema
    }

    /// Reads the siblings of a reference.
    ///
    /// 3.0 ignores them and 3.1 does not. Descriptions and nullability are read in both, because authors intend them.
    private func readBeside(_ reference: Node, _ object: inout ObjectReader, into schema: inout Schema) {
        schema.isNullable = object.bool("nullable") ?? false
        // The reference already determines the type, so repeating it changes nothing.
        object.ignore("type", "format", "xml", "externalDocs", "$comment", "$schema", "$id", "$defs", "definitions")
        if !isVersion30 { readConstraints(&object, into: &schema) }
        for name in SchemaReader.besides {
            guard let node = object.node(name) else { continue }
            if isVersion30 {
                diagnostics.warning(at: node.location, "OpenAPI 3.0 ignores \"\(name)\" beside a $ref; join the two with allOf")
            } else if !SchemaReader.constraintNames.contains(name) {
                diagnostics.error(at: node.location, "\"\(name)\" beside a $ref is not supported; join the two with allOf")
            }
        }
    }

    private static let constraintNames: Set<String> = [
        "minLength", "maxLength", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minItems",
        "maxItems", "uniqueItems", "minProperties", "maxProperties",
    ]
    private static let besides =
        [
            "properties", "required", "additionalProperties", "items", "allOf", "oneOf", "anyOf", "enum", "const", "discriminator",
            "x-enum-varnames", "x-fraction-digits", "x-lenient",
        ] + constraintNames.sorted()

    private func readType(_ object: inout ObjectReader, into schema: inout Schema) {
        schema.isNullable = object.bool("nullable") ?? false
        schema.format = object.string("format")
        readFractionDigits(&object, into: &schema)
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

    /// Reads `x-also-read-as`, which is only allowed on properties, because only they have names.
    private func readOtherNames(_ object: inout ObjectReader, into schema: inout Schema) {
        guard let node = object.node("x-also-read-as") else { return }
        let names = node.sequence?.map(\.string) ?? []
        let texts = names.compactMap { $0 }.filter { !$0.isEmpty }
        guard !names.isEmpty, texts.count == names.count, Set(texts).count == texts.count else {
            diagnostics.error(at: node.location, "x-also-read-as must be a list of other names, each once: [id]")
            return
        }
        guard schema.place.path.dropLast().last == "properties" else {
            diagnostics.error(at: node.location, "x-also-read-as is for properties; remove it")
            return
        }
        schema.otherNames = texts
    }

    /// Reads `contentEncoding`, for text that represents bytes. 3.0 expresses it as a format.
    private func readEncoding(_ object: inout ObjectReader, into schema: inout Schema) {
        schema.contentMediaType = object.string("contentMediaType")
        guard let encoding = object.string("contentEncoding"), schema.types.isEmpty || schema.types.contains(.string) else { return }
        // With these encodings, the text is not encoded.
        guard !["7bit", "8bit", "binary"].contains(encoding.lowercased()) else { return }
        let format = encoding.lowercased() == "base64" ? "byte" : encoding.lowercased()
        if let other = schema.format, other != format {
            diagnostics.error(
                at: object.node("contentEncoding")?.location ?? object.location,
                "contentEncoding: \(encoding) means format: \(format), but the format is \(other); remove one of them")
            return
        }
        schema.format = format
    }

    /// Reads `x-lenient`, which is only allowed on properties that are booleans, integers, numbers or lists.
    private func readLenience(_ object: inout ObjectReader, into schema: inout Schema) {
        guard let node = object.node("x-lenient") else { return }
        guard case .bool(let isLenient) = node.scalar?.value else {
            diagnostics.error(at: node.location, "x-lenient must be true or false")
            return
        }
        let isScalar = schema.types.count == 1 && [.boolean, .integer, .number, .array].contains(schema.types[0])
        if isLenient, !isScalar || schema.place.path.dropLast().last != "properties" {
            diagnostics.error(
                at: node.location,
                "x-lenient is for properties that are booleans, integers, numbers or lists; remove it")
            return
        }
        schema.isLenient = isLenient
    }

    private func readFractionDigits(_ object: inout ObjectReader, into schema: inout Schema) {
        guard let node = object.node("x-fraction-digits") else { return }
        guard let digits = object.count("x-fraction-digits"), [0, 3, 6].contains(digits) else {
            diagnostics.error(
                at: node.location, "x-fraction-digits must be 0, 3 or 6: how many digits of a second's fraction the service accepts")
            return
        }
        guard schema.format == "date-time" else {
            diagnostics.error(at: node.location, "x-fraction-digits is for points in time; write format: date-time, or remove it")
            return
        }
        schema.fractionDigits = digits
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

    private func readComposition(_ object: inout ObjectReader, into schema: inout Schema) {
        let place = object.place
        let properties = object.entries("properties")
        schema.properties.reserveCapacity(properties.count)
        for entry in properties {
            let child = need(entry.value, at: place.appending("properties", entry.key))
            schema.properties.append(.init(name: entry.key, location: entry.keyLocation, schema: child))
        }
        schema.required = object.strings("required")
        schema.memberOrder = object.order("x-swift-order")
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
            // `null` as an alternative is another notation for nullable.
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
            // A mapping already lists all children.
            if mapping.isEmpty, schema.oneOf.isEmpty, schema.anyOf.isEmpty { bases.append(place) }
        }
    }

    /// Resolves a discriminator mapping's target, which is a reference or the name of a component.
    private func mappedSchema(_ entry: Mapping.Entry, in place: Place) -> (value: String, schema: Place)? {
        guard let text = entry.value.string else { return nil }
        let component = Place(file: place.file, path: ["components", "schemas", text])
        let isReference = text.contains("/") || text.contains("#") || text.contains(".")
        // `pet.Dog` may be either. OpenAPI specifies that a component with that name takes precedence.
        let isName = !isReference || files.root(of: place.file, neededAt: nil)?["components"]?["schemas"]?[text] != nil
        let target = isName ? component : files.target(of: entry.value, in: place.file)
        guard let target, let node = files.node(at: target, neededAt: entry.value.location) else { return nil }
        return (entry.key, need(node, at: target))
    }

    /// Rejects keywords of JSON Schema that Swift types cannot express and that change the meaning of a value.
    private func refuseTheInexpressible(_ object: inout ObjectReader) {
        let reason = "cannot be expressed as Swift types; describe the values that occur with properties, items, enum or oneOf"
        for name in [
            "not", "if", "then", "else", "prefixItems", "contains", "patternProperties", "dependentSchemas", "dependentRequired",
            "propertyNames", "unevaluatedItems", "unevaluatedProperties", "$dynamicRef",
        ] {
            object.refuse(name, reason)
        }
        object.ignore(
            "xml", "externalDocs", "$comment", "$schema", "$id", "$anchor", "$defs", "contentSchema", "definitions", "minContains",
            "maxContains")
    }
}

extension Scalar.Value {
    var isBool: Bool { if case .bool = self { true } else { false } }
}
