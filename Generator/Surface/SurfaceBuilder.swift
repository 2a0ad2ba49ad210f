import GeneratorSwiftAPI
import GeneratorSwiftSource

/// Lists the declarations that the emitter prints for each part of an API.
struct SurfaceBuilder {
    let api: API
    private(set) var declarations: [Surface.Declaration] = []

    init(api: API) { self.api = api }

    private mutating func add(_ text: String, in scope: String, _ notes: String?...) {
        declarations.append(.init(scope: scope, text: text, notes: notes.compactMap(\.self)))
    }

    private mutating func add(_ signature: Signature, in scope: String, _ notes: String?...) {
        declarations.append(.init(scope: scope, text: withoutAccess(signature.line), notes: notes.compactMap(\.self)))
    }

    /// Everything here is public.
    private func withoutAccess(_ line: String) -> String { String(line.trimmingPrefix("public ")) }

    private func note(deprecation: String?) -> String? { deprecation.map { "deprecated: \(Source.string($0))" } }

    // MARK: The whole API

    mutating func addRoot() {
        let root = api.name
        add("struct \(root): GeneratedAPI", in: "")
        add("let client: APIClient", in: root)
        add("init(client: APIClient)", in: root)
        add("enum Operations", in: root)
        for group in api.groups {
            let typeName = Names.quoted(group.typeName)
            add("var \(Names.quoted(group.name)): \(root).Operations.\(typeName) { get }", in: root)
            add("struct \(typeName): Sendable", in: "\(root).Operations")
        }
        if !api.identifiers.isEmpty { add("enum IdentifierKinds", in: root) }
        add("enum Services", in: root)
        for service in api.services {
            add("static let \(Names.quoted(service.name)): String", in: "\(root).Services", Source.string(service.name))
        }
        let urls = api.services.compactMap { service in service.url.map { "\(service.name): \($0)" } }
        add(
            "static let documented: [String: String]", in: "\(root).Services",
            urls.isEmpty ? nil : Source.comment(urls.joined(separator: ", ")))
        guard !api.credentials.isEmpty else { return }
        add("struct Credentials: APICredentials", in: root)
        add("let placement: CredentialPlacement", in: "\(root).Credentials")
        for credential in api.credentials { add(withoutAccess(credential.signature), in: "\(root).Credentials") }
    }

    // MARK: Operations

    mutating func add(_ method: Method) {
        guard let group = api.groups.first(where: { $0.name == method.group }) else { return }
        let scope = "\(api.name).Operations.\(Names.quoted(group.typeName))"
        let deprecation = note(deprecation: method.deprecation)
        add(method.signature(in: api.name), in: scope, method.isResultDiscardable ? "discardable" : nil, deprecation)
        if let pages = method.pages { add(method.signature(of: pages, in: api.name), in: scope, deprecation) }
    }

    // MARK: Types

    mutating func add(_ declaration: TypeDeclaration) {
        let name = Names.quoted(declaration.name)
        let scope = "\(api.name).\(name)"
        let conformances = declaration.conformances.joined(separator: ", ")
        switch declaration.kind {
        case .identifier:
            add("typealias \(name) = Identifier<\(api.name).IdentifierKinds.\(name)>", in: api.name)
            add("enum \(name)", in: "\(api.name).IdentifierKinds")
        case .enumeration(let enumeration) where enumeration.isClosed:
            add("enum \(name): \(enumeration.rawType.source(in: api.name)), \(conformances)", in: api.name)
            for member in enumeration.members { add("case \(Names.quoted(member.name))", in: scope, Source.literal(member.value)) }
        case .enumeration(let enumeration):
            add("struct \(name): \(conformances)", in: api.name)
            let rawType = enumeration.rawType.source(in: api.name)
            add("let rawValue: \(rawType)", in: scope)
            add("init(rawValue: \(rawType))", in: scope)
            for member in enumeration.members {
                add("static var \(Names.quoted(member.name)): \(scope) { get }", in: scope, Source.literal(member.value))
            }
        case .structure(let structure):
            add("struct \(name): \(conformances)", in: api.name)
            add(structure, in: scope)
        case .union(let union):
            add("\(union.isRecursive ? "indirect " : "")enum \(name): \(conformances)", in: api.name)
            for alternative in union.alternatives {
                add("case \(Names.quoted(alternative.name))(\(alternative.type.source(in: api.name)))", in: scope)
            }
            add("case other(JSONValue)", in: scope)
            addReader(in: scope)
            addWriter(in: scope)
            if union.alternatives.contains(where: \.isChecked) { addRules(in: scope) }
        case .answers(let answers):
            add("enum \(name): \(conformances)", in: api.name)
            for answer in answers.cases {
                add(
                    "case \(Names.quoted(answer.name))\(answer.type.map { "(\($0.source(in: api.name)))" } ?? "")", in: scope, answer.status
                )
            }
            add("init?(status: Int, from json: inout JSONReader) throws(JSONError)", in: scope)
        }
    }

    private mutating func add(_ structure: Structure, in scope: String) {
        for property in structure.properties {
            let declaration = "\(Names.quoted(property.name)): \(property.type.source(in: api.name))"
            let deprecation = note(deprecation: property.deprecation)
            switch (structure.isSent, property.deprecation) {
            case (true, nil): add("var \(declaration)", in: scope)
            case (false, nil): add("let \(declaration)", in: scope)
            case (true, _): add("var \(declaration) { get set }", in: scope, deprecation)
            case (false, _): add("var \(declaration) { get }", in: scope, deprecation)
            }
        }
        if let additional = structure.additionalProperties {
            add(
                "\(structure.isSent ? "var" : "let") additionalProperties: \(TypeReference.dictionary(additional).source(in: api.name))",
                in: scope)
        }
        add(structure.initializer(in: api.name), in: scope)
        add("func isEqual(to other: Self) -> Bool", in: scope)
        if structure.isReceived {
            add("static let members: JSONMembers", in: scope)
            addReader(in: scope)
        }
        if structure.isSent, !structure.isForm { addWriter(in: scope) }
        if !structure.rules.isEmpty { addRules(in: scope) }
    }

    // What the runtime calls.

    private mutating func addReader(in scope: String) { add("init(from json: inout JSONReader) throws(JSONError)", in: scope) }
    private mutating func addWriter(in scope: String) { add("func write(to json: inout JSONWriter)", in: scope) }
    private mutating func addRules(in scope: String) { add("func validate(_ rules: inout Rules)", in: scope) }
}
