import GeneratorOpenAPI
import GeneratorYAML

/// Decides, from finished types and methods, how bodies that replace an entity are filled from it.
struct ReplacementBuilder {
    let document: Document
    let groups: [API.Group]
    let declarations: [String: TypeDeclaration]
    let diagnostics: Diagnostics
    /// The methods by `operationId`. Of an operation with several, the one that returns JSON.
    private let methods: [String: Method]
    /// The names in each group.
    private var names: [String: Set<String>] = [:]
    /// The initializers by the name of the body's type.
    private var replacements: [String: [Replacement]] = [:]
    /// The edits by `operationId`.
    private var edits: [String: Edit] = [:]

    init(
        document: Document, groups: [API.Group], methods: [Method], declarations: [String: TypeDeclaration], diagnostics: Diagnostics
    ) {
        self.document = document
        self.groups = groups
        self.declarations = declarations
        self.diagnostics = diagnostics
        self.methods = Dictionary(methods.map { ($0.operationID, $0) }) { first, _ in first }
        for method in methods {
            names[method.group, default: []].formUnion([method.name, method.pages?.name].compactMap(\.self))
        }
        for operation in document.operations {
            guard case .replaces(let replaced) = operation.effect, let method = self.methods[operation.id] else { continue }
            add(replaced, method)
        }
    }

    /// Returns the type with its initializers.
    func completed(_ declaration: TypeDeclaration) -> TypeDeclaration {
        guard let replacements = replacements[declaration.name], case .structure(var structure) = declaration.kind else {
            return declaration
        }
        var declaration = declaration
        structure.replacements = replacements
        declaration.kind = .structure(structure)
        return declaration
    }

    /// Returns the method with its edit.
    func completed(_ method: Method) -> Method {
        guard let edit = edits[method.operationID] else { return method }
        var method = method
        method.edit = edit
        return method
    }

    private mutating func add(_ replaced: EntityReplacement, _ method: Method) {
        guard let read = methods[replaced.read] else {
            return report(replaced.location, "x-replaces reads with \"\(replaced.read)\", which is not an operation")
        }
        guard let body = method.arguments.first(where: { $0.role == .body }), let bodyName = structureName(body.type) else {
            return report(replaced.location, "x-replaces is for operations whose body is an object, or a list of objects")
        }
        guard case .value(let answer) = read.result, let entity = structureName(read.pages?.element ?? answer),
            case .structure(let held) = declarations[entity]?.kind
        else {
            return report(replaced.location, "x-replaces reads with \"\(replaced.read)\", which returns no object and no list of objects")
        }
        var filler = BodyFiller(declarations: declarations, diagnostics: diagnostics)
        let values = filler.fill(bodyName, from: held, named: entity, replaced.filling)
        var table = NameTable(reserved: Set(filler.asked.map(\.name)))
        let replacement = Replacement(
            entity: entity, entityName: table.unique("current"), asked: filler.asked, values: values,
            documentation: documentation(of: entity, filler, values: values))
        if replacements[bodyName]?.contains(where: { $0.entity == entity && $0 != replacement }) == true {
            return report(
                replaced.location, "another operation fills \(bodyName) from \(entity) in another way; give them schemas of their own")
        }
        if replacements[bodyName]?.contains(replacement) != true { replacements[bodyName, default: []].append(replacement) }
        if case .array = body.type.withoutOptionality {
            if replaced.editName != nil { report(replaced.location, "a body that is a list has no edit-name") }
            return
        }
        edits[method.operationID] = edit(replaced, method, read, replacement, body: bodyName, held: held)
    }

    private func report(_ location: SourceLocation, _ message: String) {
        diagnostics.error(at: location, message, about: .replacement)
    }

    private func structureName(_ type: TypeReference) -> String? {
        switch type {
        case .named(let name): if case .structure = declarations[name]?.kind { name } else { nil }
        case .optional(let type), .array(let type): structureName(type)
        default: nil
        }
    }

    // MARK: Editing

