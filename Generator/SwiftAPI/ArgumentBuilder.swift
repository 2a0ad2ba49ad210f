import GeneratorOpenAPI
import GeneratorYAML

/// Decides the arguments of a method, and the rules they must follow.
struct ArgumentBuilder {
    let types: TypeBuilder
    let diagnostics: Diagnostics
    private(set) var rules: [Method.ParameterRule] = []
    private(set) var body: Method.Body?
    private var arguments: [Method.Argument] = []
    /// Names that the emitted method uses itself.
    private var names = NameTable(reserved: ["call", "self"])

    init(types: TypeBuilder, diagnostics: Diagnostics) {
        self.types = types
        self.diagnostics = diagnostics
    }

    /// What the call is about first, then where, then what is sent, then what may be left out.
    var ordered: [Method.Argument] {
        arguments.enumerated().sorted { left, right in
            let (l, r) = (rank(left.element), rank(right.element))
            return l == r ? left.offset < right.offset : l < r
        }.map(\.element)
    }

    private func rank(_ argument: Method.Argument) -> Int {
        switch argument.role {
        case .path where argument.label == nil: 0
        case .path where argument.label == "in": 1
        case .path: 2
        case .body: argument.isOptional ? 5 : 3
        case .query, .header, .cookie: argument.isOptional || argument.defaultValue != nil ? 6 : 4
        }
    }

    mutating func add(_ operation: Operation) {
        let context = Names.type(operation.swiftNameOfInlineTypes)
        for parameter in operation.parameters { add(parameter, context: context) }
        if let body = operation.body { add(body, of: operation, context: context) }
    }

    // MARK: Parameters

    private mutating func add(_ parameter: Parameter, context: String) {
        // The transport says these; OpenAPI has them ignored here.
        if parameter.position == .header, ["accept", "content-type", "authorization"].contains(parameter.name.lowercased()) { return }
        let base = types.type(of: parameter.schema, context: context + Names.type(parameter.name))
        let defaultValue = parameter.isRequired ? literal(types.shapes.resolved(parameter.schema).schema, type: base) : nil
        let isOptional = !parameter.isRequired
        let (label, name) = labelAndName(of: parameter)
        guard let role = role(of: parameter, type: base) else { return }
        let schema = types.document.schema(parameter.schema)
        var documentation = Documentation.lines(parameter.description ?? schema.description)
        if let constraints = Documentation.constraintText(of: types.shapes.resolved(parameter.schema).schema) {
            documentation.append(constraints)
        }
        arguments.append(
            .init(
                label: label, name: name, type: isOptional ? .optional(base) : base, defaultValue: defaultValue, role: role,
                documentation: documentation))
        // That a path value is not empty, the runtime checks for every path.
        let isRequired = parameter.isRequired && parameter.position != .path
        for check in types.checks(of: parameter.schema, type: base, isRequired: isRequired) {
            let rule = Rule(subject: name, isNullable: false, wireName: parameter.name, check: check)
            rules.append(.init(rule: rule, position: parameter.position.rawValue))
        }
    }

    /// `x-swift-name` is a label and a name, or one word for both; `_` is no label.
    private mutating func labelAndName(of parameter: Parameter) -> (label: String?, name: String) {
        guard let swiftName = parameter.swiftName else {
            let derived = Names.member(parameter.name)
            return (derived, names.unique(derived))
        }
        let words = swiftName.split(separator: " ").map(String.init)
        guard (1...2).contains(words.count),
            words.enumerated().allSatisfy({ index, word in
                Names.isIdentifier(word) || (index == 0 && words.count == 2 && word == "_")
            })
        else {
            diagnostics.error(
                at: parameter.location, "x-swift-name \"\(swiftName)\" is not an argument: write a name, \"label name\" or \"_ name\"")
            return (Names.member(parameter.name), names.unique(Names.member(parameter.name)))
        }
        let label = words[0] == "_" ? nil : words[0]
        return (label, names.unique(words.last ?? ""))
    }

    private func role(of parameter: Parameter, type: TypeReference) -> Method.Argument.Role? {
        switch parameter.position {
        case .path:
            guard parameter.style == .simple, isText(type) else {
                diagnostics.error(
                    at: parameter.location,
                    "the path parameter \"\(parameter.name)\" is not one plain value in the simple style, which is all that is known here")
                return nil
            }
            return .path(wireName: parameter.name)
        case .query:
            return queryStyle(of: parameter, type: type).map { .query(wireName: parameter.name, style: $0) }
        case .header:
            guard isText(type), isFieldName(parameter.name) else {
                diagnostics.error(
                    at: parameter.location, "the header \"\(parameter.name)\" is not one plain value under a name that HTTP allows")
                return nil
            }
            return .header(wireName: parameter.name)
        case .cookie:
            guard isText(type), isFieldName(parameter.name) else {
                diagnostics.error(
                    at: parameter.location, "the cookie \"\(parameter.name)\" is not one plain value under a name that HTTP allows")
                return nil
            }
            return .cookie(wireName: parameter.name)
        }
    }

    private func queryStyle(of parameter: Parameter, type: TypeReference) -> Method.QueryStyle? {
        if isText(type) { return .repeated }
        if case .array(let element) = type, isText(element) {
            switch parameter.style {
            case .form: return parameter.explode ? .repeated : .joined(separator: ",")
            case .spaceDelimited: return .joined(separator: " ")
            case .pipeDelimited: return .joined(separator: "|")
            case .simple, .deepObject, .label, .matrix: break
            }
        }
        switch (type, parameter.style) {
        case (.named, .deepObject), (.dictionary, .deepObject): return .deepMembers
        case (.named, .form), (.dictionary, .form): return parameter.explode ? .members : .json
        case (.array, .form), (.json, _): return .json
        default:
            diagnostics.error(
                at: parameter.location,
                "the style \(parameter.style.rawValue) of the parameter \"\(parameter.name)\" does not go with its type; use form or deepObject"
            )
            return nil
        }
    }

