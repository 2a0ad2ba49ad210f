/// Where a schema stands in a call: who writes the value, who reads it.
enum SchemaTarget: CaseIterable {
    case parameter, parameterProperty, requestBody, requestProperty, responseBody, responseProperty
    /// What comes with a refusal. A client keeps it as it is, so that nothing in it can break one.
    case errorBody, errorProperty
    /// A header of a part of a form, of a response, of a refusal.
    case partHeader, responseHeader, errorHeader
    /// What a webhook or a callback brings, and what it is answered.
    case webhookPayload, webhookPayloadProperty, webhookAnswer, webhookAnswerProperty

    /// Whether the client writes the value.
    var isRequest: Bool {
        switch self {
        case .parameter, .parameterProperty, .requestBody, .requestProperty, .partHeader, .webhookAnswer, .webhookAnswerProperty: true
        case .responseBody, .responseProperty, .errorBody, .errorProperty, .responseHeader, .errorHeader, .webhookPayload,
            .webhookPayloadProperty:
            false
        }
    }

    /// What a member of such a value is.
    var property: SchemaTarget {
        switch self {
        case .parameter, .parameterProperty: .parameterProperty
        case .requestBody, .requestProperty, .partHeader: .requestProperty
        case .responseBody, .responseProperty, .responseHeader: .responseProperty
        case .errorBody, .errorProperty, .errorHeader: .errorProperty
        case .webhookPayload, .webhookPayloadProperty: .webhookPayloadProperty
        case .webhookAnswer, .webhookAnswerProperty: .webhookAnswerProperty
        }
    }

    /// What a header is that comes with such a body.
    var header: SchemaTarget {
        switch self {
        case .parameter, .parameterProperty, .requestBody, .requestProperty, .partHeader, .webhookAnswer, .webhookAnswerProperty:
            .partHeader
        case .responseBody, .responseProperty, .responseHeader, .webhookPayload, .webhookPayloadProperty: .responseHeader
        case .errorBody, .errorProperty, .errorHeader: .errorHeader
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
        case .partHeader: "request-body-part-header"
        case .responseHeader, .errorHeader: "response-header"
        case .webhookPayload: "webhook-payload"
        case .webhookPayloadProperty: "webhook-payload-property"
        case .webhookAnswer: "webhook-answer"
        case .webhookAnswerProperty: "webhook-answer-property"
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
        case .partHeader: "the header of the part"
        case .responseHeader: "the response header"
        case .errorHeader: "the header of the refusal"
        case .webhookPayload: "the payload"
        case .webhookPayloadProperty: "the payload's property"
        case .webhookAnswer: "the answer to the webhook"
        case .webhookAnswerProperty: "the property of the answer to the webhook"
        }
    }

    /// Breaks a caller at the most where a client understands the value.
    func limited(_ verdict: Verdict) -> Verdict {
        switch self {
        case .errorBody, .errorProperty, .errorHeader: min(verdict, .risky)
        default: verdict
        }
    }
}
