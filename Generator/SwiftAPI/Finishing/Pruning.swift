/// Determines which types have rules to check, and leaves out the checks of those that have none.
struct Pruning {
    /// The types that have rules to check.
    private(set) var checked: Set<String> = []

    init(_ declarations: [String: TypeDeclaration]) {
        // Propagates from the types that have their own rules to the types that contain them.
        var containers: [String: [String]] = [:]
        var pending: [String] = []
        for (name, declaration) in declarations {
            let contents: [TypeReference]
            switch declaration.kind {
            case .structure(let structure):
                if structure.rules.contains(where: { !$0.check.isModel }) { pending.append(name) }
                let types = structure.typesBySubject
                contents = structure.rules.filter(\.check.isModel).compactMap { types[$0.subject] }
            case .union(let union): contents = union.alternatives.map(\.type)
            case .enumeration, .identifier, .unit, .answers: contents = []
            }
            for content in contents.compactMap(\.declaredName) { containers[content, default: []].append(name) }
        }
        while let name = pending.popLast() {
            if checked.insert(name).inserted { pending += containers[name] ?? [] }
        }
    }

    /// Returns the type without checks that cannot fail.
    func pruned(_ declaration: TypeDeclaration) -> TypeDeclaration {
        var declaration = declaration
        switch declaration.kind {
        case .structure(var structure):
            let types = structure.typesBySubject
            structure.rules = structure.rules.filter { keeps($0.check, of: types[$0.subject]) }
            declaration.kind = .structure(structure)
        case .union(var union):
            for index in union.alternatives.indices {
                union.alternatives[index].isChecked = keeps(.model, of: union.alternatives[index].type)
            }
            declaration.kind = .union(union)
        case .enumeration, .identifier, .unit, .answers: break
        }
        return declaration
    }

    /// Returns the method without checks that cannot fail.
    func pruned(_ method: Method) -> Method {
        var method = method
        method.rules.removeAll { !keeps($0.rule.check, of: $0.type) }
        return method
    }

    /// Returns `true` if a check of a value of the type can fail.
    private func keeps(_ check: Rule.Check, of type: TypeReference?) -> Bool {
        !check.isModel || type?.declaredName.map(checked.contains) == true
    }
}

extension Rule.Check {
    /// `true` if the check only delegates to the model's own rules.
    fileprivate var isModel: Bool {
        switch self {
        case .model: true
        case .each(let checks): checks.allSatisfy(\.isModel)
        default: false
        }
    }
}

extension Structure {
    /// The types of the rules' subjects, by name.
    fileprivate var typesBySubject: [String: TypeReference] {
        var types = Dictionary(properties.map { ($0.storedName, $0.type) }) { first, _ in first }
        if let additionalProperties { types["additionalProperties"] = additionalProperties }
        return types
    }
}
