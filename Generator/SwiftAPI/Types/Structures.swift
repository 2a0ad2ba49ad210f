import GeneratorOpenAPI

extension TypeBuilder {
    /// Returns the structure for an object, with its properties and their rules.
    func structure(_ schema: Schema, name: String) -> Structure {
        let members = resolutions.members(of: schema.place)
        let draft = structure(schema, properties: [], rules: [])
        var additional: TypeReference?
        switch members.additional {
        case .unspecified, .forbidden: break
        case .anything: additional = .json
        case .schema(let place):
            let type = reference(to: place, context: name + "Value")
            additional = resolutions.resolved(place).isNullable ? .optional(type) : type
        }
        let travelling = travelling(members, of: schema, draft)
        let names = propertyNames(of: travelling, besides: additional == nil ? [] : ["additionalProperties"])
        let replacements = Dictionary(zip(travelling.map(\.name), names.map(\.name)), uniquingKeysWith: { first, _ in first })
        var properties: [Property] = []
        var rules: [Rule] = []
        for (member, names) in zip(travelling, names) {
            let property = property(member, names, of: draft, typeName: name, replacements)
            properties.append(property)
            guard property.isWritten else { continue }
            let isNullable = property.type.isOptionalNullable
            let isRequired = property.presence == .required
            for check in checks.of(member.schema, type: property.type.withoutOptionality, isRequired: isRequired) {
                rules.append(Rule(subject: property.storedName, isNullable: isNullable, wireName: member.name, check: check))
            }
        }
        checkOtherNames(properties)
        if draft.isSent, case .schema(let place) = members.additional, let additional {
            let checks = checks.of(place, type: additional, isRequired: false)
            if !checks.isEmpty {
                let check: Rule.Check = checks == [.model] ? .model : .each(checks)
                rules.append(Rule(subject: "additionalProperties", isNullable: false, wireName: nil, check: check))
            }
        }
        var structure = structure(schema, properties: properties, additional: additional, rules: rules)
        if structure.isSent { structure.windows = dayWindows(members.windows, of: structure) }
        return structure
    }

    /// Returns the members that are sent or received.
    private func travelling(_ members: Members, of schema: Schema, _ structure: Structure) -> [Members.Member] {
        members.all.filter { member in
            let resolution = resolutions.resolved(member.schema)
            return !exports.isWritten(member.name, of: schema.place) && !(resolution.isReadOnly && !structure.isReceived)
                && !(resolution.isWriteOnly && !structure.isSent)
        }
    }

    /// Returns the members of an object that is only sent as a form; no members if it is sent as JSON too.
    func writtenMembers(ofForm schema: Schema) -> [Members.Member] {
        let draft = structure(schema, properties: [], rules: [])
        guard draft.isForm else { return [] }
        return travelling(resolutions.members(of: schema.place), of: schema, draft).filter { !resolutions.resolved($0.schema).isReadOnly }
    }

    /// Reports an alternative name that another property already has.
    private func checkOtherNames(_ properties: [Property]) {
        var names = Set(properties.map(\.wireName))
        for property in properties {
            for name in property.otherWireNames where !names.insert(name).inserted {
                diagnostics.error(at: property.location, "x-also-read-as names \"\(name)\", which another property of this object has")
            }
        }
    }

    func structure(_ schema: Schema, properties: [Property], additional: TypeReference? = nil, rules: [Rule]) -> Structure {
        let origins = resolutions.origins(of: schema.place)
        let isSent = origins.contains(where: directions.sent.contains)
        let isForm = directions.forms.contains(schema.place)
        let identifier = properties.first { $0.name == "id" && $0.presence == .required && declared.isHashable($0.type) }
        return Structure(
            properties: properties, isReceived: origins.contains(where: directions.received.contains), isSent: isSent || isForm,
            isForm: isForm && !isSent, isIdentifiable: identifier != nil,
            hasOwnKind: identifier.map { declared.isIdentifier($0.type) } ?? false, additionalProperties: additional, rules: rules)
    }

