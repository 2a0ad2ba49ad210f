import GeneratorOpenAPI
import GeneratorYAML

/// Finds a value for each member of a body among the members of an entity.
struct BodyFiller {
    let declarations: [String: TypeDeclaration]
    let diagnostics: Diagnostics
    /// The parameters of the body that no entity can fill.
    private(set) var asked: [Structure.Parameter] = []
    /// The names of the properties that are left out.
    private(set) var kept: [String] = []

    init(declarations: [String: TypeDeclaration], diagnostics: Diagnostics) {
        self.declarations = declarations
        self.diagnostics = diagnostics
    }

    /// The deepest nesting of objects; deeper ones are recursive.
    private static let maximumDepth = 16

    /// Returns the values of the body's parameters, in the order of its initializer.
    mutating func fill(
        _ body: String, from held: Structure, named entity: String, _ filling: EntityReplacement.Filling
    ) -> [FilledParameter] {
        fill(body, from: held, named: entity, filling, pointer: "", depth: 0)
    }

    private mutating func fill(
        _ body: String, from held: Structure, named entity: String, _ filling: EntityReplacement.Filling, pointer: String, depth: Int
    ) -> [FilledParameter] {
        guard case .structure(let structure) = declarations[body]?.kind else { return [] }
        guard depth < Self.maximumDepth else {
            report(filling.location, "\(body) contains itself; x-replaces cannot fill it")
            return []
        }
        checkNames(of: filling, in: structure, body)
        let properties = Dictionary(structure.properties.map { ($0.name, $0) }) { first, _ in first }
        var values: [FilledParameter] = []
        for parameter in structure.parameters {
            guard let property = properties[parameter.name], property.isWritten || structure.isForm else { continue }
            if filling.kept.contains(property.wireName) {
                if property.presence == .required, property.defaultValue == nil {
                    report(filling.location, "x-replaces keeps \"\(property.wireName)\", which \(body) requires")
                }
                if depth == 0 { kept.append(property.name) }
                continue
            }
            if filling.sources[property.wireName] == nil, steps([property.wireName], in: held) == nil {
                if isUnfilled(property, of: body, entity: entity, depth: depth, at: filling.location) {
                    values.append(.init(name: property.name, value: .argument))
                }
                continue
            }
            let pointer = pointer + "/" + property.wireName
            if var value = value(of: property, from: held, named: entity, filling, body: body, pointer: pointer, depth: depth) {
                if let source = filling.sources[property.wireName], !source.condition.isEmpty {
                    guard let path = condition(source, of: property, from: held) else {
                        report(
                            source.location, "\"if\" of x-replaces names a boolean of \(entity), for a member that \(body) does not require"
                        )
                        continue
                    }
                    value = .conditional(path, value)
                }
                values.append(.init(name: property.name, value: value))
            }
        }
        return values
    }

    /// Returns the way to the condition of a value; `nil` if it is not a boolean, or the value is required.
    private func condition(_ source: EntityReplacement.Source, of property: Property, from held: Structure) -> MemberPath? {
        guard let (steps, type) = steps(source.condition, in: held), type == .bool, property.presence != .required else { return nil }
        return .init(steps: steps, requirement: nil)
    }

    private func report(_ location: SourceLocation, _ message: String) {
        diagnostics.error(at: location, message, about: .replacement)
    }

    /// Decides about a member that the entity does not have. Returns `true` if the caller must give it.
    private mutating func isUnfilled(
        _ property: Property, of body: String, entity: String, depth: Int, at location: SourceLocation
    ) -> Bool {
        guard depth > 0 else {
            asked.append(.init(name: property.name, type: property.type, defaultValue: nil))
            return true
        }
        let problem = "\(body) has \"\(property.wireName)\", and \(entity) has no such member"
        if property.presence == .optional {
            diagnostics.warning(at: location, problem + "; it is left out, which x-replaces can say with keeps", about: .replacement)
        } else {
            report(location, problem + "; say in x-replaces where it comes from (members)")
        }
        return false
    }

    private func checkNames(of filling: EntityReplacement.Filling, in structure: Structure, _ body: String) {
        let known = Set(structure.properties.map(\.wireName))
        for name in Set(filling.sources.keys).union(filling.kept).sorted() where !known.contains(name) {
            report(filling.sources[name]?.location ?? filling.location, "x-replaces names \"\(name)\", which \(body) does not have")
        }
    }

    // MARK: Values

    private mutating func value(
        of property: Property, from held: Structure, named entity: String, _ filling: EntityReplacement.Filling, body: String,
        pointer: String, depth: Int
    ) -> FilledValue? {
        let source = filling.sources[property.wireName]
        let location = source?.location ?? filling.location
        let target = property.type.withoutOptionality
        let inner = source?.filling ?? .byName(at: location)
        switch source?.kind {
        case .constant(let node):
            guard let literal = literal(node, of: target) else {
                report(location, "this is not a value of \"\(property.wireName)\" of \(body)")
                return nil
            }
            return .literal(literal)
        case .entity:
            guard case .named(let name) = target, case .structure = declarations[name]?.kind else {
                report(location, "\"\(property.wireName)\" of \(body) is not an object, so it needs \"from\"")
                return nil
            }
            let values = fill(name, from: held, named: entity, inner, pointer: pointer, depth: depth + 1)
            return .entity(wrapped(.object(target, values), for: property))
        case .member, nil:
            let names = if case .member(let names) = source?.kind { names } else { [property.wireName] }
            guard let (steps, type) = steps(names, in: held) else {
                report(location, "x-replaces names \"\(names.joined(separator: "."))\", which \(entity) does not have")
                return nil
            }
            let conversion =
                if let item = source?.item, !item.isEmpty {
                    self.conversion(from: type, at: item, to: target, pointer: pointer, depth: depth, location)
                } else {
                    self.conversion(from: type, to: target, inner, pointer: pointer, depth: depth)
                }
            guard let conversion else {
                report(
                    location,
                    "\"\(property.wireName)\" of \(body) cannot be made from \"\(names.joined(separator: "."))\" of \(entity), which is of another kind"
                )
                return nil
            }
            let isRequired = property.presence == .required
            let isOptional = steps.contains(where: \.isOptional)
            return .member(
                .init(steps: steps, requirement: isRequired && isOptional ? pointer : nil), wrapped(conversion, for: property))
        }
    }

