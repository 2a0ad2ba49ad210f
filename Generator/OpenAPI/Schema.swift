import GeneratorYAML

/// A schema object: what the spec says about one value, its references resolved to places.
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
        /// From the value in the JSON to the schema, as far as the spec spells it out.
        public let mapping: [(value: String, schema: Place)]
        public let location: SourceLocation
    }

    /// What a value must satisfy beyond its type.
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

    public let place: Place
    public let location: SourceLocation
    /// Where a `$ref` leads. The other members then are what stands beside it.
    public package(set) var reference: Place?
    public package(set) var title: String?
    public package(set) var description: String?
    public package(set) var types: [ValueType] = []
    public package(set) var isNullable = false
    /// `format`, or what `contentEncoding` says in its place: `byte` for base64.
    public package(set) var format: String?
    /// What a text is the text of, or its bytes are: `image/png`.
    public package(set) var contentMediaType: String?
    public package(set) var isDeprecated = false
    /// `x-replacement`: the property to use in place of a deprecated one, by its name on the wire.
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
    /// `x-lenient`: answers may print the value as a string, or give one value where a list is meant.
    public package(set) var isLenient = false
    /// `x-also-read-as`: other names under which answers may have the property.
    public package(set) var otherNames: [String] = []
    /// `x-fraction-digits`: how many digits of a second's fraction the service takes; 0 where it refuses fractions.
    public package(set) var fractionDigits: Int?
    /// `x-source`: where a fact comes from when it is not the documentation.
    public package(set) var source: String?
}