    private func property(
        _ member: Members.Member, _ names: (name: String, stored: String), of structure: Structure, typeName: String,
        _ replacements: [String: String]
    ) -> Property {
        let resolution = resolutions.resolved(member.schema)
        let schema = resolutions.schema(member.schema)
        let base = reference(to: member.schema, context: typeName + Names.typeSuffix(member.name))
        let isLeftOutOfJSON = base.isFile && (structure.isReceived || !structure.isForm)
        if isLeftOutOfJSON {
            diagnostics.flaw(
                at: member.location, "\"\(member.name)\" is a file here and text in JSON, where this object is used too",
                otherwise: "it is left out of JSON", remedy: "give the form its own schema")
        }
        if base.hasFraction, structure.isForm {
            diagnostics.error(at: member.location, "forms are sent with whole seconds; remove x-fraction-digits")
        }
        let isRead = structure.isReceived && !resolution.isWriteOnly && !isLeftOutOfJSON
        let isWritten = structure.isSent && !resolution.isReadOnly
        let isOneWay = isLeftOutOfJSON || resolution.isReadOnly && structure.isSent || resolution.isWriteOnly && structure.isReceived
        let isRequired = member.isRequired && !isOneWay
        let presence: Property.Presence = !isRequired ? .optional : resolution.isNullable ? .requiredNullable : .required
        let isNullableOption = presence == .optional && resolution.isNullable && isWritten
        let type: TypeReference = presence == .required ? base : .optional(isNullableOption ? .nullable(base) : base)
        let hasOwnType = if case .named = base { declared.scale(of: base) == nil } else { false }
        return Property(
            name: names.name, storedName: names.stored, wireName: member.name, type: type, presence: presence,
            defaultValue: presence == .required && isWritten ? defaults.literal(of: member.schema, type: base) : nil,
            documentation: Documentation.property(resolution, hasOwnType: hasOwnType, wireName: member.name),
            deprecation: deprecation(schema, resolution, replacements), isRead: isRead,
            isWritten: isWritten, isLenient: isRead && schema.isLenient, otherWireNames: isRead ? schema.otherNames : [],
            location: member.location)
    }

    /// - Parameter names: The Swift names by wire name.
    private func deprecation(_ schema: Schema, _ resolution: Resolution, _ names: [String: String]) -> String? {
        guard schema.isDeprecated else { return nil }
        guard let replacement = schema.replacement else { return Documentation.deprecation(resolution.description) }
        if let name = names[replacement] { return "Use \(name) instead." }
        diagnostics.flaw(
            at: schema.location, "x-replacement names \"\(replacement)\", which is not a property of the same schema",
            otherwise: "it is ignored", remedy: "name one that is, or remove it")
        return Documentation.deprecation(resolution.description)
    }

    private var defaults: DefaultValues { DefaultValues(types: declared, resolutions: resolutions) }

    private var checks: Checks { Checks(types: declared, resolutions: resolutions, diagnostics: diagnostics) }

    // MARK: Names

    private func propertyNames(of members: [Members.Member], besides reserved: Set<String>) -> [(name: String, stored: String)] {
        var table = NameTable(reserved: reserved)
        // Explicit names are claimed first, so that derived names yield to them.
        var names: [String: String] = [:]
        for member in members {
            guard let swiftName = shapes.nameOfUse(member.schema) else { continue }
            if !Names.isMember(swiftName) {
                diagnostics.flaw(
                    at: member.location, "x-swift-name \"\(swiftName)\" is not a valid name for a Swift property",
                    otherwise: "the property gets another name", remedy: "use letters and digits, beginning with a lowercase letter",
                    about: .name)
            } else if !table.claim(swiftName) {
                diagnostics.flaw(
                    at: member.location, "two properties have the Swift name \"\(swiftName)\"",
                    otherwise: "this one gets another name", remedy: "give one of them another x-swift-name", about: .name)
            } else {
                names[member.name] = swiftName
            }
        }
        let derived = members.map(\.name).filter { names[$0] == nil }
        for (name, swiftName) in zip(derived, table.unique(derived, Names.member)) { names[name] = swiftName }
        return members.map { member in
            let name = names[member.name] ?? Names.member(member.name)
            return (name, resolutions.schema(member.schema).isDeprecated ? table.unique("_" + name) : name)
        }
    }
}
