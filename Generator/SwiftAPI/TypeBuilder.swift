import GeneratorOpenAPI
import GeneratorYAML

/// Declares the Swift types that schemas become, and refers to them.
final class TypeBuilder {
    let document: Document
    let diagnostics: Diagnostics
    let shapes: Shapes
    let directions: Directions
    private var table: NameTable
    private var names: [Place: String] = [:]
    private(set) var declarations: [String: TypeDeclaration] = [:]
    /// The file of the spec in which each declared type is described.
    private(set) var files: [String: String] = [:]
    private var places: [String: Place] = [:]

    init(document: Document, rootName: String, shapes: Shapes, diagnostics: Diagnostics) {
        self.document = document
        self.diagnostics = diagnostics
        self.shapes = shapes
        self.directions = Directions(of: document)
        self.table = NameTable(reserved: TypeBuilder.reservedNames.union([rootName]))
        claimComponentNames()
    }

    /// Names that emitted code says and that a nested type must not hide.
    static let reservedNames: Set<String> = [
        "String", "Int", "Int64", "Double", "Bool", "Date", "Optional", "Array", "Dictionary", "Self", "Any", "Type", "Protocol", "Swift",
        "Foundation", "FoundationEssentials", "ClockifyRuntime", "Identifiable", "Sendable", "Equatable", "CalendarDate", "ISODuration",
        "JSONValue", "JSONReader", "JSONWriter", "JSONMembers", "JSONError", "ResponseModel", "RequestModel", "UnionModel", "Identifier",
        "OpenEnum", "Nullable", "Indirect", "FileUpload", "Download", "Call", "Pages", "Rules", "APIClient", "APICredentials",
        "ClockifyError",
        "MultipartForm", "URLEncodedForm", "Operations", "Credentials", "Services",
    ]

    /// Components have their names before anything that is named after where it stands.
    private func claimComponentNames() {
        for place in document.schemas.keys.sorted() {
            let schema = document.schema(place)
            guard schema.forward == nil, declares(place) else { continue }
            if let swiftName = schema.swiftName {
                guard Names.isIdentifier(swiftName) else {
                    diagnostics.error(at: schema.location, "x-swift-name \"\(swiftName)\" is not a name that a Swift type can have")
                    continue
                }
                if table.claim(swiftName) {
                    names[place] = swiftName
                } else {
                    diagnostics.error(
                        at: schema.location, "the Swift name \"\(swiftName)\" is taken or reserved; give this schema another x-swift-name")
                }
            }
        }
        for place in document.schemas.keys.sorted() where names[place] == nil {
            let schema = document.schema(place)
            guard schema.forward == nil, schema.swiftName == nil, let name = schema.componentName, declares(place) else { continue }
            names[place] = table.unique(unreserved(Names.type(name)))
        }
    }

    private func declares(_ place: Place) -> Bool {
        switch shapes.shape(of: place) {
        case .identifier, .enumeration, .structure, .union: true
        case .value, .array, .dictionary: false
        }
    }

    private func unreserved(_ name: String) -> String {
        TypeBuilder.reservedNames.contains(name) || Names.keywords.contains(name) ? name + "Model" : name
    }

    // MARK: References

    /// The type of the values of a schema, optionality not included.
    ///
    /// - Parameter context: What a type that has no name of its own is called.
    func type(of place: Place, context: String) -> TypeReference {
        let schema = shapes.resolved(place).schema
        switch shapes.shape(of: place) {
        case .value(let type): return type
        case .array(let items):
            guard let items else { return .array(.json) }
            return .array(element(items, context: context + "Item"))
        case .dictionary(let value): return .dictionary(element(value, context: context + "Value"))
        case .identifier, .enumeration, .structure, .union:
            return declare(schema, context: context)
        }
    }

    private func element(_ place: Place, context: String) -> TypeReference {
        let type = type(of: place, context: context)
        return shapes.resolved(place).isNullable ? .optional(type) : type
    }

    func isNullable(_ place: Place) -> Bool { shapes.resolved(place).isNullable }

    /// The description that a place gives, or else that of what it refers to.
    func description(of place: Place) -> String? {
        document.schema(place).description
    }

    // MARK: Declarations

    private func declare(_ schema: Schema, context: String) -> TypeReference {
        // A union of one alternative is that alternative.
        let target = unionOfOne(schema) ?? schema
        let name: String
        if let known = names[target.place] {
            name = known
        } else {
            name = table.unique(unreserved(context))
            names[target.place] = name
        }
        guard declarations[name] == nil else { return .named(name) }
        // Declared before its parts are, so that a type may contain itself.
        declarations[name] = TypeDeclaration(name: name, documentation: [], isDeprecated: false, kind: .identifier)
        files[name] = target.place.file
        places[name] = target.place
        let kind: TypeDeclaration.Kind
        switch shapes.shape(of: target.place) {
        case .identifier: kind = .identifier
        case .enumeration(let values, let memberNames):
            kind = .enumeration(enumeration(values, names: memberNames, at: target.location))
        case .union(let alternatives): kind = .union(union(target, alternatives, name: name))
        case .structure, .value, .array, .dictionary: kind = .structure(structure(target, name: name))
        }
        declarations[name] = TypeDeclaration(
            name: name, documentation: documentation(of: target), isDeprecated: target.isDeprecated, kind: kind)
        return .named(name)
    }

