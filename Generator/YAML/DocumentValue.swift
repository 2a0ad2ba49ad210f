/// A value of a JSON or YAML document, without its location. The members of objects keep their order.
package indirect enum DocumentValue: Equatable {
    case scalar(Scalar.Value)
    case list([DocumentValue])
    case object([Member])

    package struct Member: Equatable {
        package let key: String
        package var value: DocumentValue

        package init(key: String, value: DocumentValue) {
            self.key = key
            self.value = value
        }
    }

    package static func text(_ text: String) -> DocumentValue { .scalar(.string(text)) }
}

extension DocumentValue {
    /// Creates the value of a node, with numbers in their canonical notation.
    package init(_ node: Node) {
        self =
            switch node.content {
            case .scalar(let scalar): .scalar(scalar.value)
            case .sequence(let elements): .list(elements.map { DocumentValue($0) })
            case .mapping(let mapping): .object(mapping.entries.map { .init(key: $0.key, value: DocumentValue($0.value)) })
            }
    }

    /// Creates the value of a node, with numbers as they are written in the document, if JSON can write them that way.
    package init(keepingNotation node: Node) {
        self =
            switch node.content {
            case .scalar(let scalar): .scalar(DocumentValue.notation(of: scalar))
            case .sequence(let elements): .list(elements.map { DocumentValue(keepingNotation: $0) })
            case .mapping(let mapping):
                .object(mapping.entries.map { .init(key: $0.key, value: DocumentValue(keepingNotation: $0.value)) })
            }
    }

    private static func notation(of scalar: Scalar) -> Scalar.Value {
        switch scalar.value {
        case .integer where JSONPrinter.isNumber(scalar.text), .decimal where JSONPrinter.isNumber(scalar.text): .decimal(scalar.text)
        default: scalar.value
        }
    }

    /// `true` if JSON can represent all numbers. It has neither infinities nor `.nan`.
    package var isJSON: Bool {
        switch self {
        case .scalar(.decimal(let number)): JSONPrinter.isNumber(number)
        case .scalar: true
        case .list(let elements): elements.allSatisfy(\.isJSON)
        case .object(let members): members.allSatisfy(\.value.isJSON)
        }
    }
}

extension [DocumentValue.Member] {
    /// The value of a key. Setting an absent key appends it.
    package subscript(key: String) -> DocumentValue? {
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
