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
    /// The schemes that the document describes and the reader has reported.
    let unusableSchemes: Set<String>
    /// Decides which operations are read; `nil` for all.
    private let choice: OperationChoice?
    private(set) var operations: [Operation] = []
    /// The callbacks of the operations read so far.
    private(set) var callbacks: [Callback] = []
    private var identifiers: [String: SourceLocation] = [:]
    /// `true` if the document or an operation says what security it needs, even if it needs none.
    private(set) var mentionsSecurity: Bool

    /// The requests that the service makes in response to an operation.
    struct Callback {
        let name: String
        /// `POST /invoices`
        let owner: String
        let origin: Operation.CallbackOrigin
        let node: Node
        let place: Place
    }

    init(
        files: SpecificationFiles, diagnostics: Diagnostics, schemas: SchemaReader, headers: HeaderReader, security: [[String]]?,
        knownSchemes: Set<String>, unusableSchemes: Set<String> = [], choice: OperationChoice? = nil
    ) {
        self.files = files
        self.diagnostics = diagnostics
        parameters = ParameterReader(files: files, diagnostics: diagnostics, schemas: schemas)
        bodies = BodyReader(files: files, diagnostics: diagnostics, schemas: schemas, headers: headers)
        self.security = security ?? []
        mentionsSecurity = security != nil
        self.knownSchemes = knownSchemes
        self.unusableSchemes = unusableSchemes
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

    /// Leaves out the security schemes that a client cannot use, unless the reader is strict.
    mutating func keepSchemes(_ usable: Set<String>) {
        guard !diagnostics.isStrict else { return }
        for index in operations.indices {
            operations[index].security = operations[index].security.map { $0.filter(usable.contains) }
        }
    }

    /// Lets every operation use the document's security schemes if the document uses none of them anywhere.
    mutating func useUnmentionedSchemes(_ schemes: [SecurityScheme], at location: SourceLocation) {
        guard !diagnostics.isStrict, !schemes.isEmpty, !mentionsSecurity else { return }
        diagnostics.warning(
            at: location,
            "no operation says which of the security schemes it needs; credentials are sent with every call; add security to the document")
        for index in operations.indices { operations[index].security = schemes.map { [$0.name] } + [[]] }
    }

    mutating func readPath(_ entry: Mapping.Entry, at place: Place) {
        guard !entry.key.hasPrefix("x-"), let path = standardPath(of: entry) else { return }
        // The document also mentions security if only an operation that is not chosen does.
        if choice != nil, entry.value.mapping?.entries.contains(where: { $0.value["security"] != nil }) == true { mentionsSecurity = true }
        guard choice?.mayChoose(path: path) != false else { return }
        let count = operations.count
        readItem(entry.value, at: place, path: path)
        guard choice == nil || operations.count > count else { return }
        if let problem = URLProblem.ofPath(path) {
            diagnostics.error(at: entry.keyLocation, problem)
        } else {
            URLProblem.reportFlaws(ofPath: path, at: entry.keyLocation, to: diagnostics)
        }
    }

    /// Returns the path of an item in OpenAPI's notation, such as `/pets/{id}` for `pets/:id`; `nil` if the entry is not a path item.
    private func standardPath(of entry: Mapping.Entry) -> String? {
        let path = entry.key.hasPrefix("/") ? entry.key : "/\(entry.key)"
        if path != entry.key {
            let isItem = Operation.Method.allCases.contains { entry.value[$0.rawValue] != nil }
            diagnostics.flaw(
                at: entry.keyLocation, "a path begins with a slash", otherwise: isItem ? "it is read as \(path)" : "it is left out",
                remedy: "write \(path)")
            guard isItem else { return nil }
        }
        guard path.contains("/:") else { return path }
        let components = path.split(separator: "/", omittingEmptySubsequences: false).map { component in
            let name = component.dropFirst()
            let isParameter = component.hasPrefix(":") && !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
            return isParameter ? "{\(name)}" : String(component)
        }
        let standard = components.joined(separator: "/")
        if standard != path {
            diagnostics.flaw(
                at: entry.keyLocation, "the parameters of a path are written in braces", otherwise: "it is read as \(standard)",
                remedy: "write \(standard)")
        }
        return standard
    }

    /// Reads the operations of a path item.
    ///
    /// - Parameter origin: The callback that the path item belongs to; `nil` for all others.
    mutating func readItem(_ node: Node, at place: Place, path: String, origin: Operation.CallbackOrigin? = nil) {
        guard let (node, place) = files.resolve(node, at: place),
            var item = ObjectReader(node, at: place, what: "a path item", diagnostics: diagnostics)
        else { return }
        let methods = Operation.Method.allCases.filter { $0 != .query || diagnostics.allowsOpenAPI32 }
        let names = Dictionary(uniqueKeysWithValues: methods.map { ($0.rawValue, $0) })
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
        if diagnostics.allowsOpenAPI32 {
            item.leaveOut(
                "additionalOperations", "has methods that are not supported", otherwise: "its operations are left out",
                remedy: "call them with `raw`")
        }
        for (member, method) in members {
            let place = place.appending(member.key)
            guard var object = ObjectReader(member.value, at: place, what: "an operation", diagnostics: diagnostics) else { continue }
            if var operation = read(&object, method: method, path: path, shared: shared, servers: servers) {
                operation.callbackOrigin = origin
                operations.append(operation)
            }
        }
        item.finish()
    }

    private mutating func read(
        _ object: inout ObjectReader, method: Operation.Method, path: String, shared: [Parameter], servers: [Server]
    ) -> Operation? {
        let derivedID = "\(method.rawValue) \(path)"
        var id = object.string("operationId") ?? derivedID
        if let other = identifiers[id] {
            diagnostics.flaw(
                at: object.location, "the operationId \"\(id)\" is also that of the operation at \(other)",
                otherwise: "this one is called \"\(derivedID)\"", remedy: "give each operation its own", about: .name)
            if !diagnostics.isStrict { id = derivedID }
        }
        identifiers[id] = object.location
        let parameters = self.parameters.readAll(&object, path: path, shared: shared)
        let ownServers = readServers(&object)
        let ownSecurity = readUsableSecurity(&object)
        let body = object.node("requestBody").flatMap { bodies.readBody($0, at: object.place.appending("requestBody")) }
        var responses: [Response] = []
        for entry in object.entries("responses") where !entry.key.hasPrefix("x-") {
            if let response = bodies.readResponse(entry, at: object.place.appending("responses", entry.key)) { responses.append(response) }
        }
        let operation = Operation(
            id: id, method: method, path: path, place: object.place, location: object.location,
            tag: object.strings("tags").first, summary: object.string("summary"), description: object.string("description"),
            documentation: object.node("externalDocs")?["url"]?.string, isDeprecated: object.bool("deprecated") ?? false,
            swiftName: object.extensionString("x-swift-name"), pagination: readPagination(&object), export: readExport(&object),
            replacement: object.extensionString("x-replacement"), isExperimental: object.extensionBool("x-experimental") ?? false,
            effect: WriteEffectReader(diagnostics: diagnostics).read(&object), parameters: parameters, body: body, responses: responses,
            window: Window(&object, hasZone: false, diagnostics: diagnostics), security: ownSecurity,
            servers: ownServers.isEmpty ? servers : ownServers)
        for entry in object.entries("callbacks") {
            let place = object.place.appending("callbacks", entry.key)
            // Calls do not need callbacks.
            let target = diagnostics.resolve(otherwise: "the callback is left out", remedy: "describe it, or remove it") {
                files.resolve(entry.value, at: place, reportingTo: $0)
            }
            guard let (node, place) = target else { continue }
            let isComponent = place.path.count == 3 && place.path.starts(with: ["components", "callbacks"])
            let origin = Operation.CallbackOrigin(
                name: entry.key, operation: operation.place, operationID: id, componentName: isComponent ? place.path.last : nil)
            callbacks.append(
                Callback(name: entry.key, owner: "\(method.rawValue.uppercased()) \(path)", origin: origin, node: node, place: place))
        }
        object.finish()
        return operation
    }

    /// Returns the alternatives of security schemes that a client can use.
    private mutating func readUsableSecurity(_ object: inout ObjectReader) -> [[String]] {
        let own = readSecurity(&object)
        if own != nil { mentionsSecurity = true }
        let all = own ?? security
        let location = object.node("security")?.location ?? object.location
        for name in all.joined() where !knownSchemes.contains(name) && !unusableSchemes.contains(name) {
            diagnostics.flaw(
                at: location, "the security scheme \"\(name)\" is not among components.securitySchemes of the document",
                otherwise: "calls are made without it", remedy: "describe it there")
        }
        // What the client cannot send is left to its transport or to a middleware.
        return all.map { alternative in diagnostics.isStrict ? alternative : alternative.filter(knownSchemes.contains) }
    }

    private func readPagination(_ object: inout ObjectReader) -> Operation.Pagination? {
        guard let node = object.extensionNode("x-pagination", mustBe: "a mapping of names to values", if: { $0.mapping != nil }),
            var pagination = ObjectReader(
                node, at: object.place.appending("x-pagination"), what: "x-pagination", diagnostics: diagnostics),
            let page = pagination.extensionMember("page")
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
        guard let node = object.extensionNode("x-export", mustBe: "a mapping of names to values", if: { $0.mapping != nil }),
            var export = ObjectReader(node, at: object.place.appending("x-export"), what: "x-export", diagnostics: diagnostics)
        else { return nil }
        let positionName = export.string("in") ?? "query"
        let position = Operation.Export.Position(rawValue: positionName)
        if position == nil { diagnostics.error(at: node.location, "x-export has in: query or body, not \"\(positionName)\"") }
        let name = export.extensionMember("by")
        let json = export.extensionMember("json")
        if node["files"] == nil { export.reportMissing("files") }
        let files = export.list("files").filter { $0.scalar != nil }
        let swiftName = export.string("as")
        export.finish()
        guard let position, let name, let json, !files.isEmpty || diagnostics.isStrict else { return nil }
        return .init(position: position, name: name, json: json, files: files, swiftName: swiftName, location: node.location)
    }
}
