/// The possible changes of an operation, apart from the values that it sends and receives.
enum OperationCheck: String, CaseIterable {
    case pathRemoved = "api-path-removed-without-deprecation"
    case pathRemovedWithDeprecation = "api-path-removed-with-deprecation"
    case removed = "api-removed-without-deprecation"
    case removedWithDeprecation = "api-removed-with-deprecation"
    case added = "endpoint-added"
    case deprecated = "endpoint-deprecated"
    case reactivated = "endpoint-reactivated"
    case stabilityDecreased = "api-stability-decreased"
    case stabilityIncreased = "api-stability-increased"
    case operationIDChanged = "api-operation-id-changed"
    case tagAdded = "api-tag-added"
    case tagRemoved = "api-tag-removed"
    case securityAdded = "api-security-added"
    case securityRemoved = "api-security-removed"
    case serverAdded = "api-server-added"
    case serverRemoved = "api-server-removed"
    case defaultServerChanged = "api-default-server-changed"
    case paginationAdded = "api-pagination-added"
    case paginationRemoved = "api-pagination-removed"
    case paginationChanged = "api-pagination-changed"
    case exportAdded = "api-export-added"
    case exportRemoved = "api-export-removed"
    case exportChanged = "api-export-changed"
    case exportFileAdded = "api-export-file-added"
    case exportFileRemoved = "api-export-file-removed"

    case newRequiredParameter = "new-required-request-parameter"
    case newOptionalParameter = "new-optional-request-parameter"
    case parameterRemoved = "request-parameter-removed"
    case parameterRemovedWithDeprecation = "request-parameter-removed-with-deprecation"
    case parameterBecameRequired = "request-parameter-became-required"
    case parameterBecameOptional = "request-parameter-became-optional"
    case parameterDeprecated = "request-parameter-deprecated"
    case parameterReactivated = "request-parameter-reactivated"
    case parameterStyleChanged = "request-parameter-style-changed"
    case parameterAllowReservedAdded = "request-parameter-allow-reserved-added"
    case parameterAllowReservedRemoved = "request-parameter-allow-reserved-removed"

    case bodyAddedRequired = "request-body-added-required"
    case bodyAddedOptional = "request-body-added-optional"
    case bodyRemoved = "request-body-removed"
    case bodyBecameRequired = "request-body-became-required"
    case bodyBecameOptional = "request-body-became-optional"
    case bodyMediaTypeAdded = "request-body-media-type-added"
    case bodyMediaTypeRemoved = "request-body-media-type-removed"
    case partContentTypeAdded = "request-body-part-content-type-added"
    case partContentTypeRemoved = "request-body-part-content-type-removed"
    case partStyleChanged = "request-body-part-style-changed"
    case partAllowReservedAdded = "request-body-part-allow-reserved-added"
    case partAllowReservedRemoved = "request-body-part-allow-reserved-removed"

    case responseMediaTypeAdded = "response-media-type-added"
    case responseMediaTypeRemoved = "response-media-type-removed"
    case successStatusAdded = "response-success-status-added"
    case successStatusRemoved = "response-success-status-removed"
    case nonSuccessStatusAdded = "response-non-success-status-added"
    case nonSuccessStatusRemoved = "response-non-success-status-removed"
    case responseBodyBecameOptional = "response-body-became-optional"
    case responseBodyBecameRequired = "response-body-became-required"

    // Webhooks and callbacks of operations.
    case webhookAdded = "webhook-added"
    case webhookRemoved = "webhook-removed"
    case webhookDeprecated = "webhook-deprecated"
    case webhookReactivated = "webhook-reactivated"
    case webhookParameterAdded = "webhook-parameter-added"
    case webhookParameterRemoved = "webhook-parameter-removed"
    case webhookParameterBecameOptional = "webhook-parameter-became-optional"
    case webhookParameterBecameRequired = "webhook-parameter-became-required"
    case webhookPayloadAdded = "webhook-payload-added"
    case webhookPayloadRemoved = "webhook-payload-removed"
    case webhookPayloadBecameOptional = "webhook-payload-became-optional"
    case webhookPayloadBecameRequired = "webhook-payload-became-required"
    case webhookPayloadMediaTypeAdded = "webhook-payload-media-type-added"
    case webhookPayloadMediaTypeRemoved = "webhook-payload-media-type-removed"
    case webhookAnswerStatusAdded = "webhook-answer-status-added"
    case webhookAnswerStatusRemoved = "webhook-answer-status-removed"
}

/// The possible changes of a header, apart from its value.
enum HeaderCheck: CaseIterable {
    case newRequired, newOptional, removedRequired, removedOptional, becameRequired, becameOptional
    case deprecated, reactivated, styleChanged

    func name(at target: SchemaTarget) -> String {
        let header = target.header.prefix
        return switch self {
        case .newRequired: target.isRequest ? "new-required-\(header)" : "\(header)-added"
        case .newOptional: target.isRequest ? "new-optional-\(header)" : "\(header)-added"
        case .removedRequired: target.isRequest ? "\(header)-removed" : "required-\(header)-removed"
        case .removedOptional: target.isRequest ? "\(header)-removed" : "optional-\(header)-removed"
        case .becameRequired: "\(header)-became-required"
        case .becameOptional: "\(header)-became-optional"
        case .deprecated: "\(header)-deprecated"
        case .reactivated: "\(header)-reactivated"
        case .styleChanged: "\(header)-style-changed"
        }
    }
}
