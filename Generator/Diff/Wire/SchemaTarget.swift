/// Where a schema stands in a call: who writes the value, who reads it.
enum SchemaTarget: CaseIterable {
    case parameter, parameterProperty, requestBody, requestProperty, responseBody, responseProperty
    /// What comes with a refusal. A client keeps it as it is, so that nothing in it can break one.
    case errorBody, errorProperty

    /// Whether the client writes the value.
    var isRequest: Bool {
        switch self {
        case .parameter, .parameterProperty, .requestBody, .requestProperty: true
        case .responseBody, .responseProperty, .errorBody, .errorProperty: false
        }
    }

    /// What a member of such a value is.
    var property: SchemaTarget {
        switch self {
        case .parameter, .parameterProperty: .parameterProperty
        case .requestBody, .requestProperty: .requestProperty
        case .responseBody, .responseProperty: .responseProperty
        case .errorBody, .errorProperty: .errorProperty
        }
    }

    /// How the names of checks begin.
    var prefix: String {
        switch self {
        case .parameter: "request-parameter"
        case .parameterProperty: "request-parameter-property"
        case .requestBody: "request-body"
        case .requestProperty: "request-property"
        case .responseBody, .errorBody: "response-body"
        case .responseProperty, .errorProperty: "response-property"
        }
    }

    /// What to call it in a sentence.
    var words: String {
        switch self {
        case .parameter: "the parameter"
        case .parameterProperty: "the parameter's property"
        case .requestBody: "the request body"
        case .requestProperty: "the request property"
        case .responseBody: "the response body"
        case .responseProperty: "the response property"
        case .errorBody: "the body of the refusal"
        case .errorProperty: "the property of the refusal"
        }
    }

    /// Breaks a caller at the most where a client understands the value.
    func limited(_ verdict: Verdict) -> Verdict {
        switch self {
        case .errorBody, .errorProperty: min(verdict, .risky)
        default: verdict
        }
    }
}
