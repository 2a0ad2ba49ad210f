/// One value of a document, with its location.
package struct Node: Sendable {
    /// The start of the value, or of its anchor or tag if it has one. For an alias, the location of the value it refers to.
    /// For a key without a value, the location after the colon, or that of the key.
    package let location: SourceLocation
    /// The value itself.
    package var content: Content

    /// The three kinds of values in YAML.
    package enum Content: Sendable {
        case scalar(Scalar)
        case sequence([Node])
        case mapping(Mapping)
    }

    package init(_ location: SourceLocation, _ content: Content) {
        self.location = location
        self.content = content
    }

    /// The scalar, or `nil` if this is a sequence or a mapping.
    package var scalar: Scalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    /// The items, or `nil` if this is not a sequence.
    package var sequence: [Node]? {
        if case .sequence(let items) = content { items } else { nil }
    }

    /// The mapping, or `nil` if this is not a mapping.
    package var mapping: Mapping? {
        if case .mapping(let mapping) = content { mapping } else { nil }
    }

    /// The text, or `nil` if this is not a string. An unquoted `3.1` is a number; ``scalar`` has its text.
    package var string: String? {
        if case .scalar(let scalar) = content, case .string(let text) = scalar.value { text } else { nil }
    }

    /// Returns the value of a key, or `nil` if this is not a mapping or does not have the key.
    package subscript(key: String) -> Node? { mapping?[key] }
}
