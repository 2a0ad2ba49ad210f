extension Structure {
    /// A parameter of the initializer.
    package struct Parameter: Sendable, Equatable {
        /// The value of a parameter that the caller leaves out.
        package enum Default: Sendable, Equatable {
            case nothing
            case literal(Literal)
            case emptyDictionary
        }

        /// The name of the parameter and of the property that it sets.
        package let name: String
        package let type: TypeReference
        /// `nil` for a required parameter.
        package let defaultValue: Default?
    }

    /// The parameters of the initializer: the required ones first, then the optional ones.
    package var parameters: [Parameter] {
        let given = properties.filter { $0.presence == .required && $0.defaultValue == nil }
        let others = properties.filter { $0.presence != .required || $0.defaultValue != nil }
        var parameters = given.map { Parameter(name: $0.name, type: $0.type, defaultValue: nil) }
        parameters += others.map { property in
            Parameter(name: property.name, type: property.type, defaultValue: property.defaultValue.map { .literal($0) } ?? .nothing)
        }
        if let additionalProperties {
            parameters.append(.init(name: "additionalProperties", type: .dictionary(additionalProperties), defaultValue: .emptyDictionary))
        }
        return parameters
    }
}
