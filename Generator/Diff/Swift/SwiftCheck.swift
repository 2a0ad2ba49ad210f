/// The kinds of change of a generated module, and their effect on code that compiled against the previous module.
///
/// Source compatibility covers calls, properties, initializers and `switch` statements. As is usual in Swift, it does not cover
/// references to a function or an initializer as a value (`tags.map(Clockify.NewTag.init)`), whose type changes with every new
/// argument, or extensions that use a name the module declares later. A warning is not a breaking change.
package enum SwiftCheck: String, Sendable, CaseIterable {
    // The whole API
    case apiRenamed = "swift-api-renamed"
    case groupAdded = "swift-group-added"
    case groupRemoved = "swift-group-removed"
    case groupRenamed = "swift-group-renamed"
    case serviceAdded = "swift-service-added"
    case serviceRemoved = "swift-service-removed"
    case serverAdded = "swift-server-added"
    case serverRemoved = "swift-server-removed"
    case credentialsAdded = "swift-credentials-added"
    case credentialsRemoved = "swift-credentials-removed"
    case credentialsChanged = "swift-credentials-changed"
    /// The same credentials are sent where other credentials were sent before.
    case credentialsExchanged = "swift-credentials-exchanged"
    case credentialsSentElsewhere = "swift-credentials-sent-elsewhere"

    // Methods
    case methodAdded = "swift-method-added"
    case methodRemoved = "swift-method-removed"
    case methodRenamed = "swift-method-renamed"
    case methodMoved = "swift-method-moved"
    case methodDeprecated = "swift-method-deprecated"
    case methodReactivated = "swift-method-reactivated"
    /// The same call now does what another call did, or something unrelated.
    case callSendsAnotherRequest = "swift-call-sends-another-request"
    /// The same call follows its operation to a new location.
    case callSentElsewhere = "swift-call-sent-elsewhere"
    case argumentSentElsewhere = "swift-argument-sent-elsewhere"
    case bodySentOtherwise = "swift-body-sent-otherwise"
    case argumentAddedWithDefault = "swift-argument-added-with-default"
    case argumentAddedWithoutDefault = "swift-argument-added-without-default"
    case argumentRemoved = "swift-argument-removed"
    case argumentLabelChanged = "swift-argument-label-changed"
    case argumentReordered = "swift-argument-reordered"
    case argumentTypeChanged = "swift-argument-type-changed"
    case argumentBecameOptional = "swift-argument-became-optional"
    case argumentBecameRequired = "swift-argument-became-required"
    case argumentDefaultChanged = "swift-argument-default-changed"
    case resultAdded = "swift-result-added"
    case resultRemoved = "swift-result-removed"
    case resultTypeChanged = "swift-result-type-changed"
    case resultBecameOptional = "swift-result-became-optional"
    case resultBecameRequired = "swift-result-became-required"
    case resultMustBeUsed = "swift-result-must-be-used"

    // Types
    case typeAdded = "swift-type-added"
    case typeRemoved = "swift-type-removed"
    case typeRenamed = "swift-type-renamed"
    case typeReplaced = "swift-type-replaced"
    case typeKindChanged = "swift-type-kind-changed"
    case rawTypeChanged = "swift-raw-type-changed"
    case conformanceAdded = "swift-conformance-added"
    case conformanceRemoved = "swift-conformance-removed"

    // Properties and initializers
    case propertyAdded = "swift-property-added"
    case propertyRemoved = "swift-property-removed"
    case propertyRenamed = "swift-property-renamed"
    case propertyNamesAnotherMember = "swift-property-names-another-member"
    case propertyTypeChanged = "swift-property-type-changed"
    case propertyBecameOptional = "swift-property-became-optional"
    case requestPropertyBecameOptional = "swift-request-property-became-optional"
    case propertyBecameRequired = "swift-property-became-required"
    case propertyBecameMutable = "swift-property-became-mutable"
    case propertyBecameImmutable = "swift-property-became-immutable"
    case propertyDeprecated = "swift-property-deprecated"
    case propertyReactivated = "swift-property-reactivated"
    case initializerAdded = "swift-initializer-added"
    case initializerRemoved = "swift-initializer-removed"
    case initializerThrows = "swift-initializer-throws"
    /// The initializer that fills a body from an entity omits more members than before.
    case replacementKeepsLess = "swift-replacement-keeps-less"
    case initializerArgumentAdded = "swift-initializer-argument-added-without-default"
    case initializerArgumentBecameRequired = "swift-initializer-argument-became-required"
    case initializerArgumentGainedDefault = "swift-initializer-argument-gained-default"
    case initializerArgumentReordered = "swift-initializer-argument-reordered"
    case initializerDefaultChanged = "swift-initializer-default-changed"

    // Constants and cases
    case memberAdded = "swift-member-added"
    case memberRemoved = "swift-member-removed"
    case memberRenamed = "swift-member-renamed"
    case memberValueChanged = "swift-member-value-changed"
    case caseAdded = "swift-case-added"
    case caseRemoved = "swift-case-removed"
    case caseRenamed = "swift-case-renamed"
    case caseTypeChanged = "swift-case-type-changed"

    /// The verdict on whether code that compiled before still compiles with the same meaning.
    package var verdict: Verdict {
        switch self {
        case .groupAdded, .serviceAdded, .serverAdded, .credentialsAdded, .methodAdded, .methodDeprecated, .methodReactivated,
            .argumentAddedWithDefault, .argumentBecameOptional, .resultAdded, .resultMustBeUsed, .typeAdded, .conformanceAdded,
            .propertyAdded, .propertyBecameMutable, .propertyDeprecated, .propertyReactivated, .initializerArgumentGainedDefault,
            .memberAdded, .initializerAdded:
            .compatible
        case .requestPropertyBecameOptional:
            // Code that sets the property still compiles; code that reads it back does not.
            .risky
        case .callSentElsewhere, .argumentSentElsewhere, .bodySentOtherwise, .credentialsSentElsewhere:
            // The old request no longer exists in the new document. The code keeps its meaning if the service kept the operation.
            .risky
        case .apiRenamed, .groupRemoved, .groupRenamed, .serviceRemoved, .serverRemoved, .credentialsRemoved, .credentialsChanged,
            .credentialsExchanged, .callSendsAnotherRequest, .methodRemoved,
            .methodRenamed, .methodMoved, .argumentAddedWithoutDefault, .argumentRemoved, .argumentLabelChanged, .argumentReordered,
            .argumentTypeChanged, .argumentBecameRequired, .argumentDefaultChanged, .resultRemoved, .resultTypeChanged,
            .resultBecameOptional, .resultBecameRequired, .typeRemoved, .typeRenamed, .typeReplaced, .typeKindChanged, .rawTypeChanged,
            .conformanceRemoved, .propertyRemoved, .propertyRenamed, .propertyNamesAnotherMember, .propertyTypeChanged,
            .propertyBecameOptional,
            .propertyBecameRequired, .propertyBecameImmutable, .initializerArgumentAdded, .initializerArgumentBecameRequired,
            .initializerArgumentReordered, .initializerDefaultChanged, .initializerRemoved, .initializerThrows, .replacementKeepsLess,
            .memberRemoved,
            .memberRenamed, .memberValueChanged, .caseAdded,
            .caseRemoved, .caseRenamed, .caseTypeChanged:
            .breaking
        }
    }

    /// `true` if code still compiles but does something else, without a compiler diagnostic.
    package var changesMeaningOnly: Bool {
        switch self {
        case .argumentDefaultChanged, .initializerDefaultChanged, .memberValueChanged, .propertyNamesAnotherMember,
            .callSendsAnotherRequest, .callSentElsewhere,
            .argumentSentElsewhere, .bodySentOtherwise, .credentialsExchanged, .credentialsSentElsewhere, .replacementKeepsLess:
            true
        default: false
        }
    }
}
