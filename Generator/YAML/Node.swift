/// One value of a document, with the place where it is written.
public struct Node: Sendable {
    /// Where the value begins; its anchor or tag if it has one. For an alias, the place of the value it stands for. For
    /// a key without value, the place behind the colon, or that of the key.
    public let location: SourceLocation
    public let content: Content

    public enum Content: Sendable {
        case scalar(Scalar)
        case sequence([Node])
        case mapping(Mapping)
    }

    init(_ location: SourceLocation, _ content: Content) {
        self.location = location
        self.content = content
    }

    /// The scalar, or nil if this is a sequence or a mapping.
    public var scalar: Scalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    /// The items, or nil if this is no sequence.
    public var sequence: [Node]? {
        if case .sequence(let items) = content { items } else { nil }
    }

    /// The mapping, or nil if this is none.
    public var mapping: Mapping? {
        if case .mapping(let mapping) = content { mapping } else { nil }
    }

    /// The text, or nil if this is no string: `3.1` without quotes is a number and has its text in ``scalar``.
    public var string: String? {
        if case .scalar(let scalar) = content, case .string(let text) = scalar.value { text } else { nil }
    }

    /// The value of a key, or nil if this is no mapping or has no such key.
    public subscript(key: String) -> Node? { mapping?[key] }
}
