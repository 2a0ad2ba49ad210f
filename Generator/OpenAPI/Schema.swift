public import GeneratorYAML

/// A schema object, which describes one value. Its references are resolved to places.
public struct Schema: Sendable {
    public enum ValueType: String, Sendable, CaseIterable {
        case string, integer, number, boolean, array, object
    }

    public enum AdditionalProperties: Sendable, Equatable {
        case unspecified
        case forbidden
        case anything
        case schema(Place)
    }

    public struct Property: Sendable {
        public let name: String
        public let location: SourceLocation
        public let schema: Place
    }

    public struct Discriminator: Sendable {
        public let propertyName: String
        /// Maps the value in the JSON to the schema, as far as the spec lists the values.
        public let mapping: [(value: String, schema: Place)]
        public let location: SourceLocation
    }

    /// The constraints on a value in addition to its type.
    public struct Constraints: Sendable, Equatable {
        public var minLength: Int?
        public var maxLength: Int?
        public var pattern: String?
        public var minimum: Number?
        public var maximum: Number?
        public var exclusiveMinimum: Number?
        public var exclusiveMaximum: Number?
        public var multipleOf: Number?
        public var minItems: Int?
        public var maxItems: Int?
        public var uniqueItems = false
        public var minProperties: Int?
        public var maxProperties: Int?
    }

    package init(place: Place, location: SourceLocation) {
        self.place = place
        self.location = location
    }

    public package(set) var place: Place
    public let location: SourceLocation
    /// The target of a `$ref`. The other members then contain the siblings of the `$ref`.
    public package(set) var reference: Place?
    public package(set) var title: String?
    public package(set) var description: String?
    public package(set) var types: [ValueType] = []
    public package(set) var isNullable = false
    /// `format`, or its equivalent for `contentEncoding`: `byte` for base64.
    public package(set) var format: String?
    /// The media type of the text or of the bytes that it encodes, such as `image/png`.
    public package(set) var contentMediaType: String?
    public package(set) var isDeprecated = false
    /// `x-replacement`: the wire name of the property that replaces a deprecated one.
    public package(set) var replacement: String?
    public package(set) var isReadOnly = false
    public package(set) var isWriteOnly = false
    public package(set) var defaultValue: Node?
    public package(set) var example: Node?
    public package(set) var enumeration: [Node] = []
    /// Names for the members of `enum`, in the same order (`x-enum-varnames`).
    public package(set) var enumerationNames: [String] = []
    public package(set) var properties: [Property] = []
    public package(set) var required: [String] = []
    public package(set) var additionalProperties = AdditionalProperties.unspecified
    public package(set) var items: Place?
    public package(set) var allOf: [Place] = []
    public package(set) var oneOf: [Place] = []
    public package(set) var anyOf: [Place] = []
    public package(set) var discriminator: Discriminator?
    public package(set) var constraints = Constraints()
    /// `x-swift-name`
    public package(set) var swiftName: String?
    /// `x-swift-type`: the name of the type. Schemas with the same one share the type.
    public package(set) var typeName: String?
    /// `x-swift-order`: the names of properties in the order in which Swift lists them. Others follow.
    public package(set) var memberOrder: [String] = []
    /// `x-lenient`: `true` if responses may encode the value as a string, or send a single value instead of a list.
    public package(set) var isLenient = false
    /// `x-also-read-as`: alternative names that responses may use for the property.
    public package(set) var otherNames: [String] = []
    /// `x-fraction-digits`: the number of fractional-second digits that the service accepts; 0 if it rejects fractions.
    public package(set) var fractionDigits: Int?
    /// `x-source`: the source of a fact if it is not the documentation.
    public package(set) var source: String?
}
