import GeneratorYAML

/// A value of the bundled document.
indirect enum Value: Equatable {
    case scalar(Scalar.Value)
    case list([Value])
    case object([Member])

    struct Member: Equatable {
        let key: String
        var value: Value
    }

    static func text(_ text: String) -> Value { .scalar(.string(text)) }
}

extension [Value.Member] {
    /// The value of a key; setting one that is not there adds it at the end.
    subscript(key: String) -> Value? {
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
