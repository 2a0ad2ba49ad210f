extension SwiftCheck {
    var kind: Kind { Kind(section: section, action: action, fate: fate, aspect: rawValue) }

    private var action: Action {
        switch self {
        case .groupAdded, .serviceAdded, .serverAdded, .credentialsAdded, .methodAdded, .methodReactivated, .argumentAddedWithDefault,
            .argumentBecameOptional, .resultAdded, .typeAdded, .conformanceAdded, .propertyAdded, .propertyBecameMutable,
            .propertyReactivated, .initializerAdded, .initializerArgumentGainedDefault, .memberAdded:
            .nothing
        case .apiRenamed, .groupRenamed, .methodRenamed, .argumentLabelChanged, .typeRenamed, .propertyRenamed, .memberRenamed,
            .caseRenamed:
            .rename
        case .methodMoved: .callAs
        case .typeReplaced: .replace
        case .groupRemoved, .serviceRemoved, .serverRemoved, .credentialsRemoved, .typeRemoved, .propertyRemoved, .memberRemoved,
            .caseRemoved,
            .initializerRemoved:
            .stopUsing
        case .methodRemoved: .stopCalling
        case .methodDeprecated, .propertyDeprecated: .moveAway
        case .argumentAddedWithoutDefault, .argumentBecameRequired, .initializerArgumentAdded, .initializerArgumentBecameRequired: .pass
        case .argumentDefaultChanged, .initializerDefaultChanged: .passDefault
        case .argumentRemoved: .stopPassing
        case .argumentTypeChanged: .sendInNewForm
        case .argumentReordered, .initializerArgumentReordered: .reorder
        case .resultRemoved: .stopUsingResult
        case .resultMustBeUsed: .keepResult
        case .resultBecameOptional, .propertyBecameOptional, .requestPropertyBecameOptional: .expectNil
        case .resultBecameRequired: .stopUnwrapping
        case .propertyBecameRequired: .stopUnwrapping
        case .resultTypeChanged, .propertyTypeChanged, .caseTypeChanged, .rawTypeChanged: .useNewType
        case .typeKindChanged, .credentialsChanged, .initializerThrows: .rewrite
        case .propertyBecameImmutable: .setWithInitializer
        case .conformanceRemoved: .dropConformance
        case .caseAdded: .handleCase
        case .callSendsAnotherRequest, .callSentElsewhere, .argumentSentElsewhere, .bodySentOtherwise, .memberValueChanged,
            .propertyNamesAnotherMember,
            .replacementKeepsLess:
            .checkCalls
        case .credentialsExchanged, .credentialsSentElsewhere: .checkSecret
        }
    }

    private var section: Section {
        switch self {
        case .methodAdded, .methodRemoved, .methodDeprecated, .methodReactivated, .groupAdded, .groupRemoved, .serviceAdded,
            .serviceRemoved, .serverAdded, .serverRemoved, .credentialsAdded, .credentialsRemoved, .credentialsChanged,
            .credentialsExchanged, .credentialsSentElsewhere,
            .callSendsAnotherRequest, .callSentElsewhere:
            .operations
        case .apiRenamed, .groupRenamed, .methodRenamed, .methodMoved, .argumentLabelChanged, .argumentReordered, .typeAdded,
            .typeRemoved, .typeRenamed, .typeReplaced, .propertyRenamed, .propertyNamesAnotherMember, .initializerArgumentReordered,
            .memberAdded, .memberRemoved,
            .memberRenamed, .caseRenamed, .conformanceAdded, .conformanceRemoved:
            .names
        case .argumentSentElsewhere, .bodySentOtherwise, .argumentAddedWithDefault, .argumentAddedWithoutDefault, .argumentRemoved,
            .argumentTypeChanged, .argumentBecameOptional, .argumentBecameRequired, .argumentDefaultChanged, .resultAdded,
            .resultRemoved, .resultTypeChanged, .resultBecameOptional, .resultBecameRequired, .resultMustBeUsed, .typeKindChanged,
            .rawTypeChanged, .propertyAdded, .propertyRemoved, .propertyTypeChanged, .propertyBecameOptional,
            .requestPropertyBecameOptional, .propertyBecameRequired, .propertyBecameMutable, .propertyBecameImmutable,
            .propertyDeprecated, .propertyReactivated, .initializerArgumentAdded, .initializerArgumentBecameRequired,
            .initializerArgumentGainedDefault, .initializerDefaultChanged, .initializerAdded, .initializerRemoved, .initializerThrows,
            .replacementKeepsLess, .memberValueChanged, .caseAdded, .caseRemoved, .caseTypeChanged:
            .values
        }
    }

    private var fate: Kind.Fate {
        switch self {
        case .groupRemoved, .serviceRemoved, .serverRemoved, .credentialsRemoved, .methodRemoved, .argumentRemoved, .typeRemoved,
            .propertyRemoved,
            .memberRemoved, .caseRemoved, .initializerRemoved:
            .removed
        case .groupAdded, .serviceAdded, .serverAdded, .credentialsAdded, .methodAdded, .argumentAddedWithDefault,
            .argumentAddedWithoutDefault,
            .typeAdded, .propertyAdded, .initializerAdded, .initializerArgumentAdded, .memberAdded, .caseAdded:
            .added
        case .methodDeprecated, .propertyDeprecated: .deprecated
        case .methodReactivated, .propertyReactivated: .reactivated
        case .apiRenamed, .groupRenamed, .methodRenamed, .methodMoved, .typeRenamed, .typeReplaced, .propertyRenamed, .memberRenamed,
            .caseRenamed, .argumentLabelChanged:
            .renamed
        case .argumentBecameRequired, .initializerArgumentBecameRequired: .becameRequired
        case .argumentBecameOptional, .initializerArgumentGainedDefault: .becameOptional
        default: .changed
        }
    }

    /// `true` if changes that name this one in ``Change/referrers`` can follow from it.
    var bringsOthers: Bool {
        switch self {
        case .methodAdded, .methodRemoved, .argumentAddedWithDefault, .argumentAddedWithoutDefault, .argumentRemoved,
            .argumentTypeChanged, .argumentBecameOptional, .argumentBecameRequired, .resultAdded, .resultRemoved, .resultTypeChanged,
            .typeAdded, .typeRemoved, .typeRenamed, .typeReplaced, .typeKindChanged, .rawTypeChanged, .propertyAdded, .propertyRemoved,
            .propertyTypeChanged, .propertyBecameOptional, .propertyBecameRequired, .requestPropertyBecameOptional,
            .initializerArgumentAdded, .initializerArgumentBecameRequired, .initializerArgumentGainedDefault, .caseAdded, .caseRemoved,
            .caseTypeChanged:
            true
        default: false
        }
    }

    /// `true` if the change concerns what a method returns.
    var isOfResult: Bool {
        switch self {
        case .resultAdded, .resultRemoved, .resultTypeChanged, .resultBecameOptional, .resultBecameRequired, .resultMustBeUsed: true
        default: false
        }
    }
}
