import GeneratorOpenAPI
import GeneratorYAML

/// The attributes of a parameter or field, in the words of facts.
struct ValueStatements {
    let schema: ResolvedSchema
    let isRequired: Bool
    let description: String?
    let isDeprecated: Bool
    /// A parameter's example in the notation of the page: `name=value`, or only the value if it is part of the path.
    let example: String?
    let location: SourceLocation

    static let constraints = [
        "minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum", "uniqueItems", "pattern",
    ]

    /// The value of an attribute, or `nil` if the spec does not state it.
    subscript(attribute: String) -> String? {
        switch attribute {
        case "type": schema.type
        case "schema": schema.name
        case "format": schema.first(\.format)
        case "required": isRequired ? "true" : "false"
        case "deprecated": isDeprecated || schema.isDeprecated ? "true" : nil
        case "description": description ?? schema.description
        case "example": example
        case "default": schema.first(\.defaultValue)?.scalar?.text
        case "enum": enumeration
        default: constraint(attribute)
        }
    }

    private var enumeration: String? {
        let values = schema.allowedValues
        return values.isEmpty ? nil : "[" + values.map(JSONDifferences.text).joined(separator: ",") + "]"
    }

    private func constraint(_ name: String) -> String? {
        schema.first { layer in
            let constraints = layer.constraints
            return switch name {
            case "minLength": constraints.minLength.map { String($0) }
            case "maxLength": constraints.maxLength.map { String($0) }
            case "minItems": constraints.minItems.map { String($0) }
            case "maxItems": constraints.maxItems.map { String($0) }
            case "minimum": constraints.minimum?.text
            case "maximum": constraints.maximum?.text
            case "uniqueItems": constraints.uniqueItems ? "true" : nil
            case "pattern": constraints.pattern
            default: nil
            }
        }
    }
}

extension ValueStatements {
    init(_ parameter: Parameter, in document: Document) {
        let isPath = parameter.position == .path
        self.init(
            schema: ResolvedSchema(parameter.schema, in: document.schemas), isRequired: parameter.isRequired,
            description: parameter.description, isDeprecated: parameter.isDeprecated,
            example: parameter.example.map { example in
                (example.sequence ?? [example]).map { value in
                    let text = value.scalar?.text ?? JSONDifferences.text(of: value)
                    return isPath ? text : "\(parameter.name)=\(text)"
                }.joined(separator: "&")
            }, location: parameter.location)
    }

    init(_ property: Schema.Property, of owner: ResolvedSchema) {
        self.init(
            schema: ResolvedSchema(property.schema, in: owner.schemas), isRequired: owner.required.contains(property.name),
            description: nil, isDeprecated: false, example: nil, location: property.location)
    }
}
