package import GeneratorYAML

/// A schema object, which describes one value. Its references are resolved to places.
package struct Schema: Sendable {
    package enum ValueType: String, Sendable, CaseIterable {
        case string, integer, number, boolean, array, object
    }

    package enum AdditionalProperties: Sendable, Equatable {
        case unspecified
        case forbidden
        case anything
        case schema(Place)
    }

    package struct Property: Sendable {
        package let name: String
        package let location: SourceLocation
        package let schema: Place
    }

    package struct Discriminator: Sendable {
        package let propertyName: String
        /// Maps the value in the JSON to the schema. For a base class, components that build on it follow the values that the spec lists.
        package let mapping: [(value: String, schema: Place)]
        /// The number of components at the end of ``mapping`` that the spec does not list. Their names are their values.
        package var impliedCount = 0
        /// The schema of an object whose value is missing or not in ``mapping`` (`defaultMapping`, OpenAPI 3.2).
        package var fallback: Place?
        package let location: SourceLocation
    }

    /// The constraints on a value in addition to its type.
    package struct Constraints: Sendable, Equatable {
        package var minLength: Int?
        package var maxLength: Int?
        package var pattern: String?
        package var minimum: Number?
        package var maximum: Number?
        package var exclusiveMinimum: Number?
        package var exclusiveMaximum: Number?
        package var multipleOf: Number?
        package var minItems: Int?
        package var maxItems: Int?
        package var uniqueItems = false
        package var minProperties: Int?
        package var maxProperties: Int?
    }

    /// Copy-on-write storage, because a schema is large and copied often.
    ///
    /// Unchecked, because `value` is a variable. Only ``owned()`` hands a box out for a change, and never one that two schemas share.
    private final class Box: @unchecked Sendable {
        var value: Statements

        init(_ value: Statements) { self.value = value }
    }

    private struct Statements {
        var place: Place
        let location: SourceLocation
        var reference: Place?
        var title: String?
        var description: String?
        var types: [ValueType] = []
        var isNullable = false
        var isNull = false
        var format: String?
        var contentMediaType: String?
        var isDeprecated = false
        var replacement: String?
        var isReadOnly = false
        var isWriteOnly = false
        var defaultValue: Node?
        var example: Node?
        var enumeration: [Node] = []
        var enumerationNames: [String] = []
        var properties: [Property] = []
        var required: [String] = []
        var requiredLocations: [SourceLocation] = []
        var additionalProperties = AdditionalProperties.unspecified
        var items: Place?
        var allOf: [Place] = []
        var oneOf: [Place] = []
        var anyOf: [Place] = []
        var discriminator: Discriminator?
        var constraints = Constraints()
        var swiftName: String?
        var typeName: String?
        var memberOrder: [String] = []
        var isLenient = false
        var otherNames: [String] = []
        var fractionDigits: Int?
        var wallClock: String?
        var window: Window?
        var unit: NumberUnit?
        var unitSource: String?
        var source: String?
    }

    private var box: Box

    /// Returns a box that no other schema shares.
    private mutating func owned() -> Box {
        if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
        return box
    }

    package init(place: Place, location: SourceLocation) {
        box = Box(Statements(place: place, location: location))
    }
}

