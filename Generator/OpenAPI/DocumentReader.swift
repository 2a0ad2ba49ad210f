import GeneratorYAML

extension Document {
    /// Reads the document in `file` and the files it refers to.
    ///
    /// Returns `nil` if the document cannot be used at all. All problems are collected in `diagnostics`.
    ///
    /// - Parameters:
    ///   - selection: The operations to read. What only others need is not read, and its errors are not found.
    ///   - isPattern: Returns `true` if a text is a valid regular expression. The caller supplies it because this module
    ///     loads no regular expression library.
    package static func read(
        _ file: String, from files: SpecificationFiles, selection: OperationSelection = .all, diagnostics: Diagnostics,
        isPattern: @escaping (String) -> Bool = { _ in true }
    ) -> Document? {
        guard let root = files.root(of: file, neededAt: nil) else { return nil }
        defer { files.reportUnusedOverlays() }
        return DocumentReader(
            file: file, files: files, choice: OperationChoice(selection), diagnostics: diagnostics, isPattern: isPattern
        ).read(root)
    }
}

/// Reads everything around the operations: info, servers, tags, security schemes, the table of paths.
struct DocumentReader {
    let file: String
    let files: SpecificationFiles
    /// `nil` if all operations are read.
    let choice: OperationChoice?
    let diagnostics: Diagnostics
    let isPattern: (String) -> Bool

    func read(_ root: Node) -> Document? {
        let place = Place(file: file, path: [])
        guard var object = ObjectReader(root, at: place, what: "an OpenAPI document", diagnostics: diagnostics) else { return nil }
        guard let version = object.string("openapi") else {
            let hint = object.node("swagger") == nil ? "" : "; this is Swagger 2, convert it first"
            diagnostics.error(at: root.location, "an OpenAPI document begins with its version, such as openapi: 3.1.0\(hint)")
            return nil
        }
        guard let isVersion30 = checkVersion(version, at: object.node("openapi")?.location ?? root.location) else { return nil }
        let units = NumberUnitReader(diagnostics: diagnostics).read(&object)
        let schemas = SchemaReader(
            files: files, of: file, diagnostics: diagnostics, isVersion30: isVersion30, units: units, isPattern: isPattern)
        let headers = HeaderReader(files: files, of: file, isVersion30: isVersion30, units: units)
        let information = readInformation(&object)
        let servers = readServers(&object)
        let security = readSecurity(&object)
        let schemeNodes = object.node("components")?["securitySchemes"]?.mapping?.entries ?? []
        // Without a choice, a scheme that cannot be read is unknown to the operations. With one, only the schemes that they need are read.
        let allSchemes = choice == nil ? readSecuritySchemes(schemeNodes) : nil
        var operations = OperationReader(
            files: files, diagnostics: diagnostics, schemas: schemas, headers: headers, security: security,
            knownSchemes: Set(allSchemes?.map(\.name) ?? schemeNodes.map(\.key)), unusableSchemes: Set(schemeNodes.map(\.key)),
            choice: choice)
        for entry in object.entries("paths") {
            operations.readPath(entry, at: place.appending("paths", entry.key))
        }
        var tagNodes = Array(object.list("tags").enumerated())
        let schemes: [SecurityScheme]
        if let choice {
            choice.check(at: root.location, diagnostics: diagnostics)
            operations.removeUnreadReplacements()
            // If the document does not say which schemes its operations need, an operation may need any of them.
            let neededSchemes = operations.mentionsSecurity || diagnostics.isStrict ? operations.schemes : Set(schemeNodes.map(\.key))
            let neededTags = operations.tags
            schemes = readSecuritySchemes(schemeNodes.filter { neededSchemes.contains($0.key) })
            operations.keepSchemes(Set(schemes.map(\.name)))
            tagNodes.removeAll { !neededTags.contains($0.element["name"]?.scalar?.text ?? "") }
        } else {
            schemes = allSchemes ?? []
        }
        operations.useUnmentionedSchemes(schemes, at: object.node("components")?["securitySchemes"]?.location ?? root.location)
        let tags = tagNodes.compactMap { readTag($0.element, at: place.appending("tags", String($0.offset))) }
        let webhooks = readWebhooks(&object, callbacks: operations.callbacks, schemas: schemas, headers: headers)
        schemas.readPending()
        headers.schemas.readPending()
        schemas.shareTypes()
        object.ignore("externalDocs", "components", "jsonSchemaDialect")
        object.finish()
        return Document(
            title: information.title, version: information.version, description: information.description, swiftName: information.swiftName,
            location: root.location, file: file, servers: servers, tags: tags, securitySchemes: schemes,
            isSilentOnSecurity: schemeNodes.isEmpty && !operations.mentionsSecurity && !diagnostics.isStrict, units: units,
            operations: operations.operations, webhooks: webhooks, schemas: schemas.schemas, otherSchemas: headers.schemas.schemas,
            files: files.names)
    }