    private mutating func edit(
        _ replaced: EntityReplacement, _ method: Method, _ read: Method, _ replacement: Replacement, body: String, held: Structure
    ) -> Edit? {
        let name = replaced.editName ?? editName(of: method)
        guard Names.isMember(name), names[method.group, default: []].insert(name).inserted else {
            report(replaced.location, "\"\(name)\" is not a valid name for a method, or is taken; write another as edit-name")
            return nil
        }
        let arguments = method.arguments.filter { $0.role != .body }
        var table = NameTable(reserved: ["call", "self"])
        for name in arguments.map(\.name) + replacement.asked.map(\.name) { _ = table.claim(name) }
        guard let call = readCall(read, for: method, arguments: arguments, held: held, at: replaced.location) else { return nil }
        var documentation = [
            "Reads the \(words(replacement.entity)), changes it, and replaces it. What the closure leaves alone stays as it is.", "",
            "The service cannot detect a change that someone else makes in between: the last write wins.",
        ]
        if let source = method.documentation.last {
            documentation += ["", source + ", after `\(read.httpMethod) \(read.path)`"]
        }
        return Edit(
            name: name, arguments: arguments, asked: replacement.asked, body: body, bodyName: table.unique("body"),
            entityName: table.unique("current"), closureName: table.unique("change"), read: call, canFail: replacement.canFail,
            documentation: documentation,
            location: replaced.location)
    }

    /// `update` → `edit`, `updateSettings` → `editSettings`, `replace` → `edit`.
    private func editName(of method: Method) -> String {
        for verb in ["update", "replace", "put"] where method.name.hasPrefix(verb) {
            let rest = method.name.dropFirst(verb.count)
            if rest.first?.isLowercase != true { return "edit" + rest }
        }
        return "edit" + method.name.prefix(1).uppercased() + method.name.dropFirst()
    }

    /// Passes the arguments of the method that replaces to the one that reads.
    private func readCall(
        _ read: Method, for method: Method, arguments: [Method.Argument], held: Structure, at location: SourceLocation
    ) -> Edit.Read? {
        let isList: Bool = if case .value(let type) = read.result, case .array = type.withoutOptionality { true } else { read.pages != nil }
        let isOptional = if case .value(.optional) = read.result { read.pages == nil } else { false }
        var passed: [Edit.Read.Argument] = []
        var used: Set<String> = []
        for argument in read.pages.map(read.arguments(of:)) ?? read.arguments {
            guard case .path(let wireName) = argument.role else {
                if argument.isOptional || argument.defaultValue != nil { continue }
                report(location, "x-replaces reads with \"\(read.operationID)\", which requires \"\(argument.name)\"")
                return nil
            }
            let paths = arguments.filter { if case .path = $0.role { true } else { false } }
            let same = paths.first { $0.role == .path(wireName: wireName) } ?? paths.first { $0.type == argument.type }
            guard let same else {
                report(location, "x-replaces reads with \"\(read.operationID)\", whose path parameter \"\(wireName)\" is not in this path")
                return nil
            }
            passed.append(.init(label: argument.label, name: same.name))
            used.insert(same.name)
        }
        var search: Edit.Search?
        if isList {
            let rest = arguments.compactMap { argument -> (argument: Method.Argument, wireName: String)? in
                guard case .path(let wireName) = argument.role, !used.contains(argument.name) else { return nil }
                return (argument, wireName)
            }
            guard rest.count == 1, let property = held.properties.first(where: { $0.name == "id" && $0.type == rest[0].argument.type })
            else {
                report(location, "nothing in the list of \"\(read.operationID)\" has the identifier in this path")
                return nil
            }
            search = .init(
                isPaged: read.pages != nil, identifier: property.storedName, argument: rest[0].argument.name, wireName: rest[0].wireName)
        }
        return .init(
            group: read.group == method.group ? nil : groups.first { $0.name == read.group }, name: read.pages?.name ?? read.name,
            arguments: passed, search: search, isOptional: isOptional)
    }

    // MARK: Documentation

    private func documentation(of entity: String, _ filler: BodyFiller, values: [FilledParameter]) -> [String] {
        var lines = ["Creates a body with everything that the \(words(entity)) has."]
        let kept = filler.kept.map { "`\($0)`" }
        if !kept.isEmpty { lines += ["", "Omitted, because the service then keeps their values: \(kept.joined(separator: ", "))."] }
        return lines
    }

    /// `TimeEntry` → `time entry`
    private func words(_ typeName: String) -> String {
        var words = ""
        for character in typeName {
            if character.isUppercase, words.last?.isLowercase == true { words.append(" ") }
            words.append(character)
        }
        return words.split(separator: " ").map { $0.dropFirst().contains(where: \.isUppercase) ? String($0) : $0.lowercased() }
            .joined(separator: " ")
    }
}