    /// A property that may be null takes its value wrapped.
    private func wrapped(_ conversion: Conversion, for property: Property) -> Conversion {
        property.type.isOptionalNullable ? .nullable(conversion) : conversion
    }

    /// Returns the way to a member, and the member's type without optionality.
    private func steps(_ names: [String], in structure: Structure) -> (steps: [MemberPath.Step], type: TypeReference)? {
        var structure: Structure? = structure
        var steps: [MemberPath.Step] = []
        var type: TypeReference?
        for name in names {
            guard let property = structure?.properties.first(where: { $0.wireName == name }), property.isRead else { return nil }
            var propertyType = property.type
            var isOptional = false
            if case .optional(let wrapped) = propertyType { (propertyType, isOptional) = (wrapped, true) }
            steps.append(.init(name: property.storedName, isOptional: isOptional))
            if case .nullable(let wrapped) = propertyType {
                propertyType = wrapped
                steps.append(.init(name: "value", isOptional: true))
            }
            if case .indirect(let wrapped) = propertyType {
                propertyType = wrapped
                steps.append(.init(name: "value", isOptional: false))
            }
            type = propertyType
            structure = nil
            if case .named(let typeName) = propertyType, case .structure(let next) = declarations[typeName]?.kind { structure = next }
        }
        return type.map { (steps, $0) }
    }

    private func literal(_ node: Node, of type: TypeReference) -> Literal? {
        guard let scalar = node.scalar else { return nil }
        switch (type, scalar.value) {
        case (.string, .string(let text)): return .string(text)
        case (.bool, .bool(let value)): return .bool(value)
        case (.int, .integer(let value)), (.int64, .integer(let value)), (.double, .integer(let value)): return .integer(value)
        case (.named(let name), .integer), (.named(let name), .decimal):
            guard case .unit(let scale) = declarations[name]?.kind else { return nil }
            return Number(text: scalar.text).flatMap(scale.literal)
        case (.named(let name), .string(let text)):
            guard case .enumeration(let enumeration) = declarations[name]?.kind else { return nil }
            return enumeration.members.first { $0.value == .string(text) }.map { .member($0.name) }
        default: return nil
        }
    }

    // MARK: Conversions

    /// Takes a member of each object of a list.
    private mutating func conversion(
        from source: TypeReference, at item: [String], to target: TypeReference, pointer: String, depth: Int, _ location: SourceLocation
    ) -> Conversion? {
        guard case .array(.named(let name)) = source, case .array(let target) = target,
            case .structure(let object) = declarations[name]?.kind,
            let (steps, type) = steps(item, in: object),
            let conversion = conversion(from: type, to: target, .byName(at: location), pointer: pointer, depth: depth)
        else { return nil }
        let isOptional = steps.contains(where: \.isOptional)
        return .list(.picked(.init(steps: steps, requirement: isOptional ? pointer : nil), conversion))
    }

    private mutating func conversion(
        from source: TypeReference, to target: TypeReference, _ filling: EntityReplacement.Filling, pointer: String,
        depth: Int
    ) -> Conversion? {
        let isPlain = filling.sources.isEmpty && filling.kept.isEmpty
        if source == target, isPlain { return .same }
        switch (source, target) {
        case (.date, .dateWithFraction), (.dateWithFraction, .date), (.wallClockTime, .wallClockTime): return .same
        case (.int, .double), (.int, .int64): return .number(target)
        case (.calendarDate, .date): return .startOfDay
        case (.array(let source), .array(let target)):
            return conversion(from: source, to: target, filling, pointer: pointer, depth: depth).map { .list($0) }
        case (.named(let sourceName), .named(let targetName)):
            switch (declarations[sourceName]?.kind, declarations[targetName]?.kind) {
            case (.unit(let source), .unit(let target)): return source.measure == target.measure ? .unit(pointer: pointer) : nil
            case (.identifier, .identifier): return .raw(target, fromRawValue: true)
            case (.enumeration(let source), .enumeration(let to)) where source.rawType == to.rawType && !to.isClosed:
                return .raw(target, fromRawValue: true)
            case (.structure(let held), .structure):
                return .object(target, fill(targetName, from: held, named: sourceName, filling, pointer: pointer, depth: depth + 1))
            default: return nil
            }
        case (_, .named(let name)) where alternative(of: name, for: source) != nil:
            return alternative(of: name, for: source).map { .alternative(target, $0) }
        case (.named(let name), .string):
            switch declarations[name]?.kind {
            case .identifier: return .text
            case .enumeration(let enumeration) where enumeration.rawType == .string: return .text
            default: return nil
            }
        case (.string, .named(let name)):
            switch declarations[name]?.kind {
            case .identifier: return .raw(target, fromRawValue: false)
            case .enumeration(let enumeration) where enumeration.rawType == .string && !enumeration.isClosed:
                return .raw(target, fromRawValue: false)
            default: return nil
            }
        default: return nil
        }
    }

    /// Returns the name of the union's alternative that has the type.
    private func alternative(of union: String, for type: TypeReference) -> String? {
        guard case .union(let union) = declarations[union]?.kind else { return nil }
        return union.alternatives.first { $0.type == type }?.name
    }
}
