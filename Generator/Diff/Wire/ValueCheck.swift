/// The possible changes of a value in any position. The raw value with the position as a prefix is the name of a check:
/// `request-parameter-max-length-decreased`.
enum ValueCheck: String, CaseIterable {
    case typeChanged = "type-changed"
    /// Every value that was valid is still valid.
    case typeGeneralized = "type-generalized"
    /// Every value that is valid now was valid before.
    case typeSpecialized = "type-specialized"
    case becameNullable = "became-nullable"
    case becameNotNullable = "became-not-nullable"
    case becameEnum = "became-enum"
    case becameNotEnum = "became-not-enum"
    case enumValueAdded = "enum-value-added"
    case enumValueRemoved = "enum-value-removed"
    case defaultValueAdded = "default-value-added"
    case defaultValueRemoved = "default-value-removed"
    case defaultValueChanged = "default-value-changed"
    case minSet = "min-set"
    case minUnset = "min-unset"
    case minIncreased = "min-increased"
    case minDecreased = "min-decreased"
    case maxSet = "max-set"
    case maxUnset = "max-unset"
    case maxIncreased = "max-increased"
    case maxDecreased = "max-decreased"
    case minLengthSet = "min-length-set"
    case minLengthUnset = "min-length-unset"
    case minLengthIncreased = "min-length-increased"
    case minLengthDecreased = "min-length-decreased"
    case maxLengthSet = "max-length-set"
    case maxLengthUnset = "max-length-unset"
    case maxLengthIncreased = "max-length-increased"
    case maxLengthDecreased = "max-length-decreased"
    case minItemsSet = "min-items-set"
    case minItemsUnset = "min-items-unset"
    case minItemsIncreased = "min-items-increased"
    case minItemsDecreased = "min-items-decreased"
    case maxItemsSet = "max-items-set"
    case maxItemsUnset = "max-items-unset"
    case maxItemsIncreased = "max-items-increased"
    case maxItemsDecreased = "max-items-decreased"
    case minPropertiesSet = "min-properties-set"
    case minPropertiesUnset = "min-properties-unset"
    case minPropertiesIncreased = "min-properties-increased"
    case minPropertiesDecreased = "min-properties-decreased"
    case maxPropertiesSet = "max-properties-set"
    case maxPropertiesUnset = "max-properties-unset"
    case maxPropertiesIncreased = "max-properties-increased"
    case maxPropertiesDecreased = "max-properties-decreased"
    case multipleOfSet = "multiple-of-set"
    case multipleOfUnset = "multiple-of-unset"
    case multipleOfChanged = "multiple-of-changed"
    case patternAdded = "pattern-added"
    case patternRemoved = "pattern-removed"
    case patternChanged = "pattern-changed"
    case uniqueItemsSet = "unique-items-set"
    case uniqueItemsUnset = "unique-items-unset"
    case additionalPropertiesForbidden = "additional-properties-forbidden"
    case additionalPropertiesAllowed = "additional-properties-allowed"
    case oneOfAdded = "one-of-added"
    case oneOfRemoved = "one-of-removed"
    case anyOfAdded = "any-of-added"
    case anyOfRemoved = "any-of-removed"
    case discriminatorAdded = "discriminator-added"
    case discriminatorRemoved = "discriminator-removed"
    case discriminatorPropertyNameChanged = "discriminator-property-name-changed"
    case discriminatorMappingAdded = "discriminator-mapping-added"
    case discriminatorMappingDeleted = "discriminator-mapping-deleted"
    /// The number of fractional-second digits that the service accepts (`x-fraction-digits`).
    case fractionDigitsSet = "fraction-digits-set"
    case fractionDigitsUnset = "fraction-digits-unset"
    case fractionDigitsIncreased = "fraction-digits-increased"
    case fractionDigitsDecreased = "fraction-digits-decreased"
    /// A point in time became a wall-clock time (`x-wall-clock`), or the reverse.
    case wallClockSet = "wall-clock-set"
    case wallClockUnset = "wall-clock-unset"
    /// The unit of a number (`x-unit`).
    case unitSet = "unit-set"
    case unitUnset = "unit-unset"
    case unitChanged = "unit-changed"

    /// Returns the name of the check; `nil` if it does not apply to the target. Clients can read a fraction of any length.
    func name(at target: SchemaTarget) -> String? {
        switch self {
        case .fractionDigitsSet, .fractionDigitsUnset, .fractionDigitsIncreased, .fractionDigitsDecreased:
            target.isRequest ? "\(target.prefix)-\(rawValue)" : nil
        default: "\(target.prefix)-\(rawValue)"
        }
    }
}

/// The possible changes of a member of an object.
enum PropertyCheck: CaseIterable {
    case newRequired, newRequiredWithDefault, newOptional
    case removedRequired, removedOptional, removedWithDeprecation
    case becameRequired, becameRequiredWithDefault, becameOptional
    case deprecated, reactivated
    case becameReadOnly, becameNotReadOnly, becameWriteOnly, becameNotWriteOnly
    /// `x-lenient` was added or removed: a response may contain the value as a string.
    case becameLenient, becameNotLenient
    /// `x-also-read-as` gained or lost a name: a response may contain the member under another name.
    case gainedName, lostName

    /// Returns the name of the check; `nil` if it does not apply to the target. Read-only members are not sent, and lenient members
    /// are sent in their declared type.
    func name(at target: SchemaTarget) -> String? {
        let property = target.property.prefix
        guard target.isRequest else {
            return responseName(property, whole: target.property == .webhookPayloadProperty ? "webhook-payload" : "response")
        }
        return switch self {
        case .newRequired: "new-required-\(property)"
        case .newRequiredWithDefault: "new-required-\(property)-with-default"
        case .newOptional: "new-optional-\(property)"
        case .removedRequired, .removedOptional: "\(property)-removed"
        case .removedWithDeprecation: "\(property)-removed-with-deprecation"
        case .becameRequired: "\(property)-became-required"
        case .becameRequiredWithDefault: "\(property)-became-required-with-default"
        case .becameOptional: "\(property)-became-optional"
        case .deprecated: "\(property)-deprecated"
        case .reactivated: "\(property)-reactivated"
        case .becameReadOnly: "\(property)-became-read-only"
        case .becameNotReadOnly: "\(property)-became-not-read-only"
        case .becameWriteOnly, .becameNotWriteOnly, .becameLenient, .becameNotLenient, .gainedName, .lostName: nil
        }
    }

    private func responseName(_ property: String, whole: String) -> String? {
        switch self {
        case .newRequired: "\(whole)-required-property-added"
        case .newOptional: "\(whole)-optional-property-added"
        case .removedRequired: "\(whole)-required-property-removed"
        case .removedOptional: "\(whole)-optional-property-removed"
        case .becameRequired: "\(property)-became-required"
        case .becameOptional: "\(property)-became-optional"
        case .deprecated: "\(property)-deprecated"
        case .reactivated: "\(property)-reactivated"
        case .becameWriteOnly: "\(property)-became-write-only"
        case .becameNotWriteOnly: "\(property)-became-not-write-only"
        case .becameLenient: "\(property)-became-lenient"
        case .becameNotLenient: "\(property)-became-not-lenient"
        case .gainedName: "\(property)-other-name-added"
        case .lostName: "\(property)-other-name-removed"
        case .newRequiredWithDefault, .removedWithDeprecation, .becameRequiredWithDefault, .becameReadOnly, .becameNotReadOnly: nil
        }
    }
}
