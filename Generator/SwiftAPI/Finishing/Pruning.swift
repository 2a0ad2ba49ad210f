/// Determines which models have rules to check, and removes the checks of those that have none.
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
            case .enumeration, .identifier, .answers: contents = []
            }
            for content in contents.compactMap(\.declaredName) { containers[content, default: []].append(name) }
        }
        while let name = pending.popLast() {
            if checked.insert(name).inserted { pending += containers[name] ?? [] }
        }
    }

    func prune(_ declarations: inout [String: TypeDeclaration]) {
        for (name, declaration) in declarations {
            switch declaration.kind {
            case .structure(var structure):
                let types = structure.typesBySubject
                structure.rules = structure.rules.filter { keeps($0.check, of: types[$0.subject]) }
                declarations[name]?.kind = .structure(structure)
            case .union(var union):
                for index in union.alternatives.indices {
                    union.alternatives[index].isChecked = keeps(.model, of: union.alternatives[index].type)
                }
                declarations[name]?.kind = .union(union)
            case .enumeration, .identifier, .answers: break
            }
        }
    }

    /// Returns `true` if a check of a value of the type can fail.
    func keeps(_ check: Rule.Check, of type: TypeReference?) -> Bool {
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

extension TypeReference {
    /// The name of the declared type, or of the declared type that a list, map or optional contains.
    var declaredName: String? {
        switch self {
        case .named(let name): name
        case .array(let type), .dictionary(let type), .optional(let type), .nullable(let type), .indirect(let type): type.declaredName
        default: nil
        }
    }
}
