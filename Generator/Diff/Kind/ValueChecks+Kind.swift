extension ValueCheck {
    /// The effect of a change on the values that are possible.
    private enum Effect { case narrows, widens, changes }

    func kind(at target: SchemaTarget) -> Kind {
        Kind(section: .values, action: target.isRequest ? requestAction : responseAction, fate: fate, aspect: rawValue)
    }

    private var fate: Kind.Fate {
        switch self {
        case .enumValueAdded: .added
        case .enumValueRemoved: .removed
        default: .changed
        }
    }

    private var requestAction: Action {
        switch self {
        case .typeChanged, .typeSpecialized, .discriminatorAdded, .discriminatorRemoved, .discriminatorPropertyNameChanged,
            .discriminatorMappingDeleted, .wallClockSet, .wallClockUnset, .unitChanged:
            .sendInNewForm
        case .becameNotNullable: .stopPassingNil
        case .becameEnum, .enumValueRemoved, .multipleOfSet, .multipleOfChanged, .patternAdded, .patternChanged, .uniqueItemsSet,
            .oneOfRemoved, .anyOfRemoved:
            .sendAllowed
        case .defaultValueRemoved, .defaultValueChanged: .passDefault
        case .additionalPropertiesForbidden: .sendDocumented
        case .unitUnset: .checkService
        default: effect == .narrows ? .keepWithin : .nothing
        }
    }

    private var responseAction: Action {
        switch self {
        case .typeChanged, .typeGeneralized, .discriminatorAdded, .discriminatorRemoved, .discriminatorPropertyNameChanged,
            .discriminatorMappingAdded, .discriminatorMappingDeleted, .additionalPropertiesForbidden, .wallClockSet, .wallClockUnset,
            .unitChanged:
            .update
        case .becameNullable: .expectNil
        case .unitUnset: .checkService
        case .multipleOfChanged, .patternChanged, .defaultValueRemoved, .defaultValueChanged: .expectMore
        default: effect == .widens ? .expectMore : .nothing
        }
    }

    private var effect: Effect {
        switch self {
        case .typeSpecialized, .becameNotNullable, .becameEnum, .enumValueRemoved, .minSet, .minIncreased, .maxSet, .maxDecreased,
            .minLengthSet, .minLengthIncreased, .maxLengthSet, .maxLengthDecreased, .minItemsSet, .minItemsIncreased, .maxItemsSet,
            .maxItemsDecreased, .minPropertiesSet, .minPropertiesIncreased, .maxPropertiesSet, .maxPropertiesDecreased, .multipleOfSet,
            .patternAdded, .uniqueItemsSet, .additionalPropertiesForbidden, .oneOfRemoved, .anyOfRemoved, .fractionDigitsSet,
            .fractionDigitsUnset,
            .fractionDigitsDecreased:
            .narrows
        case .typeGeneralized, .becameNullable, .becameNotEnum, .enumValueAdded, .minUnset, .minDecreased, .maxUnset, .maxIncreased,
            .minLengthUnset, .minLengthDecreased, .maxLengthUnset, .maxLengthIncreased, .minItemsUnset, .minItemsDecreased,
            .maxItemsUnset, .maxItemsIncreased, .minPropertiesUnset, .minPropertiesDecreased, .maxPropertiesUnset,
            .maxPropertiesIncreased, .multipleOfUnset, .patternRemoved, .uniqueItemsUnset, .additionalPropertiesAllowed, .oneOfAdded,
            .anyOfAdded, .fractionDigitsIncreased:
            .widens
        case .typeChanged, .defaultValueAdded, .defaultValueRemoved, .defaultValueChanged, .multipleOfChanged, .patternChanged,
            .discriminatorAdded, .discriminatorRemoved, .discriminatorPropertyNameChanged, .discriminatorMappingAdded,
            .discriminatorMappingDeleted, .wallClockSet, .wallClockUnset, .unitSet, .unitUnset, .unitChanged:
            .changes
        }
    }
}

extension PropertyCheck {
    func kind(at target: SchemaTarget) -> Kind {
        Kind(
            section: .values, action: target.isRequest ? requestAction : responseAction, fate: fate, aspect: aspect,
            isFix: self == .becameLenient || self == .gainedName)
    }

    private var requestAction: Action {
        switch self {
        case .newRequired, .newRequiredWithDefault, .becameRequired, .becameRequiredWithDefault: .pass
        case .removedRequired, .removedOptional, .removedWithDeprecation, .becameReadOnly: .stopPassing
        case .deprecated: .moveAway
        // A required member that only the service sent has to be sent now; an optional one may be.
        case .becameNotReadOnly: .pass
        case .newOptional, .becameOptional, .reactivated, .becameWriteOnly, .becameNotWriteOnly, .becameLenient, .becameNotLenient,
            .gainedName, .lostName:
            .nothing
        }
    }

    private var responseAction: Action {
        switch self {
        case .removedRequired, .removedOptional, .removedWithDeprecation, .becameWriteOnly: .stopReading
        case .becameOptional: .expectNil
        case .deprecated: .moveAway
        case .becameLenient, .gainedName: .update
        case .becameNotLenient, .lostName: .checkService
        case .newRequired, .newRequiredWithDefault, .newOptional, .becameRequired, .becameRequiredWithDefault, .reactivated,
            .becameReadOnly, .becameNotReadOnly, .becameNotWriteOnly:
            .nothing
        }
    }

    private var fate: Kind.Fate {
        switch self {
        case .newRequired, .newRequiredWithDefault, .newOptional: .added
        case .removedRequired, .removedOptional, .removedWithDeprecation: .removed
        case .becameRequired, .becameRequiredWithDefault: .becameRequired
        case .becameOptional: .becameOptional
        case .deprecated: .deprecated
        case .reactivated: .reactivated
        case .becameReadOnly, .becameNotReadOnly, .becameWriteOnly, .becameNotWriteOnly, .becameLenient, .becameNotLenient, .gainedName,
            .lostName:
            .changed
        }
    }

    /// The aspect of every removal of a property.
    static let removalAspect = "property \(Kind.Fate.removed)"

    private var aspect: String {
        switch fate {
        case .changed: "property \(self)"
        default: "property \(fate)"
        }
    }
}

extension HeaderCheck {
    func kind(at target: SchemaTarget) -> Kind {
        Kind(section: .values, action: target.isRequest ? requestAction : responseAction, fate: fate, aspect: "header \(self)")
    }

    private var requestAction: Action {
        switch self {
        case .newRequired, .becameRequired: .pass
        case .removedRequired, .removedOptional: .stopPassing
        case .deprecated: .moveAway
        case .styleChanged: .update
        case .newOptional, .becameOptional, .reactivated: .nothing
        }
    }

    private var responseAction: Action {
        switch self {
        case .removedRequired, .removedOptional: .stopReading
        case .becameOptional: .expectNil
        case .deprecated: .moveAway
        case .styleChanged: .update
        case .newRequired, .newOptional, .becameRequired, .reactivated: .nothing
        }
    }

    private var fate: Kind.Fate {
        switch self {
        case .newRequired, .newOptional: .added
        case .removedRequired, .removedOptional: .removed
        case .becameRequired: .becameRequired
        case .becameOptional: .becameOptional
        case .deprecated: .deprecated
        case .reactivated: .reactivated
        case .styleChanged: .changed
        }
    }
}
