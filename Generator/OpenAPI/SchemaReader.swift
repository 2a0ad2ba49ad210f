import GeneratorYAML

/// Reads each schema object once, and everything it refers to.
final class SchemaReader {
    let files: SpecificationFiles
    /// The file of the document, which may refer to other files.
    let documentFile: String
    let diagnostics: Diagnostics
    /// `true` for OpenAPI 3.0, which writes nullability and exclusive bounds differently.
    let isVersion30: Bool
    let isPattern: (String) -> Bool
    /// The document's units, by name.
    let units: [String: NumberUnit]
    private(set) var schemas: [Place: Schema] = [:]
    private var pending: [(node: Node, place: Place)] = []
    /// The base classes whose children are not known yet.
    var bases: [Place] = []

    init(
        files: SpecificationFiles, of documentFile: String, diagnostics: Diagnostics, isVersion30: Bool, units: [NumberUnit] = [],
        isPattern: @escaping (String) -> Bool
    ) {
        self.files = files
        self.documentFile = documentFile
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

    /// Adds to the mapping of a base class's discriminator the children that it does not list.
    func setChildren(_ children: [(value: String, schema: Place)], to base: Place) {
        guard let discriminator = schemas[base]?.discriminator else { return }
        let listed = Set(discriminator.mapping.map(\.schema))
        let implied = children.filter { !listed.contains($0.schema) }
        schemas[base]?.discriminator = .init(
            propertyName: discriminator.propertyName, mapping: discriminator.mapping + implied, impliedCount: implied.count,
            fallback: discriminator.fallback, location: discriminator.location)
    }

    private func read(_ node: Node, at place: Place) -> Schema {
        var schema = Schema(place: place, location: node.location)
        if case .bool(let allowed) = node.scalar?.value {
            if !allowed {
                diagnostics.flaw(
                    at: node.location, "the schema false allows no value", otherwise: "any value is taken", remedy: "remove what has it")
            }
            return schema
        }
        if node.scalar?.value == .null {
            diagnostics.flaw(
                at: node.location, "this schema is empty", otherwise: "any value is taken", remedy: "describe the value, or write {}")
            return schema
        }
        guard var object = ObjectReader(node, at: place, what: "a schema", diagnostics: diagnostics) else { return schema }
        schema.title = object.string("title")
        schema.description = object.string("description")
        schema.isDeprecated = object.bool("deprecated") ?? false
        schema.replacement = object.extensionString("x-replacement")
        schema.isReadOnly = object.bool("readOnly") ?? false
        schema.isWriteOnly = object.bool("writeOnly") ?? false
        schema.defaultValue = object.node("default")
        schema.example = object.node("example") ?? readExamples(&object).first
        schema.swiftName = object.extensionString("x-swift-name")
        schema.source = object.extensionString("x-source")
        readOtherNames(&object, into: &schema)
        if let reference = object.node("$ref") {
            let target = need(reference, in: place.file, otherwise: "any value is taken")
            if reportJoinable(&object) {
                // In 3.1, a value satisfies both.
                schema.allOf = [target].compactMap { $0 }
            } else {
                schema.reference = target
                readBeside(reference, &object, into: &schema)
                object.refuse("x-swift-type", "names the type of the schema that it stands on; beside a $ref, put it on the target")
                object.refuse("x-unit", "is the unit of the number that it stands on; beside a $ref, put it on the target")
                object.finish()
                return schema
            }
        }
        schema.typeName = object.string("x-swift-type")
        readType(&object, into: &schema)
        readWallClock(&object, into: &schema)
        readEncoding(&object, into: &schema)
        readUnit(&object, into: &schema)
        readLenience(&object, into: &schema)
        readValues(&object, into: &schema)
        readConstraints(&object, into: &schema)
        readComposition(&object, into: &schema)
        reportTheInexpressible(&object)
        object.finish()
        return schema
    }

    /// Registers the schema that a reference points to.
    ///
    /// - Parameter otherwise: How the document is used if there is no such schema. A reference in, or to, a file other than the document's is
    ///   an error for every reader, because whoever has split the document can correct it.
    func need(_ reference: Node, in file: String, otherwise: String) -> Place? {
        func target(_ problems: Diagnostics) -> Place? {
            files.target(of: reference, in: file, reportingTo: problems).flatMap { target in
                files.node(at: target, neededAt: reference.location, reportingTo: problems).map { need($0, at: target) }
            }
        }
        let text = reference.string ?? ""
        let isWithinDocument = file == documentFile && (text.hasPrefix("#") || text.contains(":"))
        return isWithinDocument ? diagnostics.resolve(otherwise: otherwise, target) : target(diagnostics)
    }

    /// OpenAPI has a list of examples here, and a mapping elsewhere.
    private func readExamples(_ object: inout ObjectReader) -> [Node] {
        guard let node = object.node("examples"), node.mapping != nil else { return object.list("examples") }
        diagnostics.flaw(
            at: node.location, "\"examples\" of a schema must be a list", otherwise: "it is ignored", remedy: "write the values in a list")
        return []
    }

    /// Reads the siblings of a reference.
    ///
    /// 3.0 ignores them and 3.1 does not. Descriptions and nullability are read in both, because authors intend them.
    private func readBeside(_ reference: Node, _ object: inout ObjectReader, into schema: inout Schema) {
        schema.isNullable = object.bool("nullable") ?? false
        // The reference already determines the type, so repeating it changes nothing.
        object.ignore("type", "format", "xml", "externalDocs", "$comment", "$schema", "$id", "$defs", "definitions")
        if !isVersion30 { readConstraints(&object, into: &schema) }
        for name in SchemaReader.structuralNames + SchemaReader.ownNames + SchemaReader.constraintNames.sorted() {
            guard let node = object.node(name) else { continue }
            if isVersion30 {
                diagnostics.warning(at: node.location, "OpenAPI 3.0 ignores \"\(name)\" beside a $ref; join the two with allOf")
            } else if !SchemaReader.constraintNames.contains(name) {
                diagnostics.flaw(
                    at: node.location, "\"\(name)\" beside a $ref is not supported", otherwise: "it is ignored",
                    remedy: "join the two with allOf")
            }
        }
    }

    /// Reports what describes values beside a reference. Returns `true` if there is any that 3.1 joins with the target of the reference.
    private func reportJoinable(_ object: inout ObjectReader) -> Bool {
        guard !isVersion30 else { return false }
        var isJoined = false
        for name in SchemaReader.structuralNames {
            guard let node = object.node(name) else { continue }
            isJoined = true
            diagnostics.flaw(
                at: node.location, "\"\(name)\" beside a $ref is not supported", otherwise: "the two are joined as with allOf",
                remedy: "join the two with allOf")
        }
        return isJoined && !diagnostics.isStrict
    }

    static let constraintNames: Set = [
        "exclusiveMaximum", "exclusiveMinimum", "maxItems", "maxLength", "maxProperties", "maximum", "minItems", "minLength",
        "minProperties", "minimum", "multipleOf", "pattern", "uniqueItems",
    ]
    private static let structuralNames = [
        "properties", "required", "additionalProperties", "items", "allOf", "oneOf", "anyOf", "enum", "const", "discriminator",
    ]
    private static let ownNames = ["x-enum-varnames", "x-fraction-digits", "x-lenient", "x-wall-clock", "x-window"]
}

extension Scalar.Value {
    var isBool: Bool { if case .bool = self { true } else { false } }
}