    /// Reads webhooks and callbacks.
    ///
    /// Only errors of the schemas of webhooks and of the JSON that callbacks receive are reported, because nothing else of them is
    /// generated.
    private func readWebhooks(
        _ object: inout ObjectReader, callbacks: [OperationReader.Callback], schemas: SchemaReader, headers: HeaderReader
    ) -> [Operation] {
        var webhooks = OperationReader(
            files: files, diagnostics: Diagnostics(), schemas: schemas, headers: headers, security: [], knownSchemes: [])
        let place = object.place.appending("webhooks")
        // With a choice of operations, the webhooks are not read, because their references could be broken.
        for entry in object.entries("webhooks") where choice == nil {
            webhooks.readItem(entry.value, at: place.appending(entry.key), path: "webhook \(entry.key)")
        }
        var reader = OperationReader(
            files: files, diagnostics: Diagnostics(), schemas: headers.schemas, headers: headers, security: [], knownSchemes: [])
        for callback in callbacks {
            for entry in callback.node.mapping?.entries ?? [] where !entry.key.hasPrefix("x-") {
                reader.readItem(
                    entry.value, at: callback.place.appending(entry.key),
                    path: "callback \(callback.name) of \(callback.owner): \(entry.key)", origin: callback.origin)
            }
        }
        for media in reader.operations.flatMap({ $0.body?.content ?? [] }) where media.isJSON {
            guard let place = media.schema, let node = files.node(at: place, neededAt: media.location) else { continue }
            _ = schemas.need(node, at: place)
        }
        return webhooks.operations + reader.operations
    }

    private func readInformation(
        _ object: inout ObjectReader
    ) -> (title: String, version: String, description: String?, swiftName: String?) {
        guard let node = object.node("info") else {
            diagnostics.flaw(
                at: object.location, "an OpenAPI document needs \"info\"", otherwise: "the client is called API",
                remedy: "add it, with a title and a version")
            return ("", "", nil, nil)
        }
        guard var info = ObjectReader(node, at: object.place.appending("info"), what: "info", diagnostics: diagnostics) else {
            return ("", "", nil, nil)
        }
        if info.node("version") == nil {
            diagnostics.flaw(at: info.location, "info needs \"version\"", otherwise: "the documentation names none", remedy: "add it")
        }
        let result = (
            info.requiredString("title") ?? "", info.string("version") ?? "", info.string("description"),
            info.extensionString("x-swift-name")
        )
        info.ignore("summary", "termsOfService", "contact", "license")
        info.finish()
        return result
    }

    private func readTag(_ node: Node, at place: Place) -> Tag? {
        guard var object = ObjectReader(node, at: place, what: "a tag", diagnostics: diagnostics),
            let name = object.requiredString("name")
        else { return nil }
        let tag = Tag(
            name: name, description: object.string("description"), documentation: object.node("externalDocs")?["url"]?.string,
            swiftName: object.extensionString("x-swift-name"), location: node.location)
        // OpenAPI 3.2.
        object.ignore("summary", "parent", "kind")
        object.finish()
        return tag
    }
}

/// Returns the names between braces in a path or a URL; `nil` if the braces are unbalanced.
func templateNames(in text: String) -> [String]? {
    var names: [String] = []
    var rest = Substring(text)
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
        let inside = rest[rest.index(after: brace)...]
        guard rest[brace] == "{", let end = inside.firstIndex(where: { $0 == "{" || $0 == "}" }), inside[end] == "}" else { return nil }
        names.append(String(inside[..<end]))
        rest = inside[inside.index(after: end)...]
    }
    return names
}

/// Returns the alternatives of security schemes; `nil` if the object does not specify any.
func readSecurity(_ object: inout ObjectReader) -> [[String]]? {
    let diagnostics = object.diagnostics
    guard object.node("security") != nil else { return nil }
    return object.list("security").compactMap { alternative in
        if alternative.mapping == nil {
            diagnostics.error(at: alternative.location, "a security requirement is a mapping such as {apiKey: []}")
        }
        return alternative.mapping?.entries.map(\.key)
    }
}

/// Returns the `servers` of a document, a path or an operation.
func readServers(_ object: inout ObjectReader) -> [Server] {
    let place = object.place
    let diagnostics = object.diagnostics
    return object.list("servers").enumerated().compactMap { index, node in
        guard
            var server = ObjectReader(
                node, at: place.appending("servers", String(index)), what: "a server", diagnostics: diagnostics),
            let url = server.requiredString("url")
        else { return nil }
        let variables = server.entries("variables").compactMap { entry -> Server.Variable? in
            guard
                var variable = ObjectReader(
                    entry.value, at: server.place.appending("variables", entry.key), what: "a server variable", diagnostics: diagnostics),
                let value = variable.requiredString("default")
            else { return nil }
            let values = readValues(ofVariable: &variable)
            variable.ignore("description")
            variable.finish()
            return .init(name: entry.key, defaultValue: value, values: values)
        }
        let names = Set(variables.map(\.name))
        for name in templateNames(in: url) ?? [] where !names.contains(name) {
            diagnostics.flaw(
                at: node.location, "the server \(url) has {\(name)}, but no variable is called \"\(name)\"",
                otherwise: "callers pass its value", remedy: "describe the variable")
        }
        let choices = variables.flatMap { [$0.defaultValue] + $0.values }
        for text in [url] + choices {
            guard let problem = URLProblem.ofServer(text) else { continue }
            diagnostics.error(at: server.node("url")?.location ?? node.location, problem)
            break
        }
        let description = server.string("description")
        let swiftName = server.string("x-swift-name")
        // OpenAPI 3.2.
        server.ignore("name")
        server.finish()
        return Server(url: url, description: description, variables: variables, swiftName: swiftName, location: node.location)
    }
}

/// Returns the values that a variable of a server may have. Numbers are used as they are written.
private func readValues(ofVariable variable: inout ObjectReader) -> [String] {
    let diagnostics = variable.diagnostics
    return variable.list("enum").compactMap { element in
        if element.string == nil {
            diagnostics.flaw(
                at: element.location, "\"enum\" of a server variable must be a list of strings",
                otherwise: element.scalar == nil ? "this value is left out" : "this value is used as text", remedy: "write it as a string")
        }
        return element.scalar?.text
    }
}
