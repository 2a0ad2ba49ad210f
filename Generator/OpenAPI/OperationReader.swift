import GeneratorYAML

/// Reads path items and their operations.
struct OperationReader {
    let files: SpecificationFiles
    let diagnostics: Diagnostics
    let schemas: SchemaReader
    let headers: HeaderReader
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
        self.schemas = schemas
        self.headers = headers
        self.security = security
        self.knownSchemes = knownSchemes
        self.choice = choice
    }

    /// The names of the security schemes that the operations need.
    var schemes: Set<String> { Set(operations.flatMap { $0.security.joined() }) }

    /// The tags of the operations.
    var tags: Set<String> { Set(operations.compactMap(\.tag)) }

    /// Removes each `x-replacement` that names an operation that is not read, which Swift code cannot name either.
    mutating func removeUnreadReplacements() {
        for index in operations.indices {
            if let id = operations[index].replacement, identifiers[id] == nil { operations[index].replacement = nil }
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
        let shared = readParameters(&item)
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
        let own = readParameters(&object)
        let replaced = Set(own.map(\.key))
        let inherited = shared.filter { !replaced.contains($0.key) }
        let order = object.order("x-swift-order")
        let parameters = (inherited + own).ordered(by: order, \.name)
        for name in order where !parameters.contains(where: { $0.name == name }) {
            diagnostics.warning(
                at: object.node("x-swift-order")?.location ?? object.location, "x-swift-order lists \"\(name)\", which is no parameter")
        }
        check(parameters, of: path, at: object.location)
        let ownServers = readServers(&object)
        let ownSecurity = readSecurity(&object) ?? security
        for name in ownSecurity.joined() where !knownSchemes.contains(name) {
            diagnostics.error(
                at: object.node("security")?.location ?? object.location,
                "the security scheme \"\(name)\" is not among components.securitySchemes of the document")
        }
        let body = object.node("requestBody").flatMap { readBody($0, at: object.place.appending("requestBody")) }
        var responses: [Response] = []
        for entry in object.entries("responses") where !entry.key.hasPrefix("x-") {
            if let response = readResponse(entry, at: object.place.appending("responses", entry.key)) { responses.append(response) }
        }
        let operation = Operation(
            id: id, method: method, path: path, place: object.place, location: object.location,
            tag: object.strings("tags").first, summary: object.string("summary"), description: object.string("description"),
            documentation: object.node("externalDocs")?["url"]?.string, isDeprecated: object.bool("deprecated") ?? false,
            swiftName: object.string("x-swift-name"), pagination: readPagination(&object), export: readExport(&object),
            replacement: object.string("x-replacement"), isExperimental: object.bool("x-experimental") ?? false,
            effect: WriteEffectReader(diagnostics: diagnostics).read(&object), parameters: parameters, body: body, responses: responses,
            security: ownSecurity, servers: ownServers.isEmpty ? servers : ownServers)
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

    // MARK: Parameters

    private func readParameters(_ object: inout ObjectReader) -> [Parameter] {
        let place = object.place
        var parameters: [Parameter] = []
        var seen: Set<String> = []
        for (index, node) in object.list("parameters").enumerated() {
            guard let (node, place) = files.resolve(node, at: place.appending("parameters", String(index))),
                let parameter = readParameter(node, at: place)
            else { continue }
            if !seen.insert(parameter.key).inserted {
                diagnostics.error(
                    at: parameter.location, "the \(parameter.position.rawValue) parameter \"\(parameter.name)\" is listed twice",
                    about: .name)
                continue
            }
            parameters.append(parameter)
        }
        return parameters
    }

    private func readParameter(_ node: Node, at place: Place) -> Parameter? {
        guard var object = ObjectReader(node, at: place, what: "a parameter", diagnostics: diagnostics),
            let name = object.requiredString("name"), let positionName = object.requiredString("in")
        else { return nil }
        guard let position = Parameter.Position(rawValue: positionName) else {
            diagnostics.error(at: object.location, "a parameter has in: path, query, header or cookie")
            return nil
        }
        let isJSON = object.node("schema") == nil && object.node("content") != nil
        let usual: Parameter.Style = position == .query || position == .cookie ? .form : .simple
        let styleName = object.string("style")
        guard let style = styleName.map(Parameter.Style.init(rawValue:)) ?? usual else {
            diagnostics.error(at: object.location, "the style \"\(styleName ?? "")\" is not one of OpenAPI's")
            return nil
        }
        guard let schema = readSchema(ofParameter: &object) else { return nil }
        let parameter = Parameter(
            name: name, position: position, location: object.location, description: object.string("description"),
            isRequired: object.bool("required") ?? (position == .path), isDeprecated: object.bool("deprecated") ?? false,
            style: style, explode: object.bool("explode") ?? (style == .form),
            allowsReserved: object.bool("allowReserved") ?? false, isJSON: isJSON, schema: schema,
            example: object.node("example"), swiftName: object.string("x-swift-name"))
        object.ignore("examples", "allowEmptyValue")
        object.finish()
        return parameter
    }

    private func readSchema(ofParameter object: inout ObjectReader) -> Place? {
        if let node = object.node("schema") {
            return schemas.need(node, at: object.place.appending("schema"))
        }
        if let content = object.entries("content").first, let node = content.value["schema"] {
            guard MediaType(name: content.key, schema: nil, example: nil, location: content.keyLocation).isJSON else {
                diagnostics.error(at: content.keyLocation, "a parameter's content is application/json, or it has a schema and a style")
                return nil
            }
            return schemas.need(node, at: object.place.appending("content", content.key, "schema"))
        }
        diagnostics.error(at: object.location, "a parameter needs a schema")
        return nil
    }

    /// Checks that every `{name}` in a path is a path parameter, and that every path parameter is in the path.
    private func check(_ parameters: [Parameter], of path: String, at location: SourceLocation) {
        guard let templates = templateNames(in: path) else {
            diagnostics.error(at: location, "the braces of the path \(path) do not match; write a parameter as {name}")
            return
        }
        let declared = parameters.filter { $0.position == .path }
        let names = Set(declared.map(\.name))
        for template in templates where !names.contains(template) {
            diagnostics.error(at: location, "the path \(path) has {\(template)}, but no path parameter is called \"\(template)\"")
        }
        let used = Set(templates)
        for parameter in declared {
            if !used.contains(parameter.name) {
                diagnostics.error(
                    at: parameter.location, "the path parameter \"\(parameter.name)\" has no {\(parameter.name)} in \(path)")
            }
            if !parameter.isRequired {
                diagnostics.error(
                    at: parameter.location, "the path parameter \"\(parameter.name)\" is part of the path; add required: true")
            }
        }
    }

    // MARK: Bodies

    private func readBody(_ node: Node, at place: Place) -> RequestBody? {
        guard let (node, place) = files.resolve(node, at: place),
            var object = ObjectReader(node, at: place, what: "a request body", diagnostics: diagnostics)
        else { return nil }
        let body = RequestBody(
            description: object.string("description"), isRequired: object.bool("required") ?? false,
            content: readContent(&object), location: object.location)
        object.finish()
        return body
    }

    private func readResponse(_ entry: Mapping.Entry, at place: Place) -> Response? {
        let status = entry.key
        let bytes = Array(status.utf8)
        let isClass = bytes.count == 3 && (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(bytes[0])
        let isStatus =
            isClass && (status.hasSuffix("XX") || bytes.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        guard status == "default" || isStatus else {
            diagnostics.error(
                at: entry.keyLocation, "\"\(status)\" is not a status; write a number such as '200', a range such as 4XX, or default")
            return nil
        }
        guard let (node, place) = files.resolve(entry.value, at: place),
            var object = ObjectReader(node, at: place, what: "a response", diagnostics: diagnostics)
        else { return nil }
        let response = Response(
            status: status, description: object.string("description") ?? "", headers: headers.readHeaders(&object),
            content: readContent(&object), mayBeEmpty: object.bool("x-may-be-empty") ?? false, location: object.location)
        if response.mayBeEmpty, !response.content.contains(where: \.mayBeJSON) {
            diagnostics.error(
                at: object.location,
                "x-may-be-empty is for responses with JSON; this one has none, so remove it")
        }
        object.ignore("links")
        object.finish()
        return response
    }

    private func readContent(_ object: inout ObjectReader) -> [MediaType] {
        let place = object.place.appending("content")
        return object.entries("content").compactMap { entry in
            guard
                var media = ObjectReader(
                    entry.value, at: place.appending(entry.key), what: "a media type", diagnostics: diagnostics)
            else { return nil }
            let schema = media.node("schema").map { schemas.need($0, at: media.place.appending("schema")) }
            let example = media.node("example") ?? media.node("examples")?.mapping?.entries.first?.value["value"]
            let encodings = headers.readEncodings(&media)
            media.ignore("examples")
            media.finish()
            return MediaType(name: entry.key, schema: schema, example: example, encodings: encodings, location: entry.keyLocation)
        }
    }
}

extension Parameter {
    /// The key that is unique among the parameters of an operation.
    fileprivate var key: String { "\(position.rawValue) \(name)" }
}
