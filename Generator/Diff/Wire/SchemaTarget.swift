/// The position of a schema in a call, which determines who writes the value and who reads it.
enum SchemaTarget: CaseIterable {
    case parameter, parameterProperty, requestBody, requestProperty, responseBody, responseProperty
    /// The content of an error response. Clients keep it undecoded, so its changes are never breaking.
    case errorBody, errorProperty
    /// A header of a form part, of a response, or of an error response.
    case partHeader, responseHeader, errorHeader
    /// The payload of a webhook or a callback, and the response to it.
    case webhookPayload, webhookPayloadProperty, webhookAnswer, webhookAnswerProperty

    /// `true` if the client writes the value.
    var isRequest: Bool {
        switch self {
        case .parameter, .parameterProperty, .requestBody, .requestProperty, .partHeader, .webhookAnswer, .webhookAnswerProperty: true
        case .responseBody, .responseProperty, .errorBody, .errorProperty, .responseHeader, .errorHeader, .webhookPayload,
            .webhookPayloadProperty:
            false
        }
    }

    /// The target of a member of such a value.
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

    /// The target of a header that accompanies such a body.
    var header: SchemaTarget {
        switch self {
        case .parameter, .parameterProperty, .requestBody, .requestProperty, .partHeader, .webhookAnswer, .webhookAnswerProperty:
            .partHeader
        case .responseBody, .responseProperty, .responseHeader, .webhookPayload, .webhookPayloadProperty: .responseHeader
        case .errorBody, .errorProperty, .errorHeader: .errorHeader
        }
    }

    /// The prefix of check names.
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

    /// The phrase for the target in a sentence.
    var words: String {
        switch self {
        case .parameter: "the parameter"
        case .parameterProperty: "the parameter's property"
        case .requestBody: "the request body"
        case .requestProperty: "the request property"
        case .responseBody: "the response body"
        case .responseProperty: "the response property"
        case .errorBody: "the error body"
        case .errorProperty: "the error property"
        case .partHeader: "the header of the part"
        case .responseHeader: "the response header"
        case .errorHeader: "the error header"
        case .webhookPayload: "the payload"
        case .webhookPayloadProperty: "the payload's property"
        case .webhookAnswer: "the response to the webhook"
        case .webhookAnswerProperty: "the property of the response to the webhook"
        }
    }

    /// Returns the verdict, reduced to at most `risky` if clients do not decode the value.
    func limited(_ verdict: Verdict) -> Verdict {
        switch self {
        case .errorBody, .errorProperty, .errorHeader: min(verdict, .risky)
        default: verdict
        }
    }
}
