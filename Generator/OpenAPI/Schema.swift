import GeneratorYAML

/// A number of the spec, kept exactly.
public struct Number: Hashable, Sendable {
    public let text: String
    public let integer: Int64?

    public init(text: String, integer: Int64?) {
        self.text = text
        self.integer = integer
    }
}

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

    public let place: Place
    public let location: SourceLocation
    /// Where a `$ref` leads. The other members then are what stands beside it.
    public internal(set) var reference: Place?
    public internal(set) var title: String?
    public internal(set) var description: String?
    public internal(set) var types: [ValueType] = []
    public internal(set) var isNullable = false
    public internal(set) var format: String?
    public internal(set) var isDeprecated = false
    /// `x-replacement`: the property to use in place of a deprecated one, by its name on the wire.
    public internal(set) var replacement: String?
    public internal(set) var isReadOnly = false
    public internal(set) var isWriteOnly = false
    public internal(set) var defaultValue: Node?
    public internal(set) var example: Node?
    public internal(set) var enumeration: [Node] = []
    /// Names for the members of `enum`, in the same order (`x-enum-varnames`).
    public internal(set) var enumerationNames: [String] = []
    public internal(set) var properties: [Property] = []
    public internal(set) var required: [String] = []
    public internal(set) var additionalProperties = AdditionalProperties.unspecified
    public internal(set) var items: Place?
    public internal(set) var allOf: [Place] = []
    public internal(set) var oneOf: [Place] = []
    public internal(set) var anyOf: [Place] = []
    public internal(set) var discriminator: Discriminator?
    public internal(set) var constraints = Constraints()
    /// `x-swift-name`
    public internal(set) var swiftName: String?
    /// `x-lenient`: answers may print the value as a string, or give one value where a list is meant.
    public internal(set) var isLenient = false
    /// `x-also-read-as`: other names under which answers may have the property.
    public internal(set) var otherNames: [String] = []
    /// `x-fraction-digits`: how many digits of a second's fraction the service takes; 0 where it refuses fractions.
    public internal(set) var fractionDigits: Int?
    /// `x-source`: where a fact comes from when it is not the documentation.
    public internal(set) var source: String?
}
