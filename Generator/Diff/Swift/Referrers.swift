import GeneratorSwiftAPI
import GeneratorYAML

/// The declarations that refer to each type of an API, and the methods that make up its groups, by the subjects of their changes.
///
/// A type is added or removed together with these declarations.
struct Referrers {
    private var subjects: [String: [String]] = [:]
    private var groups: [String: [String]] = [:]
    /// The names of the types that refer to each type.
    private var owners: [String: [String]] = [:]

    private var locations: [String: [SourceLocation]] = [:]

    /// The subjects of the declarations that refer to a type.
    func referrers(to type: String) -> [String] { subjects[type] ?? [] }

    /// The subjects of the methods of a group.
    func members(of group: String) -> [String] { groups[group] ?? [] }

    /// The names of the types that refer to a type.
    func owners(of type: String) -> [String] { owners[type] ?? [] }

    /// The locations of the properties and arguments of a type. A type that the document declares in one of them changes there.
    func locations(of type: String) -> [SourceLocation] { locations[type] ?? [] }

    /// Returns the referrers in both APIs. Declarations that exist in both are named as in the old one, as their changes are.
    static func both(
        old: API, new: API, methods: MethodMatching, types: TypeCorrespondence
    ) -> (old: Referrers, new: Referrers) {
        let partners = Dictionary(methods.pairs.map { ($0.new.identity, $0.old) }) { first, _ in first }
        var names: [String: String] = [:]
        for type in old.files.flatMap(\.types) {
            if let name = types.name(of: type.name) { names[name] = "\(old.name).\(type.name)" }
        }
        return (
            Referrers(of: old, type: { "\(old.name).\($0)" }, method: { methods.subject($0, in: old) }),
            Referrers(
                of: new, type: { names[$0] ?? "\(new.name).\($0)" },
                method: { method in
                    partners[method.identity].map { methods.subject($0, in: old) } ?? methods.subject(method, in: new)
                })
        )
    }

    private init(of api: API, type: (String) -> String, method: (Method) -> String) {
        for declaration in api.files.flatMap(\.types) { add(declaration, type(declaration.name)) }
        for declaration in api.files.flatMap(\.methods) { add(declaration, method(declaration)) }
    }

    private mutating func add(_ method: Method, _ subject: String) {
        groups[method.group, default: []].append(subject)
        for argument in method.arguments {
            note(argument.type, "\(subject) argument \(argument.words)", at: argument.location)
            note(argument.type, subject)
        }
        if let type = method.result.type { note(type, subject) }
        if let pages = method.pages { note(pages.element, subject) }
    }

    private mutating func add(_ declaration: TypeDeclaration, _ subject: String) {
        func note(_ type: TypeReference, _ member: String) {
            self.note(type, "\(subject).\(member)")
            self.note(type, subject)
            if let name = type.declaredName, owners[name]?.last != declaration.name { owners[name, default: []].append(declaration.name) }
        }
        switch declaration.kind {
        case .structure(let structure):
            for property in structure.properties {
                self.note(property.type, "\(subject).init argument \(property.name)", at: property.location)
                note(property.type, property.name)
            }
            if let type = structure.additionalProperties { note(type, "additionalProperties") }
        case .union(let union):
            for alternative in union.alternatives { note(alternative.type, alternative.name) }
        case .answers(let answers):
            for answer in answers.cases { if let type = answer.type { note(type, answer.name) } }
        case .enumeration, .identifier, .unit: break
        }
    }

    private mutating func note(_ type: TypeReference, _ subject: String, at location: SourceLocation? = nil) {
        if let name = type.declaredName, let location { locations[name, default: []].append(location) }
        guard let name = type.declaredName, subjects[name]?.last != subject else { return }
        subjects[name, default: []].append(subject)
    }
}
