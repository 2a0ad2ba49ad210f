import GeneratorOpenAPI

extension TypeBuilder {
    /// The checks of a value of the schema that a caller sends.
    func checks(of place: Place, type: TypeReference, isRequired: Bool) -> [Rule.Check] {
        let schema = shapes.resolved(place).schema
        // Constraints may stand beside a reference's target or in it.
        let constraints = schema.constraints
        var checks: [Rule.Check] = []
        switch type {
        case .string:
            if constraints.minLength ?? 0 > 0 || constraints.maxLength != nil {
                checks.append(.length(min: constraints.minLength.flatMap { $0 > 0 ? $0 : nil }, max: constraints.maxLength))
            }
            if let pattern = constraints.pattern { checks.append(.pattern(pattern)) }
        case .int, .int64: checks += integerChecks(schema)
        case .double: checks += numberChecks(constraints)
        case .array(let element):
            if constraints.minItems ?? 0 > 0 || constraints.maxItems != nil {
                checks.append(.items(min: constraints.minItems.flatMap { $0 > 0 ? $0 : nil }, max: constraints.maxItems))
            }
            if constraints.uniqueItems { checks.append(.unique) }
            if let items = schema.items {
                let each = self.checks(of: items, type: element, isRequired: false)
                if each == [.model] {
                    checks.append(.model)
                } else if !each.isEmpty {
                    checks.append(.each(each))
                }
            }
        case .dictionary(let value):
            if constraints.minProperties ?? 0 > 0 || constraints.maxProperties != nil {
                checks.append(.members(min: constraints.minProperties.flatMap { $0 > 0 ? $0 : nil }, max: constraints.maxProperties))
            }
            if case .named = value { checks.append(.model) }
        case .named(let name):
            switch declarations[name]?.kind {
            case .identifier:
                if case .identifier = shapes.shape(of: place) { if isRequired { checks.append(.notEmpty) } } else { checks.append(.model) }
            case .structure, .union: checks.append(.model)
            case .enumeration, nil: break
            }
        case .bool, .date, .calendarDate, .duration, .json, .upload, .optional, .nullable, .indirect: break
        }
        return checks
    }

    private func integerChecks(_ schema: Schema) -> [Rule.Check] {
        let constraints = schema.constraints
        let (low, high) = bounds(constraints)
        let factor = constraints.multipleOf?.text
        if schema.format == "int32" {
            // More would be refused by the service, or cut.
            return [.int32(min: low, max: high, multipleOf: factor)]
        }
        guard low != nil || high != nil || factor != nil else { return [] }
        return [.integer(min: low, max: high, multipleOf: factor)]
    }

    private func numberChecks(_ constraints: Schema.Constraints) -> [Rule.Check] {
        let (low, high) = bounds(constraints)
        guard low != nil || high != nil || constraints.multipleOf != nil else { return [] }
        return [.number(min: low, max: high, multipleOf: constraints.multipleOf?.text)]
    }

    private func bounds(_ constraints: Schema.Constraints) -> (low: Bound?, high: Bound?) {
        let low =
            constraints.exclusiveMinimum.map { Bound(value: $0.text, isExclusive: true) }
            ?? constraints.minimum.map { Bound(value: $0.text, isExclusive: false) }
        let high =
            constraints.exclusiveMaximum.map { Bound(value: $0.text, isExclusive: true) }
            ?? constraints.maximum.map { Bound(value: $0.text, isExclusive: false) }
        return (low, high)
    }
}

enum Checks {
    /// Removes the checks of nested models that have nothing to check.
    static func prune(in declarations: inout [String: TypeDeclaration]) {
        var checked: Set<String> = []
        var grows = true
        while grows {
            grows = false
            for (name, declaration) in declarations where !checked.contains(name) && hasChecks(declaration, given: checked) {
                checked.insert(name)
                grows = true
            }
        }
        for (name, declaration) in declarations {
            guard case .structure(var structure) = declaration.kind else { continue }
            structure.rules = structure.rules.filter { rule in
                rule.check != .model || isChecked(type(of: rule.subject, in: structure), given: checked)
            }
            declarations[name]?.kind = .structure(structure)
        }
    }

    private static func hasChecks(_ declaration: TypeDeclaration, given checked: Set<String>) -> Bool {
        switch declaration.kind {
        case .structure(let structure):
            structure.rules.contains { $0.check != .model || isChecked(type(of: $0.subject, in: structure), given: checked) }
        case .union(let union):
            union.alternatives.contains { isChecked($0.type, given: checked) }
        case .enumeration, .identifier: false
        }
    }

    private static func type(of property: String, in structure: Structure) -> TypeReference? {
        structure.properties.first { $0.name == property }?.type
    }

    private static func isChecked(_ type: TypeReference?, given checked: Set<String>) -> Bool {
        switch type {
        case .named(let name): checked.contains(name)
        case .array(let type), .dictionary(let type), .optional(let type), .nullable(let type), .indirect(let type):
            isChecked(type, given: checked)
        default: false
        }
    }
}