    private func unionOfOne(_ schema: Schema) -> Schema? {
        guard !schema.oneOf.isEmpty || !schema.anyOf.isEmpty, case .structure = shapes.shape(of: schema.place) else { return nil }
        guard schema.properties.isEmpty, schema.allOf.isEmpty, let only = (schema.oneOf + schema.anyOf).first else { return nil }
        return shapes.resolved(only).schema
    }

    private func documentation(of schema: Schema) -> [String] {
        Documentation.lines(schema.description ?? schema.title)
    }

    // MARK: Enumerations

    private func enumeration(_ values: [Node], names explicit: [String], at location: SourceLocation) -> Enumeration {
        var seen: Set<String> = []
        let texts = values.enumerated().compactMap { index, node -> (text: String, node: Node, explicit: String?)? in
            guard let text = node.scalar?.text, seen.insert(text).inserted else { return nil }
            return (text, node, index < explicit.count ? explicit[index] : nil)
        }
        let isNumber = texts.allSatisfy { $0.node.isIntegerScalar }
        var proposals: [String: Int] = [:]
        for value in texts { proposals[memberName(value.text, isNumber: isNumber), default: 0] += 1 }
        var table = NameTable()
        let members = texts.map { value -> Enumeration.Member in
            var name = memberName(value.text, isNumber: isNumber)
            if let explicit = value.explicit {
                if Names.isIdentifier(explicit) {
                    name = explicit
                } else {
                    diagnostics.error(at: value.node.location, "\"\(explicit)\" in x-enum-varnames is not a name that Swift can have")
                }
            } else if proposals[name, default: 0] > 1, Names.isIdentifier(value.text),
                Names.member(value.text) == value.text || value.text != value.text.lowercased()
            {
                // `RTL` and `rtl`: each as it is written.
                name = value.text == "none" || Names.keywords.contains(value.text) ? value.text + "Value" : value.text
            }
            let literal: Literal =
                if isNumber, case .integer(let number) = value.node.scalar?.value { .integer(number) } else { .string(value.text) }
            return .init(name: table.unique(name), value: literal)
        }
        return Enumeration(rawType: isNumber ? .int : .string, members: members)
    }

    private func memberName(_ text: String, isNumber: Bool) -> String {
        guard isNumber else { return Names.enumerationMember(text) }
        return text.hasPrefix("-") ? "minus" + text.dropFirst() : "_" + text
    }

    // MARK: Unions

    private func union(_ schema: Schema, _ places: [Place], name: String) -> Union {
        var table = NameTable(reserved: ["other"])
        var alternatives: [Union.Alternative] = []
        for (index, place) in places.enumerated() {
            let type = type(of: place, context: name + "Option\(index + 1)")
            let kind = unionKind(of: place)
            let values = discriminatorValues(of: place, in: schema)
            // Of several alternatives that look alike in the JSON, only models can be told apart.
            if kind != .model, let other = alternatives.firstIndex(where: { $0.kind == kind }) {
                if alternatives[other].type == type { continue }
                let common = commonType(kind)
                alternatives[other].type = common
                continue
            }
            alternatives.append(
                .init(name: table.unique(alternativeName(type)), type: type, kind: kind, discriminatorValues: values))
        }
        return Union(alternatives: alternatives, discriminator: schema.discriminator?.propertyName, isRecursive: false)
    }

    private func unionKind(of place: Place) -> Union.Kind {
        switch shapes.shape(of: place) {
        case .value(.bool): .bool
        case .value(.int), .value(.int64), .value(.double): .number
        case .value(.json): .anyObject
        case .value, .identifier: .string
        case .enumeration(let values, _): values.allSatisfy(\.isIntegerScalar) ? .number : .string
        case .array: .array
        case .dictionary: .anyObject
        case .structure, .union: .model
        }
    }

    private func commonType(_ kind: Union.Kind) -> TypeReference {
        switch kind {
        case .bool: .bool
        case .number: .double
        case .string: .string
        case .array: .array(.json)
        case .model, .anyObject: .json
        }
    }

    private func alternativeName(_ type: TypeReference) -> String {
        switch type {
        case .string: "string"
        case .bool: "bool"
        case .int, .int64: "integer"
        case .double: "number"
        case .date: "date"
        case .calendarDate: "calendarDate"
        case .duration: "duration"
        case .json: "json"
        case .upload: "file"
        case .named(let name): Names.enumerationMember(name)
        case .array: "array"
        case .dictionary: "dictionary"
        case .optional(let type), .nullable(let type), .indirect(let type): alternativeName(type)
        }
    }

