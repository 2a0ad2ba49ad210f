/// The kinds of change of a generated module, and what each does to code that compiled against the module before.
///
/// What is promised is what people write: calls, properties, initializers, `switch`. Not promised, as elsewhere in Swift: to
/// refer to a function or an initializer as a value (`tags.map(Clockify.NewTag.init)`), for which every new argument is another
/// type, and to extend a type with a name that the module declares later. A warning breaks nothing.
public enum SwiftCheck: String, Sendable, CaseIterable {
    // The whole API
    case apiRenamed = "swift-api-renamed"
    case groupAdded = "swift-group-added"
    case groupRemoved = "swift-group-removed"
    case groupRenamed = "swift-group-renamed"
    case serviceAdded = "swift-service-added"
    case serviceRemoved = "swift-service-removed"
    case credentialsAdded = "swift-credentials-added"
    case credentialsRemoved = "swift-credentials-removed"
    case credentialsChanged = "swift-credentials-changed"
    /// They are sent where others were sent before.
    case credentialsExchanged = "swift-credentials-exchanged"
    case credentialsSentElsewhere = "swift-credentials-sent-elsewhere"

    // Methods
    case methodAdded = "swift-method-added"
    case methodRemoved = "swift-method-removed"
    case methodRenamed = "swift-method-renamed"
    case methodMoved = "swift-method-moved"
    case methodDeprecated = "swift-method-deprecated"
    case methodReactivated = "swift-method-reactivated"
    /// The same call does what another one did, or nothing like what it did.
    case callSendsAnotherRequest = "swift-call-sends-another-request"
    /// The same call follows its operation to where that is now.
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
    case propertyTypeChanged = "swift-property-type-changed"
    case propertyBecameOptional = "swift-property-became-optional"
    case requestPropertyBecameOptional = "swift-request-property-became-optional"
    case propertyBecameRequired = "swift-property-became-required"
    case propertyBecameMutable = "swift-property-became-mutable"
    case propertyBecameImmutable = "swift-property-became-immutable"
    case propertyDeprecated = "swift-property-deprecated"
    case propertyReactivated = "swift-property-reactivated"
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

    /// Whether code that compiled before compiles now and means the same.
    public var verdict: Verdict {
        switch self {
        case .groupAdded, .serviceAdded, .credentialsAdded, .methodAdded, .methodDeprecated, .methodReactivated,
            .argumentAddedWithDefault, .argumentBecameOptional, .resultAdded, .resultMustBeUsed, .typeAdded, .conformanceAdded,
            .propertyAdded, .propertyBecameMutable, .propertyDeprecated, .propertyReactivated, .initializerArgumentGainedDefault,
            .memberAdded:
            .compatible
        case .requestPropertyBecameOptional:
            // Who sets it writes on as before; who reads back what was set does not.
            .risky
        case .callSentElsewhere, .argumentSentElsewhere, .bodySentOtherwise, .credentialsSentElsewhere:
            // What was sent before is no more in the new document: code means what it meant, if the service does.
            .risky
        case .apiRenamed, .groupRemoved, .groupRenamed, .serviceRemoved, .credentialsRemoved, .credentialsChanged,
            .credentialsExchanged, .callSendsAnotherRequest, .methodRemoved,
            .methodRenamed, .methodMoved, .argumentAddedWithoutDefault, .argumentRemoved, .argumentLabelChanged, .argumentReordered,
            .argumentTypeChanged, .argumentBecameRequired, .argumentDefaultChanged, .resultRemoved, .resultTypeChanged,
            .resultBecameOptional, .resultBecameRequired, .typeRemoved, .typeRenamed, .typeReplaced, .typeKindChanged, .rawTypeChanged,
            .conformanceRemoved, .propertyRemoved, .propertyRenamed, .propertyTypeChanged, .propertyBecameOptional,
            .propertyBecameRequired, .propertyBecameImmutable, .initializerArgumentAdded, .initializerArgumentBecameRequired,
            .initializerArgumentReordered, .initializerDefaultChanged, .memberRemoved, .memberRenamed, .memberValueChanged, .caseAdded,
            .caseRemoved, .caseRenamed, .caseTypeChanged:
            .breaking
        }
    }

    /// Whether code compiles as before and does something else: no compiler tells.
    public var changesMeaningOnly: Bool {
        switch self {
        case .argumentDefaultChanged, .initializerDefaultChanged, .memberValueChanged, .callSendsAnotherRequest, .callSentElsewhere,
            .argumentSentElsewhere, .bodySentOtherwise, .credentialsExchanged, .credentialsSentElsewhere:
            true
        default: false
        }
    }
}