// One line for each statement.
// swift-format-ignore
extension Schema {
    package var place: Place { get { box.value.place } set { owned().value.place = newValue } }
    package var location: SourceLocation { box.value.location }
    /// The target of a `$ref`. The other members then contain the siblings of the `$ref`.
    package var reference: Place? { get { box.value.reference } set { owned().value.reference = newValue } }
    package var title: String? { get { box.value.title } set { owned().value.title = newValue } }
    package var description: String? { get { box.value.description } set { owned().value.description = newValue } }
    package var types: [ValueType] { get { box.value.types } set { owned().value.types = newValue } }
    package var isNullable: Bool { get { box.value.isNullable } set { owned().value.isNullable = newValue } }
    /// `true` if null is the only value.
    package var isNull: Bool { get { box.value.isNull } set { owned().value.isNull = newValue } }
    /// `format`, or its equivalent for `contentEncoding`: `byte` for base64.
    package var format: String? { get { box.value.format } set { owned().value.format = newValue } }
    /// The media type of the text or of the bytes that it encodes, such as `image/png`.
    package var contentMediaType: String? { get { box.value.contentMediaType } set { owned().value.contentMediaType = newValue } }
    package var isDeprecated: Bool { get { box.value.isDeprecated } set { owned().value.isDeprecated = newValue } }
    /// `x-replacement`: the wire name of the property that replaces a deprecated one.
    package var replacement: String? { get { box.value.replacement } set { owned().value.replacement = newValue } }
    package var isReadOnly: Bool { get { box.value.isReadOnly } set { owned().value.isReadOnly = newValue } }
    package var isWriteOnly: Bool { get { box.value.isWriteOnly } set { owned().value.isWriteOnly = newValue } }
    package var defaultValue: Node? { get { box.value.defaultValue } set { owned().value.defaultValue = newValue } }
    package var example: Node? { get { box.value.example } set { owned().value.example = newValue } }
    package var enumeration: [Node] { get { box.value.enumeration } set { owned().value.enumeration = newValue } }
    /// Names for the members of `enum`, in the same order (`x-enum-varnames`).
    package var enumerationNames: [String] { get { box.value.enumerationNames } set { owned().value.enumerationNames = newValue } }
    package var properties: [Property] { get { box.value.properties } set { owned().value.properties = newValue } }
    package var required: [String] { get { box.value.required } set { owned().value.required = newValue } }
    /// The locations of the names in ``required``, in the same order.
    package var requiredLocations: [SourceLocation] { get { box.value.requiredLocations } set { owned().value.requiredLocations = newValue } }
    package var additionalProperties: AdditionalProperties { get { box.value.additionalProperties } set { owned().value.additionalProperties = newValue } }
    package var items: Place? { get { box.value.items } set { owned().value.items = newValue } }
    package var allOf: [Place] { get { box.value.allOf } set { owned().value.allOf = newValue } }
    package var oneOf: [Place] { get { box.value.oneOf } set { owned().value.oneOf = newValue } }
    package var anyOf: [Place] { get { box.value.anyOf } set { owned().value.anyOf = newValue } }
    package var discriminator: Discriminator? { get { box.value.discriminator } set { owned().value.discriminator = newValue } }
    package var constraints: Constraints { get { box.value.constraints } set { owned().value.constraints = newValue } }
    /// `x-swift-name`
    package var swiftName: String? { get { box.value.swiftName } set { owned().value.swiftName = newValue } }
    /// `x-swift-type`: the name of the type. Schemas with the same one share the type.
    package var typeName: String? { get { box.value.typeName } set { owned().value.typeName = newValue } }
    /// `x-swift-order`: the names of properties in the order in which Swift lists them. Others follow.
    package var memberOrder: [String] { get { box.value.memberOrder } set { owned().value.memberOrder = newValue } }
    /// `x-lenient`: `true` if responses may encode the value as a string, or send a single value instead of a list.
    package var isLenient: Bool { get { box.value.isLenient } set { owned().value.isLenient = newValue } }
    /// `x-also-read-as`: alternative names that responses may use for the property.
    package var otherNames: [String] { get { box.value.otherNames } set { owned().value.otherNames = newValue } }
    /// `x-fraction-digits`: the number of fractional-second digits that the service accepts; 0 if it rejects fractions.
    package var fractionDigits: Int? { get { box.value.fractionDigits } set { owned().value.fractionDigits = newValue } }
    /// `x-wall-clock`: the time zone in which a date and time is what clocks show, in words; `nil` for a point in time.
    package var wallClock: String? { get { box.value.wallClock } set { owned().value.wallClock = newValue } }
    /// `x-window`: the members that are the bounds of a range of days.
    package var window: Window? { get { box.value.window } set { owned().value.window = newValue } }
    /// `x-unit`: the unit of a number.
    package var unit: NumberUnit? { get { box.value.unit } set { owned().value.unit = newValue } }
    /// `x-unit-source`: how it is known that the number has this unit, if not as the unit's own description says.
    package var unitSource: String? { get { box.value.unitSource } set { owned().value.unitSource = newValue } }
    /// `x-source`: the source of a fact if it is not the documentation.
    package var source: String? { get { box.value.source } set { owned().value.source = newValue } }
}
