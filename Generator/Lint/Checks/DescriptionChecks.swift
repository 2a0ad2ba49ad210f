import GeneratorOpenAPI
import GeneratorOutline
import GeneratorYAML

extension Check {
    static let missingDescription = Check(
        "missing-description", "Operations, parameters, responses, component schemas and the document have descriptions.",
        """
        The generated documentation consists of the descriptions in the spec; without them, callers have to guess. An operation has a \
        summary or a description. Parameters, responses, headers, request bodies in components, enums and other component schemas have a \
        description, or refer to a component that has one. Properties whose names are self-explanatory need none.
        """
    ) { specification, report in
        if specification.document != nil, specification.document?.description == nil,
            let info = specification.objects.first(where: { $0.kind == .info })
        {
            report.add(info, "info has no description; describe what the API is for")
        }
        for object in specification.objects {
            let what: String
            switch object.kind {
            case .operation:
                if object.node["summary"] == nil, object.node["description"] == nil {
                    report.add(object, "the operation has neither a summary nor a description; describe what it does")
                }
                continue
            case .parameter: what = "parameter"
            case .header: what = "header"
            case .response: what = "response"
            case .securityScheme: what = "security scheme"
            case .schema where object.isComponent: what = "schema"
            default: continue
            }
            guard let resolved = specification.resolved(object) else { continue }
            let description = object.node["description"] ?? resolved.node["description"]
            if description?.string?.contains(where: { !$0.isWhitespace }) != true, object.place == resolved.place {
                report.add(object, "the \(what) \"\(object.label)\" has no description; add one")
            }
        }
    }
}

extension SpecObject {
    /// The `name` in the spec, or the key if it has none.
    var label: String { node["name"]?.string ?? key }
}