    private func discriminatorValues(of place: Place, in schema: Schema) -> [String] {
        guard let discriminator = schema.discriminator else { return [] }
        let resolved = shapes.resolved(place).schema
        let mapped = discriminator.mapping.filter { shapes.resolved($0.schema).schema.place == resolved.place }.map(\.value)
        if !mapped.isEmpty { return mapped }
        guard let name = resolved.componentName else {
            diagnostics.error(
                at: resolved.location,
                "an alternative of a union with a discriminator needs a value: make it a component, or name it in the discriminator's mapping"
            )
            return []
        }
        return [name]
    }

    // MARK: Structures

    private func structure(_ schema: Schema, name: String) -> Structure {
        let isReceived = directions.received.contains(schema.place)
        let isSent = directions.sent.contains(schema.place)
        var table = NameTable(reserved: schema.hasTypedAdditionalProperties ? ["additionalProperties"] : [])
        var properties: [Property] = []
        var rules: [Rule] = []
        let members = shapes.members(of: schema.place)
        for member in members where member.name.isEmpty {
            diagnostics.error(at: member.location, "a property without a name cannot be said in Swift")
        }
        // Names that are said outright come first, so that derived ones make way for them.
        var explicitNames: [String: String] = [:]
        for member in members {
            guard let swiftName = document.schema(member.schema).swiftName ?? nil, isOwnName(member.schema) else { continue }
            if !Names.isIdentifier(swiftName) {
                diagnostics.error(at: member.location, "x-swift-name \"\(swiftName)\" is not a name that a Swift property can have")
            } else if !table.claim(swiftName) {
                diagnostics.error(at: member.location, "two properties have the Swift name \"\(swiftName)\"")
            } else {
                explicitNames[member.name] = swiftName
            }
        }
        for member in members where !member.name.isEmpty {
            let memberSchema = document.schema(member.schema)
            let resolved = shapes.resolved(member.schema)
            let isReadOnly = memberSchema.isReadOnly || resolved.schema.isReadOnly
            let isWriteOnly = memberSchema.isWriteOnly || resolved.schema.isWriteOnly
            if isReadOnly, !isReceived { continue }
            if isWriteOnly, !isSent { continue }
            let swiftName = explicitNames[member.name] ?? table.unique(Names.member(member.name))
            let base = type(of: member.schema, context: name + Names.type(member.name))
            let isRequired = member.isRequired && !(isSent && isReadOnly) && !(isReceived && isWriteOnly)
            let presence: Property.Presence = !isRequired ? .optional : resolved.isNullable ? .requiredNullable : .required
            let isNullableOption = presence == .optional && resolved.isNullable && isSent && !isReadOnly
            let type: TypeReference = presence == .required ? base : .optional(isNullableOption ? .nullable(base) : base)
            let property = Property(
                name: swiftName, wireName: member.name, type: type, presence: presence,
                documentation: Documentation.property(memberSchema, resolved: resolved.schema),
                isDeprecated: memberSchema.isDeprecated, isRead: isReceived && !isWriteOnly, isWritten: isSent && !isReadOnly)
            properties.append(property)
            if isSent, property.isWritten {
                for check in checks(of: member.schema, type: base, isRequired: isRequired) {
                    rules.append(Rule(subject: swiftName, isNullable: isNullableOption, wireName: member.name, check: check))
                }
            }
        }
        let isIdentifiable = properties.contains { $0.name == "id" && $0.presence == .required && isHashable($0.type) }
        var additional: TypeReference?
        if schema.hasTypedAdditionalProperties, case .schema(let place) = schema.additionalProperties {
            additional = element(place, context: name + "Value")
        }
        return Structure(
            properties: properties, isReceived: isReceived, isSent: isSent, isIdentifiable: isIdentifiable,
            additionalProperties: additional, rules: rules)
    }

    /// Whether `x-swift-name` at the place names the property rather than the type.
    ///
    /// Beside a reference, and on a schema that declares no type, it can only be the property's.
    private func isOwnName(_ place: Place) -> Bool {
        document.schema(place).forward != nil || !declares(place)
    }

    private func isHashable(_ type: TypeReference) -> Bool {
        switch type {
        case .string, .int, .int64: true
        case .named(let name):
            if case .structure = declarations[name]?.kind { false } else if case .union = declarations[name]?.kind { false } else { true }
        default: false
        }
    }

    /// Forgets a type that no one needs to say.
    func drop(_ name: String) {
        declarations[name] = nil
        files[name] = nil
    }

    /// Completes what could not be known before every type was declared.
    func finish() {
        Recursion.break(in: &declarations)
        Checks.prune(in: &declarations)
    }
}
