import GeneratorYAML

/// Reads parameters.
struct ParameterReader {
    let files: SpecificationFiles
    let diagnostics: Diagnostics
    let schemas: SchemaReader

    /// Reads the parameters of an operation, and adds those of its path item that the operation does not replace.
    ///
    /// - Parameter shared: The parameters of the path item.
    func readAll(_ object: inout ObjectReader, path: String, shared: [Parameter]) -> [Parameter] {
        let own = readList(&object)
        let replaced = Set(own.map(\.key))
        let inherited = shared.filter { !replaced.contains($0.key) }
        let order = object.order("x-swift-order")
        let parameters = checked(inherited + own, of: path, at: object).ordered(by: order, \.name)
        for name in order where !parameters.contains(where: { $0.name == name }) {
            diagnostics.warning(
                at: object.node("x-swift-order")?.location ?? object.location, "x-swift-order lists \"\(name)\", which is not a parameter")
        }
        return parameters
    }

    /// Reads the list of parameters of a path item or an operation.
    func readList(_ object: inout ObjectReader) -> [Parameter] {
        let place = object.place
        var parameters: [Parameter] = []
        var seen: Set<String> = []
        for (index, node) in object.list("parameters").enumerated() {
            guard let (node, place) = files.resolve(node, at: place.appending("parameters", String(index))),
                let parameter = readParameter(node, at: place)
            else { continue }
            if !seen.insert(parameter.key).inserted {
                diagnostics.flaw(
                    at: parameter.location, "the \(parameter.position.rawValue) parameter \"\(parameter.name)\" is listed twice",
                    otherwise: "only the first is used", remedy: "remove one", about: .name)
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
        // OpenAPI 3.2: the parameter is the entire query string, encoded as a form.
        let isWholeQuery = positionName == "querystring" && diagnostics.allowsOpenAPI32
        guard let position = isWholeQuery ? .query : Parameter.Position(rawValue: positionName) else {
            diagnostics.error(at: object.location, "a parameter has in: path, query, header or cookie")
            return nil
        }
        let usual: Parameter.Style = position == .query || position == .cookie ? .form : .simple
        let styleName = object.string("style")
        let style = styleName.flatMap(Parameter.Style.init(rawValue:)) ?? usual
        if let styleName, style.rawValue != styleName {
            diagnostics.flaw(
                at: object.location, "the style \"\(styleName)\" is not one of OpenAPI's", otherwise: "\(style.rawValue) is used",
                remedy: "use \(style.rawValue)")
        }
        guard let (schema, isJSON) = isWholeQuery ? readForm(ofQuery: &object).map({ ($0, false) }) : readSchema(ofParameter: &object)
        else {
            return nil
        }
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

    /// Returns the schema of a parameter that is the entire query string.
    private func readForm(ofQuery object: inout ObjectReader) -> Place? {
        let content = object.entries("content")
        guard let form = content.first(where: { MediaType.isURLEncodedForm($0.key) }), let node = form.value["schema"] else {
            diagnostics.flaw(
                at: content.first?.keyLocation ?? object.location, "a query string in this format is not supported",
                otherwise: "the parameter is left out", remedy: "describe it as application/x-www-form-urlencoded, or each parameter alone")
            return nil
        }
        return schemas.need(node, at: object.place.appending("content", form.key, "schema"))
    }

    /// Returns the schema of a parameter's value, and whether the value is sent as JSON text.
    private func readSchema(ofParameter object: inout ObjectReader) -> (schema: Place, isJSON: Bool) {
        if let node = object.node("schema") { return (schemas.need(node, at: object.place.appending("schema")), false) }
        guard let content = object.entries("content").first else {
            diagnostics.flaw(
                at: object.location, "a parameter needs a schema", otherwise: "this one is a string", remedy: "describe its value")
            return (schemas.need(ParameterReader.string(at: object.location), at: object.place.appending("schema")), false)
        }
        let place = object.place.appending("content", content.key, "schema")
        let mediaType = MediaType.essence(of: content.key)
        if MediaType.isJSON(mediaType) {
            let anything = Node(content.keyLocation, .mapping(Mapping()))
            return (schemas.need(content.value["schema"] ?? anything, at: place), true)
        }
        let string = ParameterReader.string(at: content.keyLocation)
        if mediaType == "text/plain" { return (schemas.need(content.value["schema"] ?? string, at: place), false) }
        diagnostics.flaw(
            at: content.keyLocation, "\(mediaType) is not supported for a parameter", otherwise: "callers pass the text that is sent",
            remedy: "use application/json, or a schema and a style")
        return (schemas.need(string, at: place), false)
    }

    /// Returns a schema of a string, for a parameter that the document does not describe.
    private static func string(at location: SourceLocation) -> Node {
        var schema = Mapping()
        schema.append(
            .init(
                key: "type", keyLocation: location,
                value: Node(location, .scalar(Scalar(text: "string", value: .string("string"))))))
        return Node(location, .mapping(schema))
    }

    /// Returns the parameters that an operation can use: every `{name}` in its path is a path parameter, and every path parameter is in the
    /// path. The path may write a name as `{name+}`.
    private func checked(_ parameters: [Parameter], of path: String, at object: ObjectReader) -> [Parameter] {
        // Webhooks and callbacks have no path of their own.
        guard path.hasPrefix("/") else { return parameters }
        guard let templates = templateNames(in: path)?.map(Template.name) else {
            diagnostics.error(at: object.location, "the braces of the path \(path) do not match; write a parameter as {name}")
            return parameters
        }
        let used = Set(templates)
        var checked: [Parameter] = []
        for var parameter in parameters {
            if parameter.position == .path {
                guard used.contains(parameter.name) else {
                    diagnostics.flaw(
                        at: parameter.location, "the path parameter \"\(parameter.name)\" has no {\(parameter.name)} in \(path)",
                        otherwise: "it is left out", remedy: "remove it, or add it to the path")
                    continue
                }
                if !parameter.isRequired {
                    diagnostics.flaw(
                        at: parameter.location, "the path parameter \"\(parameter.name)\" is part of the path",
                        otherwise: "it is required", remedy: "add required: true")
                    parameter.isRequired = true
                }
            }
            checked.append(parameter)
        }
        var known = Set(checked.filter { $0.position == .path }.map(\.name))
        for template in templates where known.insert(template).inserted {
            diagnostics.flaw(
                at: object.location, "the path \(path) has {\(template)}, but no path parameter is called \"\(template)\"",
                otherwise: "it is a string", remedy: "add the parameter", about: .other)
            let schema = schemas.need(
                ParameterReader.string(at: object.location), at: object.place.appending("parameters", template, "schema"))
            checked.append(
                Parameter(
                    name: template, position: .path, location: object.location, description: nil, isRequired: true, isDeprecated: false,
                    style: .simple, explode: false, allowsReserved: false, isJSON: false, schema: schema, example: nil, swiftName: nil))
        }
        return checked
    }
}

extension Parameter {
    /// The key that is unique among the parameters of an operation.
    fileprivate var key: String { "\(position.rawValue) \(name)" }
}
