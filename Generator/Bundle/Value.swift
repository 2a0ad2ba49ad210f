package import GeneratorYAML

/// A value of the bundled document.
package indirect enum Value: Equatable {
    case scalar(Scalar.Value)
    case list([Value])
    case object([Member])

    package struct Member: Equatable {
        package let key: String
        package var value: Value

        package init(key: String, value: Value) {
            self.key = key
            self.value = value
        }
    }

    package static func text(_ text: String) -> Value { .scalar(.string(text)) }
}

extension [Value.Member] {
    /// The value of a key. Setting an absent key appends it.
    package subscript(key: String) -> Value? {
        get { first { $0.key == key }?.value }
        set {
            guard let newValue else { return removeAll { $0.key == key } }
            if let index = firstIndex(where: { $0.key == key }) {
                self[index].value = newValue
            } else {
                append(.init(key: key, value: newValue))
            }
        }
    }
}

extension Value {
    /// Creates a value from a node of the spec without changes.
    package init(_ node: Node) {
        self =
            switch node.content {
            case .scalar(let scalar): .scalar(scalar.value)
            case .sequence(let elements): .list(elements.map(Value.init))
            case .mapping(let mapping): .object(mapping.entries.map { .init(key: $0.key, value: Value($0.value)) })
            }
    }
}
