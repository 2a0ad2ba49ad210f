extension Structure {
    /// What the initializer takes.
    public struct Parameter: Sendable, Equatable {
        /// What it is when the caller says nothing.
        public enum Default: Sendable, Equatable {
            case nothing
            case literal(Literal)
            case emptyDictionary
        }

        /// The property that it sets, and its own name.
        public let name: String
        public let type: TypeReference
        /// Nil for what must be given.
        public let defaultValue: Default?
    }

    /// The parameters of the initializer: what must be given comes first, then what may be left out.
    public var parameters: [Parameter] {
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
