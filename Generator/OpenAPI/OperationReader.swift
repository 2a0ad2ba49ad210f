import GeneratorYAML

/// Reads path items and their operations.
struct OperationReader {
    let files: SpecificationFiles
    let diagnostics: Diagnostics
    private let parameters: ParameterReader
    private let bodies: BodyReader
    /// The document's security, for operations that do not specify their own.
    let security: [[String]]
    let knownSchemes: Set<String>
    /// Decides which operations are read; `nil` for all.
    private let choice: OperationChoice?
    private(set) var operations: [Operation] = []
    /// The callbacks of the operations read so far.
    private(set) var callbacks: [Callback] = []
    private var identifiers: [String: SourceLocation] = [:]

    /// The requests that the service makes in response to an operation.
    struct Callback {
        let name: String
        /// `POST /invoices`
        let owner: String
        let node: Node
        let place: Place
    }

    init(
        files: SpecificationFiles, diagnostics: Diagnostics, schemas: SchemaReader, headers: HeaderReader, security: [[String]],
        knownSchemes: Set<String>, choice: OperationChoice? = nil
    ) {
        self.files = files
        self.diagnostics = diagnostics
        parameters = ParameterReader(files: files, diagnostics: diagnostics, schemas: schemas)
        bodies = BodyReader(files: files, diagnostics: diagnostics, schemas: schemas, headers: headers)
        self.security = security
        self.knownSchemes = knownSchemes
        self.choice = choice
    }

    /// The names of the security schemes that the operations need.
    var schemes: Set<String> { Set(operations.flatMap { $0.security.joined() }) }

    /// The tags of the operations.
    var tags: Set<String> { Set(operations.compactMap(\.tag)) }

    /// Removes each `x-replacement` and `x-replaces` that names an operation that is not read, which Swift code cannot call either.
    mutating func removeUnreadReplacements() {
        for index in operations.indices {
            if let id = operations[index].replacement, identifiers[id] == nil { operations[index].replacement = nil }
            if case .replaces(let entity) = operations[index].effect, identifiers[entity.read] == nil { operations[index].effect = nil }
        }
    }

    mutating func readPath(_ entry: Mapping.Entry, at place: Place) {
        guard entry.key.hasPrefix("/") || entry.key.hasPrefix("x-") else {
            diagnostics.error(at: entry.keyLocation, "a path begins with a slash; write /\(entry.key)")
            return
        }
        guard entry.key.hasPrefix("/"), choice?.mayChoose(path: entry.key) != false else { return }
        let count = operations.count
        readItem(entry.value, at: place, path: entry.key)
        guard choice == nil || operations.count > count, let problem = URLProblem.ofPath(entry.key) else { return }
        diagnostics.error(at: entry.keyLocation, problem)
    }

    /// Reads the operations of a path item.
    mutating func readItem(_ node: Node, at place: Place, path: String) {
        guard let (node, place) = files.resolve(node, at: place),
            var item = ObjectReader(node, at: place, what: "a path item", diagnostics: diagnostics)
        else { return }
        let names = Dictionary(uniqueKeysWithValues: Operation.Method.allCases.map { ($0.rawValue, $0) })
        var members: [(entry: Mapping.Entry, method: Operation.Method)] = []
        for entry in node.mapping?.entries ?? [] {
            guard let method = names[entry.key] else { continue }
            item.ignore(entry.key)
            if choice?.chooses(entry.value, path: path, method: method) != false { members.append((entry, method)) }
        }
        if choice != nil, members.isEmpty { return }
        let servers = readServers(&item)
        let shared = parameters.readList(&item)
        item.ignore("$ref", "summary", "description", "servers", "parameters")
        for (member, method) in members {
            let place = place.appending(member.key)
            guard var object = ObjectReader(member.value, at: place, what: "an operation", diagnostics: diagnostics) else { continue }
            if let operation = read(&object, method: method, path: path, shared: shared, servers: servers) {
                operations.append(operation)
            }
        }
        item.finish()
    }

