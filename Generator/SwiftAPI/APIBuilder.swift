import GeneratorOpenAPI
import GeneratorYAML

extension API {
    /// Decides the Swift API for a document. What it cannot say in Swift is in `diagnostics`.
    public init(of document: Document, diagnostics: Diagnostics) {
        self = APIBuilder(document: document, diagnostics: diagnostics).build()
    }
}

/// Puts the parts of the API together.
struct APIBuilder {
    let document: Document
    let diagnostics: Diagnostics

    func build() -> API {
        let rootName = rootName()
        let shapes = Shapes(document: document, diagnostics: diagnostics)
        let types = TypeBuilder(document: document, rootName: rootName, shapes: shapes, diagnostics: diagnostics)
        let services = Services(of: document, diagnostics: diagnostics)
        let groups = Groups(of: document, diagnostics: diagnostics)
        var methods = MethodBuilder(
            document: document, rootName: rootName, types: types, services: services, groups: groups, diagnostics: diagnostics)
        var methodsOfFile: [String: [Method]] = [:]
        for operation in document.operations {
            methodsOfFile[operation.place.file, default: []] += methods.methods(for: operation)
        }
        types.finish()
        var typesOfFile: [String: [TypeDeclaration]] = [:]
        for name in types.declarations.keys.sorted() {
            guard let declaration = types.declarations[name], let file = types.files[name] else { continue }
            typesOfFile[file, default: []].append(declaration)
        }
        let files = document.files.map { file in
            API.File(source: file, types: typesOfFile[file] ?? [], methods: methodsOfFile[file] ?? [])
        }
        let title = document.version.isEmpty ? document.title : "\(document.title) \(document.version)"
        return API(
            name: rootName, documentation: Documentation.lines(title), credentials: credentials(),
            services: services.all, groups: groups.used(by: document), files: files)
    }

    private func rootName() -> String {
        if let name = document.swiftName {
            if Names.isIdentifier(name), !TypeBuilder.reservedNames.contains(name), !Names.keywords.contains(name) { return name }
            diagnostics.error(at: document.location, "x-swift-name \"\(name)\" of info is not a name that a Swift type can have here")
        }
        let name = Names.type(document.title)
        return TypeBuilder.reservedNames.contains(name) || Names.keywords.contains(name) ? name + "API" : name
    }

    private func credentials() -> [API.Credential] {
        var table = NameTable()
        return document.securitySchemes.map { scheme in
            let kind: API.Credential.Kind =
                switch scheme.kind {
                case .header(let name): .header(name)
                case .query(let name): .query(name)
                case .cookie(let name): .cookie(name)
                case .bearer: .bearer
                case .basic: .basic
                }
            if case .header(let name) = scheme.kind { checkFieldName(name, at: scheme.location) }
            return API.Credential(
                name: table.unique(scheme.swiftName.flatMap { Names.isIdentifier($0) ? $0 : nil } ?? Names.member(scheme.name)),
                kind: kind, documentation: Documentation.lines(scheme.description))
        }
    }

    private func checkFieldName(_ name: String, at location: SourceLocation) {
        if !isFieldName(name) { diagnostics.error(at: location, "\"\(name)\" is not a name that an HTTP header can have") }
    }
}

/// Whether HTTP allows the text as a header's name.
func isFieldName(_ name: String) -> Bool {
    !name.isEmpty
        && name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
            default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
            }
        }
}

/// The services of an API: sets of servers, the document's own first.
struct Services {
    private(set) var all: [API.Service] = []
    private var names: [String: String] = [:]

    init(of document: Document, diagnostics: Diagnostics) {
        var table = NameTable()
        func add(_ servers: [Server]) {
            let key = servers.map(\.url).joined(separator: "\n")
            guard names[key] == nil else { return }
            let name: String
            if let swiftName = servers.first?.swiftName {
                guard Names.isIdentifier(swiftName), table.claim(swiftName) else {
                    diagnostics.error(
                        at: servers[0].location,
                        "the service name \"\(swiftName)\" is taken by other servers, or no name that Swift can have")
                    return
                }
                name = swiftName
            } else {
                name = table.unique(all.isEmpty ? "main" : "other")
            }
            names[key] = name
            // A relative server is relative to wherever the document was found: no place to call.
            let url = servers.first?.defaultURL
            all.append(.init(name: name, url: url.flatMap { $0.hasPrefix("http://") || $0.hasPrefix("https://") ? $0 : nil }))
        }
        add(document.servers)
        for operation in document.operations where !operation.servers.isEmpty { add(operation.servers) }
    }

    func name(for operation: Operation, in document: Document) -> String {
        let servers = operation.servers.isEmpty ? document.servers : operation.servers
        return names[servers.map(\.url).joined(separator: "\n")] ?? all[0].name
    }
}

/// The groups of operations: the document's tags.
struct Groups {
    private var names: [String: String] = [:]
    private var tags: [String: Tag] = [:]

    init(of document: Document, diagnostics: Diagnostics) {
        for tag in document.tags {
            if tags.updateValue(tag, forKey: tag.name) != nil {
                diagnostics.error(at: tag.location, "the tag \"\(tag.name)\" is listed twice")
            }
            if let swiftName = tag.swiftName {
                if Names.isIdentifier(swiftName), !Groups.reserved.contains(swiftName) {
                    names[tag.name] = swiftName
                } else {
                    diagnostics.error(at: tag.location, "x-swift-name \"\(swiftName)\" is not a name that a group can have")
                }
            }
        }
    }

    /// Members that the API's type has anyway.
    private static let reserved: Set<String> = ["client", "init", "self"]

    func name(for operation: Operation) -> String {
        let tag = operation.tag ?? "operations"
        if let name = names[tag] { return name }
        let name = Names.member(tag)
        return Groups.reserved.contains(name) ? name + "Group" : name
    }

    /// Those that have an operation, in the order of the document's tags, then of their operations.
    func used(by document: Document) -> [API.Group] {
        var order = document.tags.map(\.name)
        for operation in document.operations where !order.contains(operation.tag ?? "operations") {
            order.append(operation.tag ?? "operations")
        }
        let used = Set(document.operations.map { name(for: $0) })
        var seen: Set<String> = []
        var types = NameTable()
        return order.compactMap { tagName in
            let name = names[tagName] ?? Groups.derived(tagName)
            guard used.contains(name), seen.insert(name).inserted else { return nil }
            let tag = tags[tagName]
            var documentation = Documentation.lines(tag?.description ?? tagName)
            if let link = tag?.documentation { documentation += ["", "[Documentation](\(link))"] }
            return API.Group(name: name, typeName: types.unique(Groups.typeName(name)), documentation: documentation)
        }
    }

    private static func derived(_ tag: String) -> String {
        let name = Names.member(tag)
        return reserved.contains(name) ? name + "Group" : name
    }

    static func typeName(_ group: String) -> String {
        let name = group.prefix(1).uppercased() + group.dropFirst()
        return TypeBuilder.reservedNames.contains(name) || Names.keywords.contains(name) ? name + "Group" : name
    }
}
