extension OperationCheck {
    var kind: Kind { Kind(section: section, action: action, fate: fate, aspect: rawValue, concernsResult: concernsResult) }

    private var action: Action {
        switch self {
        case .pathRemoved, .pathRemovedWithDeprecation, .removed, .removedWithDeprecation: .stopCalling
        case .added, .reactivated, .stabilityIncreased, .operationIDChanged, .tagAdded, .tagRemoved, .serverAdded, .defaultServerChanged,
            .exportAdded, .exportFileAdded, .newOptionalParameter, .parameterBecameOptional, .parameterReactivated,
            .parameterAllowReservedAdded, .bodyAddedOptional, .bodyBecameOptional, .bodyMediaTypeAdded, .partContentTypeAdded,
            .partAllowReservedAdded, .responseMediaTypeAdded, .responseBodyBecameRequired, .webhookAdded, .webhookReactivated,
            .webhookParameterAdded, .webhookParameterBecameRequired, .webhookPayloadAdded, .webhookPayloadBecameRequired,
            .webhookAnswerStatusAdded:
            .nothing
        case .deprecated, .parameterDeprecated, .webhookDeprecated: .moveAway
        case .stabilityDecreased: .expectInstability
        case .securityAdded, .securityRemoved: .authorize
        case .serverRemoved: .callOtherServer
        case .paginationAdded: .fetchPages
        case .paginationRemoved, .paginationChanged: .checkPaging
        case .exportRemoved, .exportChanged, .exportFileRemoved, .responseMediaTypeRemoved, .bodyMediaTypeRemoved,
            .partContentTypeRemoved, .partStyleChanged, .parameterStyleChanged, .successStatusAdded, .successStatusRemoved,
            .webhookPayloadMediaTypeAdded, .webhookPayloadMediaTypeRemoved:
            .update
        case .newRequiredParameter, .parameterBecameRequired: .pass
        case .parameterRemoved, .parameterRemovedWithDeprecation: .stopPassing
        case .parameterAllowReservedRemoved, .partAllowReservedRemoved: .checkCalls
        case .bodyAddedRequired, .bodyBecameRequired: .sendBody
        case .bodyRemoved: .stopSendingBody
        case .nonSuccessStatusAdded, .nonSuccessStatusRemoved: .expectError
        case .responseBodyBecameOptional, .webhookPayloadBecameOptional, .webhookParameterBecameOptional: .expectNil
        case .webhookRemoved: .stopWaiting
        case .webhookParameterRemoved, .webhookPayloadRemoved: .stopReading
        case .webhookAnswerStatusRemoved: .sendAllowed
        }
    }

    private var section: Section {
        switch self {
        case .pathRemoved, .pathRemovedWithDeprecation, .removed, .removedWithDeprecation, .added, .deprecated, .reactivated,
            .stabilityDecreased, .stabilityIncreased, .securityAdded, .securityRemoved, .serverAdded, .serverRemoved,
            .defaultServerChanged, .webhookAdded, .webhookRemoved, .webhookDeprecated, .webhookReactivated:
            .operations
        case .operationIDChanged, .tagAdded, .tagRemoved: .names
        default: .values
        }
    }

    private var fate: Kind.Fate {
        switch self {
        case .pathRemoved, .pathRemovedWithDeprecation, .removed, .removedWithDeprecation, .parameterRemoved,
            .parameterRemovedWithDeprecation, .webhookRemoved, .webhookParameterRemoved, .serverRemoved, .exportRemoved,
            .exportFileRemoved, .bodyRemoved:
            .removed
        case .added, .newRequiredParameter, .newOptionalParameter, .webhookAdded, .webhookParameterAdded, .serverAdded, .exportAdded,
            .exportFileAdded, .paginationAdded, .bodyAddedRequired, .bodyAddedOptional:
            .added
        case .deprecated, .parameterDeprecated, .webhookDeprecated: .deprecated
        case .reactivated, .parameterReactivated, .webhookReactivated: .reactivated
        case .parameterBecameRequired, .bodyBecameRequired: .becameRequired
        case .parameterBecameOptional, .bodyBecameOptional: .becameOptional
        default: .changed
        }
    }

    /// `true` if a client may decode something else because of the change.
    private var concernsResult: Bool {
        switch self {
        case .responseMediaTypeAdded, .responseMediaTypeRemoved, .successStatusAdded, .successStatusRemoved, .responseBodyBecameOptional,
            .responseBodyBecameRequired, .exportAdded, .exportRemoved, .exportChanged:
            true
        default: false
        }
    }

    /// `true` if an operation or a webhook as a whole is gone.
    var removesOperation: Bool {
        switch self {
        case .pathRemoved, .pathRemovedWithDeprecation, .removed, .removedWithDeprecation, .webhookRemoved: true
        default: false
        }
    }

    /// `true` if an operation or a webhook is new.
    var addsOperation: Bool { self == .added || self == .webhookAdded }
}