    /// Whether a value is one piece of text.
    private func isText(_ type: TypeReference) -> Bool {
        switch type {
        case .string, .bool, .int, .int64, .double, .date, .calendarDate, .duration: true
        case .named(let name):
            switch types.declarations[name]?.kind {
            case .identifier, .enumeration: true
            case .structure, .union, nil: false
            }
        case .json, .upload, .array, .dictionary, .optional, .nullable, .indirect: false
        }
    }

    private func literal(_ schema: Schema, type: TypeReference) -> Literal? {
        guard let scalar = schema.defaultValue?.scalar else { return nil }
        switch (type, scalar.value) {
        case (.string, .string(let text)): return .string(text)
        case (.bool, .bool(let value)): return .bool(value)
        case (.int, .integer(let value)), (.int64, .integer(let value)): return .integer(value)
        case (.double, .integer(let value)): return .integer(value)
        case (.double, .decimal(let text)) where Double(text)?.isFinite == true: return .number(text)
        case (.named(let name), _):
            guard case .enumeration(let enumeration) = types.declarations[name]?.kind else { return nil }
            return enumeration.members.first { $0.value == .string(scalar.text) }.map { .member($0.name) }
        default: return nil
        }
    }

    // MARK: Body

    private mutating func add(_ body: RequestBody, of operation: Operation, context: String) {
        let known = body.content.first(where: \.isJSON) ?? body.content.first { $0.name.lowercased().hasPrefix("multipart/form-data") }
        guard let media = known ?? body.content.first else {
            diagnostics.error(at: body.location, "a request body needs content")
            return
        }
        let type = media.schema.map { types.type(of: $0, context: context + "Body") } ?? .upload
        let essence = media.name.lowercased().split(separator: ";").first.map(String.init) ?? ""
        let name = names.unique("body")
        switch essence {
        case _ where media.isJSON, "*/*":
            self.body = .json(isOptional: !body.isRequired)
        case "multipart/form-data", "application/x-www-form-urlencoded":
            addForm(media, type: type, isMultipart: essence == "multipart/form-data", body: body, name: name)
            return
        case "text/plain" where type == .string:
            self.body = .text
        default:
            guard type == .upload || type == .string else {
                diagnostics.error(
                    at: media.location, "a body of type \(media.name) with this schema is not known here; JSON, forms, text and binary are")
                return
            }
            self.body = .file(contentType: media.name)
            addBody(name: name, type: .upload, isRequired: body.isRequired, description: body.description)
            return
        }
        addBody(name: name, type: type, isRequired: body.isRequired, description: body.description)
        if let schema = media.schema {
            for check in types.checks(of: schema, type: type, isRequired: body.isRequired) {
                rules.append(.init(rule: Rule(subject: name, isNullable: false, wireName: "", check: check), position: "body"))
            }
        }
    }

    private mutating func addBody(name: String, type: TypeReference, isRequired: Bool, description: String?) {
        arguments.append(
            .init(
                label: nil, name: name, type: isRequired ? type : .optional(type), defaultValue: nil, role: .body,
                documentation: Documentation.lines(description ?? "What is sent.")))
    }

    private mutating func addForm(_ media: MediaType, type: TypeReference, isMultipart: Bool, body: RequestBody, name: String) {
        guard case .named(let typeName) = type, case .structure(let structure) = types.declarations[typeName]?.kind,
            let schema = media.schema
        else {
            diagnostics.error(at: media.location, "a form needs a schema with properties, one for each of its parts")
            return
        }
        let only = structure.properties.count == 1 ? structure.properties.first : nil
        let parts: [Method.Part]
        if let only, only.type == .upload {
            // A form that is just a file is sent by giving the file.
            parts = [.init(wireName: only.wireName, subject: name, isOptional: false, content: .file)]
            types.drop(typeName)
            addBody(
                name: name, type: .upload, isRequired: body.isRequired,
                description: types.document.schema(schema).properties.first.flatMap { types.description(of: $0.schema) } ?? body.description
            )
        } else {
            parts = structure.properties.map { property in
                .init(
                    wireName: property.wireName, subject: "\(name).\(Names.quoted(property.name))",
                    isOptional: property.presence != .required, content: content(of: property.type))
            }
            addBody(name: name, type: type, isRequired: true, description: body.description)
            for check in types.checks(of: schema, type: type, isRequired: true) {
                rules.append(.init(rule: Rule(subject: name, isNullable: false, wireName: "", check: check), position: "body"))
            }
        }
        if !isMultipart, parts.contains(where: { $0.content == .file || $0.content == .files }) {
            diagnostics.error(at: media.location, "a file goes in multipart/form-data, not in \(media.name)")
        }
        self.body = isMultipart ? .multipart(parts: parts) : .form(parts: parts)
    }

    private func content(of type: TypeReference) -> Method.Part.Content {
        switch type {
        case .optional(let type), .nullable(let type): content(of: type)
        case .upload: .file
        case .array(.upload): .files
        case .array(let element) where isText(element): .texts
        default: isText(type) ? .text : .json
        }
    }
}
