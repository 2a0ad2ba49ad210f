package import GeneratorOpenAPI
import GeneratorYAML

extension API {
    /// Derives the Swift API from a document. `diagnostics` collects whatever cannot be expressed in Swift.
    package init(of document: Document, diagnostics: Diagnostics) {
        self = APIBuilder(document: document, diagnostics: diagnostics).build()
    }
}

/// Assembles the parts of the API.
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
            document: document, types: types, services: services, groups: groups, diagnostics: diagnostics)
        var methodsOfFile: [String: [Method]] = [:]
        for operation in document.operations {
            methodsOfFile[operation.place.file, default: []] += methods.methods(for: operation)
        }
        let pruning = types.finish()
        for (file, methods) in methodsOfFile {
            methodsOfFile[file] = methods.map { method in
                var method = method
                method.rules.removeAll { !pruning.keeps($0.rule.check, of: $0.type) }
                return method
            }
        }
        let usedGroups = groups.used(by: document)
        let replacing = ReplacementBuilder(
            document: document, groups: usedGroups, methods: document.files.flatMap { methodsOfFile[$0] ?? [] },
            declarations: types.declarations, diagnostics: diagnostics)
        for (file, methods) in methodsOfFile { methodsOfFile[file] = methods.map(replacing.completed) }
        var typesOfFile: [String: [TypeDeclaration]] = [:]
        for name in types.declarations.keys.sorted() {
            guard let declaration = types.declarations[name].map(replacing.completed), let file = types.files[name] else { continue }
            typesOfFile[file, default: []].append(declaration)
        }
        let files = document.files.map { file in
            API.File(source: file, types: typesOfFile[file] ?? [], methods: methodsOfFile[file] ?? [])
        }
        let title = document.version.isEmpty ? document.title : "\(document.title) \(document.version)"
        return API(
            name: rootName, documentation: Documentation.lines(title), credentials: credentials(),
            services: services.all, groups: usedGroups, files: files, location: document.location)
    }

    private func rootName() -> String {
        if let name = document.swiftName {
            if Names.isType(name), !Names.reservedTypes.contains(name) { return name }
            diagnostics.error(
                at: document.location, "x-swift-name \"\(name)\" of info is not a valid name for a Swift type", about: .name)
        }
        let name = Names.type(document.title)
        return Names.reservedTypes.contains(name) || Names.keywords.contains(name) ? name + "API" : name
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
            if case .cookie(let name) = scheme.kind { checkFieldName(name, at: scheme.location) }
            if let name = scheme.swiftName, !Names.isMember(name) {
                diagnostics.error(at: scheme.location, "x-swift-name \"\(name)\" is not a valid name for credentials", about: .name)
            }
            return API.Credential(
                name: table.unique(scheme.swiftName ?? Names.member(scheme.name)), kind: kind,
                documentation: Documentation.lines(scheme.description ?? kind.documentation), location: scheme.location)
        }
    }

    private func checkFieldName(_ name: String, at location: SourceLocation) {
        if !isFieldName(name) { diagnostics.error(at: location, "\"\(name)\" is not a valid name for an HTTP header") }
    }
}

extension API.Credential.Kind {
    /// The documentation to use if the spec has no description.
    fileprivate var documentation: String {
        switch self {
        case .header(let name): "A secret in the header `\(name)`."
        case .query(let name): "A secret in the query parameter `\(name)`."
        case .cookie(let name): "A secret in the cookie `\(name)`."
        case .bearer: "A bearer token."
        case .basic: "A user name and a password."
        }
    }
}

/// Returns `true` if HTTP allows the text as a header name.
func isFieldName(_ name: String) -> Bool {
    !name.isEmpty
        && name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
            default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
            }
        }
}
