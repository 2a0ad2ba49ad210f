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
        /// Maps the value in the JSON to the schema, as far as the spec lists the values.
        package let mapping: [(value: String, schema: Place)]
        /// `true` if the spec lists no values, and ``mapping`` has the components that build on the schema, by their names.
        package var isImplied = false
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

    package init(place: Place, location: SourceLocation) {
        self.place = place
        self.location = location
    }

    package var place: Place
    package let location: SourceLocation
    /// The target of a `$ref`. The other members then contain the siblings of the `$ref`.
    package var reference: Place?
    package var title: String?
    package var description: String?
    package var types: [ValueType] = []
    package var isNullable = false
    /// `true` if null is the only value.
    package var isNull = false
    /// `format`, or its equivalent for `contentEncoding`: `byte` for base64.
    package var format: String?
    /// The media type of the text or of the bytes that it encodes, such as `image/png`.
    package var contentMediaType: String?
    package var isDeprecated = false
    /// `x-replacement`: the wire name of the property that replaces a deprecated one.
    package var replacement: String?
    package var isReadOnly = false
    package var isWriteOnly = false
    package var defaultValue: Node?
    package var example: Node?
    package var enumeration: [Node] = []
    /// Names for the members of `enum`, in the same order (`x-enum-varnames`).
    package var enumerationNames: [String] = []
    package var properties: [Property] = []
    package var required: [String] = []
    /// The locations of the names in ``required``, in the same order.
    package var requiredLocations: [SourceLocation] = []
    package var additionalProperties = AdditionalProperties.unspecified
    package var items: Place?
    package var allOf: [Place] = []
    package var oneOf: [Place] = []
    package var anyOf: [Place] = []
    package var discriminator: Discriminator?
    package var constraints = Constraints()
    /// `x-swift-name`
    package var swiftName: String?
    /// `x-swift-type`: the name of the type. Schemas with the same one share the type.
    package var typeName: String?
    /// `x-swift-order`: the names of properties in the order in which Swift lists them. Others follow.
    package var memberOrder: [String] = []
    /// `x-lenient`: `true` if responses may encode the value as a string, or send a single value instead of a list.
    package var isLenient = false
    /// `x-also-read-as`: alternative names that responses may use for the property.
    package var otherNames: [String] = []
    /// `x-fraction-digits`: the number of fractional-second digits that the service accepts; 0 if it rejects fractions.
    package var fractionDigits: Int?
    /// `x-wall-clock`: the time zone in which a date and time is what clocks show, in words; `nil` for a point in time.
    package var wallClock: String?
    /// `x-window`: the members that are the bounds of a range of days.
    package var window: Window?
    /// `x-unit`: the unit of a number.
    package var unit: NumberUnit?
    /// `x-unit-source`: how it is known that the number has this unit, if not as the unit's own description says.
    package var unitSource: String?
    /// `x-source`: the source of a fact if it is not the documentation.
    package var source: String?
}
