import GeneratorOpenAPI
import GeneratorYAML

/// Determines the arguments of a method and the rules that they must satisfy.
struct ArgumentBuilder {
    let types: DeclaredTypes
    let shapes: Shapes
    let diagnostics: Diagnostics
    var rules: [Method.ParameterRule] = []
    var body: Method.Body?
    var arguments: [Method.Argument] = []
    /// The names of the path parameters whose values may have slashes.
    private(set) var mayHaveSlashes: Set<String> = []
    var names = NameTable(reserved: ArgumentBuilder.reservedNames)
    private var labels = NameTable()

    init(types: DeclaredTypes, shapes: Shapes, diagnostics: Diagnostics) {
        self.types = types
        self.shapes = shapes
        self.diagnostics = diagnostics
    }

    /// Names that the emitted method uses itself.
    private static let reservedNames: Set<String> = ["call", "form", "self"]

    /// The arguments in the order of the signature: the subject, its location, the sent data, then optional arguments.
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
        case .body: argument.isOptional ? 6 : 3
        case .bodyFormat: argument.defaultValue == nil ? 3 : 6
        case .file: 5
        case .query, .header, .cookie: argument.isOptional || argument.defaultValue != nil ? 7 : 4
        }
    }

    /// - Parameter form: The requested response format, if there are several.
    mutating func add(_ typed: TypedOperation, form: Method.Form?) {
        mayHaveSlashes = Set(Template.names(in: typed.operation.path).filter(Template.mayHaveSlashes).map(Template.name))
        for (parameter, type) in typed.parameters { add(parameter, type: type) }
        if let body = typed.body { add(body) }
        guard form != nil, form?.json == nil, let type = typed.fileForm, let export = typed.operation.export else { return }
        arguments.append(
            .init(
                label: uniqueLabel("as"), name: names.unique("file"), type: type, defaultValue: nil, role: .file,
                documentation: ["The file format of the response."], location: export.location))
    }

    /// Returns a label that no other argument has. If two had the same one, a call could not omit the first of them.
    mutating func uniqueLabel(_ label: String) -> String { labels.unique(label) }

    // MARK: Parameters

    private mutating func add(_ parameter: Parameter, type base: TypeReference) {
        let defaults = DefaultValues(types: types, resolutions: shapes.resolutions)
        let defaultValue = parameter.isRequired ? defaults.literal(of: parameter.schema, type: base) : nil
        let isOptional = !parameter.isRequired
        let (label, name) = labelAndName(of: parameter)
        guard let (role, style) = role(of: parameter, type: base) else { return }
        let resolution = shapes.resolutions.resolved(parameter.schema)
        // A declared type has its own description.
        let description =
            shapes.declares(parameter.schema) ? shapes.resolutions.schema(parameter.schema).description : resolution.description
        var documentation = Documentation.lines(parameter.description ?? description)
        if parameter.isDeprecated { documentation.append("Deprecated.") }
        if let facts = Documentation.facts(of: resolution) { documentation.append(facts) }
        if documentation.isEmpty {
            let kind = ["path": "path parameter", "query": "query parameter"][parameter.position.rawValue] ?? parameter.position.rawValue
            documentation = [Documentation.fallback(resolution, kind, parameter.name)]
        }
        arguments.append(
            .init(
                label: label, name: name, type: isOptional ? .optional(base) : base, defaultValue: defaultValue, role: role,
                documentation: documentation, location: parameter.location, style: style,
                allowsReserved: parameter.allowsReserved && parameter.position == .query && !parameter.isJSON))
        // The runtime already checks that path values are not empty.
        let isRequired = parameter.isRequired && parameter.position != .path
        for check in checks.of(parameter.schema, type: base, isRequired: isRequired) {
            let rule = Rule(subject: name, isNullable: false, wireName: parameter.name, check: check)
            rules.append(.init(rule: rule, position: parameter.position.rawValue, type: base))
        }
    }

    /// Returns the label and name of a parameter.
    ///
    /// `x-swift-name` is a label and a name, or one word for both. `_` means no label.
    private mutating func labelAndName(of parameter: Parameter) -> (label: String?, name: String) {
        guard let swiftName = parameter.swiftName else {
            let label = uniqueLabel(Names.member(parameter.name))
            return (label, names.unique(label))
        }
        let words = swiftName.split(separator: " ").map(String.init)
        guard (1...2).contains(words.count),
            words.enumerated().allSatisfy({ index, word in
                Names.isMember(word) || (index == 0 && words.count == 2 && (word == "_" || Names.isIdentifier(word)))
            })
        else {
            diagnostics.error(
                at: parameter.location, "x-swift-name \"\(swiftName)\" is not an argument: write a name, \"label name\" or \"_ name\"",
                about: .name)
            return (Names.member(parameter.name), names.unique(Names.member(parameter.name)))
        }
        let label = words[0] == "_" ? nil : words[0]
        if let label { _ = labels.claim(label) }
        return (label, names.unique(words.last ?? ""))
    }

    var checks: Checks { Checks(types: types, resolutions: shapes.resolutions, diagnostics: diagnostics) }
}
