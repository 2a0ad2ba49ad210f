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
        declarations.append(.init(scope: scope, text: signature.line, notes: notes.compactMap(\.self)))
    }

    private func note(deprecation: String?) -> String? { deprecation.map { "deprecated: \(Source.string($0))" } }

    // MARK: The whole API

    mutating func addRoot() {
        let root = api.name
        add(api.head, in: "")
        add(API.clientProperty, in: root)
        add(API.initializer, in: root)
        add("enum Operations", in: root)
        for group in api.groups {
            add(group.property(in: root) + " { get }", in: root)
            add(group.head, in: "\(root).Operations")
        }
        if !api.identifiers.isEmpty { add("enum IdentifierKinds", in: root) }
        if !api.openEnumerations.isEmpty { add("enum EnumKinds", in: root) }
        if !api.units.isEmpty { add("enum UnitKinds", in: root) }
        add(api.servicesHead, in: root)
        for service in api.services {
            add(service.constant + ": String", in: "\(root).Services", Source.string(service.name))
        }
        let urls = api.services.compactMap { service in service.url.map { "\(service.name): \($0)" } }.sorted()
        add(
            API.documentedServers, in: "\(root).Services",
            urls.isEmpty ? nil : Source.comment(urls.joined(separator: ", ")))
        for service in api.services where !service.servers.isEmpty {
            let scope = "\(root).Services.\(Names.quoted(service.serversName))"
            add("enum \(Names.quoted(service.serversName))", in: "\(root).Services")
            for server in service.servers { add(server.declaration, in: scope, Source.comment(server.url)) }
        }
        guard !api.credentials.isEmpty else { return }
        add(API.credentialsHead, in: root)
        if api.namesCredentials { add(API.credentialNameProperty, in: "\(root).Credentials") }
        add(API.placementProperty, in: "\(root).Credentials")
        for credential in api.credentials { add(credential.signature, in: "\(root).Credentials") }
    }

    // MARK: Operations

    mutating func add(_ method: Method) {
        guard let group = api.groups.first(where: { $0.name == method.group }) else { return }
        let scope = "\(api.name).Operations.\(Names.quoted(group.typeName))"
        let deprecation = note(deprecation: method.deprecation)
        add(method.signature(in: api.name), in: scope, method.isResultDiscardable ? "discardable" : nil, deprecation)
        if let pages = method.pages { add(method.signature(of: pages, in: api.name), in: scope, deprecation) }
        if let window = method.window {
            let signature = method.signature(of: window, pages: nil, in: api.name)
            add(signature, in: scope, method.isResultDiscardable ? "discardable" : nil, deprecation)
            if let pages = method.pages { add(method.signature(of: window, pages: pages, in: api.name), in: scope, deprecation) }
        }
        if let edit = method.edit {
            add(edit.signature(of: method, in: api.name), in: scope, method.isResultDiscardable ? "discardable" : nil, deprecation)
        }
    }

    // MARK: Types

    mutating func add(_ declaration: TypeDeclaration) {
        let root = api.name
        let scope = "\(root).\(Names.quoted(declaration.name))"
        add(declaration.head(in: root), in: root)
        switch declaration.kind {
        case .identifier: add("enum \(Names.quoted(declaration.name))", in: "\(root).IdentifierKinds")
        case .unit(let scale):
            let kinds = "\(root).UnitKinds"
            add(scale.kindHead(of: declaration.name), in: kinds)
            add("\(Scale.digitsProperty) { get }", in: "\(kinds).\(Names.quoted(declaration.name))", String(scale.digits))
        case .enumeration(let enumeration) where enumeration.isClosed:
            for member in enumeration.members { add(member.closedCase, in: scope, Source.literal(member.value)) }
        case .enumeration(let enumeration):
            add("enum \(Names.quoted(declaration.name))", in: "\(root).EnumKinds")
            add(enumeration.knownValues(of: scope) + " { get }", in: scope)
            for member in enumeration.members { add(member.constant(of: scope) + " { get }", in: scope, Source.literal(member.value)) }
        case .structure(let structure): add(structure, in: scope)
        case .union(let union):
            for alternative in union.alternatives { add(alternative.declaration(in: root), in: scope) }
            add(Union.otherCase, in: scope)
        case .answers(let answers):
            for answer in answers.cases { add(answer.declaration(in: root), in: scope, answer.status) }
        }
    }

    private mutating func add(_ structure: Structure, in scope: String) {
        for property in structure.properties {
            let declaration = property.declaration(in: api.name)
            guard let deprecation = property.deprecation else {
                add("\(structure.binding) \(declaration)", in: scope)
                continue
            }
            add("var \(declaration) { \(structure.isSent ? "get set" : "get") }", in: scope, note(deprecation: deprecation))
        }
        if let additional = structure.additionalProperties(in: api.name) { add("\(structure.binding) \(additional)", in: scope) }
        add(structure.initializer(in: api.name), in: scope)
        for window in structure.windows { add(window.initializer(of: structure, in: api.name), in: scope) }
        for replacement in structure.replacements { add(replacement.signature(in: api.name), in: scope) }
    }
}
