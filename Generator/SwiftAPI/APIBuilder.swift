package import GeneratorOpenAPI

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

    /// Runs the steps. Each one reads the finished results of those above it, and changes none of them.
    ///
    /// The steps are the folders of this module. CONTRIBUTING.md lists them in the same order.
    func build() -> API {
        let rootName = RootName(of: document, diagnostics: diagnostics).name
        let resolutions = Resolutions(of: document, diagnostics: diagnostics)
        let directions = Directions(of: document, resolutions: resolutions)
        let shapes = Shapes(resolutions: resolutions, uploads: directions.uploads, diagnostics: diagnostics)
        let exports = Exports(of: document, shapes: shapes, diagnostics: diagnostics)
        let services = Services(of: document, diagnostics: diagnostics)
        let groups = Groups(of: document, diagnostics: diagnostics)
        let credentials = Credentials(of: document, services: services, diagnostics: diagnostics)
        let types = Types(
            of: document, rootName: rootName, shapes: shapes, directions: directions, exports: exports, diagnostics: diagnostics)
        var methods = MethodBuilder(
            document: document, types: types, shapes: shapes, exports: exports, services: services, credentials: credentials,
            groups: groups,
            diagnostics: diagnostics)
        let methodsOfOperations = types.operations.map { ($0.operation.place.file, methods.methods(for: $0)) }
        let declarations = Recursion.boxed(types.declared.declarations)
        let pruning = Pruning(declarations)

        let prunedMethods = methodsOfOperations.map { (file: $0.0, methods: $0.1.map(pruning.pruned)) }
        let prunedTypes = declarations.mapValues(pruning.pruned)
        let usedGroups = groups.used(by: document)
        let replacements = ReplacementBuilder(
            document: document, groups: usedGroups, methods: prunedMethods.flatMap(\.methods), declarations: prunedTypes,
            diagnostics: diagnostics)

        var methodsOfFile: [String: [Method]] = [:]
        for (file, methods) in prunedMethods { methodsOfFile[file, default: []] += methods.map(replacements.completed) }
        var typesOfFile: [String: [TypeDeclaration]] = [:]
        for name in prunedTypes.keys.sorted() {
            guard let declaration = prunedTypes[name], let file = types.declared.files[name] else { continue }
            typesOfFile[file, default: []].append(replacements.completed(declaration))
        }
        let files = document.files.map { file in
            API.File(source: file, types: typesOfFile[file] ?? [], methods: methodsOfFile[file] ?? [])
        }
        let title = document.version.isEmpty ? document.title : "\(document.title) \(document.version)"
        return API(
            name: rootName, documentation: Documentation.lines(title), credentials: credentials.all,
            services: services.all, access: credentials.access, isServed: services.serveAll(of: document), groups: usedGroups, files: files,
            location: document.location)
    }
}