    private mutating func read(
        _ object: inout ObjectReader, method: Operation.Method, path: String, shared: [Parameter], servers: [Server]
    ) -> Operation? {
        let id = object.string("operationId") ?? "\(method.rawValue) \(path)"
        if let other = identifiers.updateValue(object.location, forKey: id) {
            diagnostics.error(at: object.location, "the operationId \"\(id)\" is also that of the operation at \(other)", about: .name)
        }
        let parameters = self.parameters.readAll(&object, path: path, shared: shared)
        let ownServers = readServers(&object)
        let ownSecurity = readSecurity(&object) ?? security
        for name in ownSecurity.joined() where !knownSchemes.contains(name) {
            diagnostics.error(
                at: object.node("security")?.location ?? object.location,
                "the security scheme \"\(name)\" is not among components.securitySchemes of the document")
        }
        let body = object.node("requestBody").flatMap { bodies.readBody($0, at: object.place.appending("requestBody")) }
        var responses: [Response] = []
        for entry in object.entries("responses") where !entry.key.hasPrefix("x-") {
            if let response = bodies.readResponse(entry, at: object.place.appending("responses", entry.key)) { responses.append(response) }
        }
        let operation = Operation(
            id: id, method: method, path: path, place: object.place, location: object.location,
            tag: object.strings("tags").first, summary: object.string("summary"), description: object.string("description"),
            documentation: object.node("externalDocs")?["url"]?.string, isDeprecated: object.bool("deprecated") ?? false,
            swiftName: object.string("x-swift-name"), pagination: readPagination(&object), export: readExport(&object),
            replacement: object.string("x-replacement"), isExperimental: object.bool("x-experimental") ?? false,
            effect: WriteEffectReader(diagnostics: diagnostics).read(&object), parameters: parameters, body: body, responses: responses,
            window: Window(&object, hasZone: false, diagnostics: diagnostics), security: ownSecurity,
            servers: ownServers.isEmpty ? servers : ownServers)
        for entry in object.entries("callbacks") {
            let place = object.place.appending("callbacks", entry.key)
            guard let (node, place) = files.resolve(entry.value, at: place) else { continue }
            callbacks.append(Callback(name: entry.key, owner: "\(method.rawValue.uppercased()) \(path)", node: node, place: place))
        }
        object.finish()
        return operation
    }

    private func readPagination(_ object: inout ObjectReader) -> Operation.Pagination? {
        guard let node = object.node("x-pagination"),
            var pagination = ObjectReader(
                node, at: object.place.appending("x-pagination"), what: "x-pagination", diagnostics: diagnostics),
            let page = pagination.requiredString("page")
        else { return nil }
        let positionName = pagination.string("in") ?? "query"
        let position = Operation.Pagination.Position(rawValue: positionName)
        if position == nil {
            diagnostics.error(at: node.location, "x-pagination has in: query or body, not \"\(positionName)\"", about: .pagination)
        }
        let result = Operation.Pagination(
            position: position ?? .query, page: page, size: pagination.string("size"), first: pagination.count("first") ?? 1,
            items: pagination.string("items").map { $0.split(separator: ".").map(String.init) } ?? [], location: node.location)
        pagination.finish()
        return result
    }

    private func readExport(_ object: inout ObjectReader) -> Operation.Export? {
        guard let node = object.node("x-export"),
            var export = ObjectReader(node, at: object.place.appending("x-export"), what: "x-export", diagnostics: diagnostics)
        else { return nil }
        let positionName = export.string("in") ?? "query"
        let position = Operation.Export.Position(rawValue: positionName)
        if position == nil { diagnostics.error(at: node.location, "x-export has in: query or body, not \"\(positionName)\"") }
        let name = export.requiredString("by")
        let json = export.requiredString("json")
        let files = export.requiredNode("files") == nil ? [] : export.list("files").filter { $0.scalar != nil }
        let swiftName = export.string("as")
        export.finish()
        guard let position, let name, let json else { return nil }
        return .init(position: position, name: name, json: json, files: files, swiftName: swiftName, location: node.location)
    }
}
