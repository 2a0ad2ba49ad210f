import GeneratorSwiftAPI

/// Maps the types of the old API to those of the new one where their names differ.
///
/// Two types correspond when they occur in corresponding positions: in the result of the same operation, or in the property with
/// the same wire name. A schema that moved into a component is therefore one change, not one for each of its uses.
struct TypeCorrespondence {
    /// The types that replaced removed types, if the replacement is the same everywhere.
    private(set) var replacements: [String: TypeReference] = [:]

    private let old: DeclaredTypes
    private let new: DeclaredTypes
    private var found: [String: Set<TypeReference>] = [:]
    /// Types that were renamed, by their new names.
    private var renamed: [String: String] = [:]
    private var compared: Set<String> = []
    private var pending: [(String, String)] = []

    init(from old: DeclaredTypes, to new: DeclaredTypes, methods: [(old: Method, new: Method)]) {
        self.old = old
        self.new = new
        for (old, new) in methods { match(old, new) }
        for name in old.names where new[name] != nil { pending.append((name, name)) }
        while let (oldName, newName) = pending.popLast() { matchContents(of: oldName, newName) }
        for (name, types) in found where types.count == 1 { replacements[name] = types.first }
    }

    /// Returns an old type in terms of the new API.
    func translated(_ type: TypeReference) -> TypeReference {
        switch type {
        case .named(let name): replacements[name] ?? type
        case .array(let type): .array(translated(type))
        case .dictionary(let type): .dictionary(translated(type))
        case .optional(let type): .optional(translated(type))
        case .nullable(let type): .nullable(translated(type))
        case .indirect(let type): .indirect(translated(type))
        case .string, .bool, .int, .int64, .double, .date, .dateWithFraction, .wallClockTime, .calendarDate, .dayOrTime, .duration, .json,
            .upload:
            type
        }
    }

    /// Returns the new name of an old type, if it has one.
    func name(of oldName: String) -> String? {
        if new[oldName] != nil { return oldName }
        if case .named(let name)? = replacements[oldName], renamed[name] == oldName { return name } else { return nil }
    }

    // MARK: Matching

    private mutating func match(_ old: Method, _ new: Method) {
        for (oldArgument, newArgument) in matched(old.arguments, new.arguments) { match(oldArgument.type, newArgument.type) }
        if let oldType = old.result.type, let newType = new.result.type { match(oldType, newType) }
        if let oldPages = old.pages, let newPages = new.pages { match(oldPages.element, newPages.element) }
    }

    private mutating func match(_ old: TypeReference, _ new: TypeReference) {
        let (oldType, newType) = (old.value, new.value)
        switch (oldType, newType) {
        case (.array(let oldElement), .array(let newElement)), (.dictionary(let oldElement), .dictionary(let newElement)):
            match(oldElement, newElement)
        case (.named(let name), _) where self.new[name] == nil:
            // A new name belongs to the first old type that claims it.
            if case .named(let newName) = newType, self.old[newName] == nil, renamed[newName] == nil || renamed[newName] == name {
                guard found[name, default: []].insert(newType).inserted else { return }
                renamed[newName] = name
                pending.append((name, newName))
            } else {
                found[name, default: []].insert(newType)
            }
        default: break
        }
    }

    private mutating func matchContents(of oldName: String, _ newName: String) {
        guard compared.insert(oldName).inserted, let oldKind = old[oldName]?.kind, let newKind = new[newName]?.kind else { return }
        switch (oldKind, newKind) {
        case (.structure(let old), .structure(let new)):
            for (oldProperty, newProperty) in matched(old.properties, new.properties) { match(oldProperty.type, newProperty.type) }
            if let oldType = old.additionalProperties, let newType = new.additionalProperties { match(oldType, newType) }
        case (.union(let old), .union(let new)):
            let others = Dictionary(new.alternatives.map { ($0.name, $0.type) }) { first, _ in first }
            for alternative in old.alternatives {
                if let other = others[alternative.name] { match(alternative.type, other) }
            }
            // A single removed alternative corresponds to a single added one.
            let names = Set(old.alternatives.map(\.name))
            let gone = old.alternatives.filter { others[$0.name] == nil }
            let come = new.alternatives.filter { !names.contains($0.name) }
            if gone.count == 1, come.count == 1 { match(gone[0].type, come[0].type) }
        case (.answers(let old), .answers(let new)):
            for answer in old.cases {
                guard let other = new.cases.first(where: { $0.status == answer.status }), let oldType = answer.type,
                    let newType = other.type
                else { continue }
                match(oldType, newType)
            }
        default: break
        }
    }
}

/// The types that an API declares, by name.
struct DeclaredTypes {
    let names: [String]
    private let declarations: [String: TypeDeclaration]

    init(of api: API) {
        let all = api.files.flatMap(\.types)
        declarations = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }
        names = all.map(\.name).sorted()
    }

    subscript(name: String) -> TypeDeclaration? { declarations[name] }
}

extension TypeReference {
    /// The type without optional, nullable and indirect wrappers.
    fileprivate var value: TypeReference {
        switch self {
        case .optional(let type), .nullable(let type), .indirect(let type): type.value
        default: self
        }
    }
}

extension Method.Result {
    /// The result type, if the result is a value.
    var type: TypeReference? {
        switch self {
        case .value(let type), .answer(let type): type
        case .text: .string
        case .nothing, .file, .redirect, .stream: nil
        }
    }
}

extension TypeReference {
    /// The type as source code sees it. The precision of a date's fraction only affects the wire format.
    var withoutWireForm: TypeReference {
        switch self {
        case .dateWithFraction: .date
        case .wallClockTime: .wallClockTime(digits: 0)
        case .array(let type): .array(type.withoutWireForm)
        case .dictionary(let type): .dictionary(type.withoutWireForm)
        case .optional(let type): .optional(type.withoutWireForm)
        case .nullable(let type): .nullable(type.withoutWireForm)
        case .indirect(let type): .indirect(type.withoutWireForm)
        case .string, .bool, .int, .int64, .double, .date, .calendarDate, .dayOrTime, .duration, .json, .upload, .named: self
        }
    }
}
