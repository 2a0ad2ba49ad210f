/// A container of values that need not be writable themselves.
protocol JSONReflectable {
    func reflect(to json: inout JSONWriter)
    /// `true` if a member with this value is omitted.
    var isAbsent: Bool { get }
}

extension JSONReflectable {
    var isAbsent: Bool { false }
}

extension JSONWriter {
    /// Writes a model that has no write method of its own by reflecting on its stored properties.
    mutating func write(reflecting model: some MemberNaming) {
        beginObject()
        let names = type(of: model).members.names
        for (index, property) in Mirror(reflecting: model).children.enumerated()
        where (property.value as? any JSONReflectable)?.isAbsent != true {
            // Members that the type does not name come last. `names` may be longer, because some properties are read under several names.
            if property.label == "additionalProperties", !names.contains("additionalProperties"),
                let others = property.value as? [String: Any]
            {
                for (name, value) in others.sorted(by: { $0.key < $1.key }) { member(name, any: value) }
            } else if index < names.count {
                member(names[index], any: property.value)
            }
        }
        endObject()
    }

    private mutating func member(_ name: String, any value: Any) {
        key(name)
        write(any: value)
    }

    mutating func write(any value: Any) {
        switch value {
        case let value as any JSONReflectable: value.reflect(to: &self)
        case let value as any JSONWritable: value.write(to: &self)
        case let value as any MemberNaming: write(reflecting: value)
        default: refuse("\(type(of: value)) cannot be written")
        }
    }
}

extension Optional: JSONReflectable {
    var isAbsent: Bool { self == nil }

    func reflect(to json: inout JSONWriter) {
        if let self { json.write(any: self) } else { json.writeNull() }
    }
}

extension Array: JSONReflectable {
    func reflect(to json: inout JSONWriter) {
        json.beginArray()
        for element in self {
            json.element()
            json.write(any: element)
        }
        json.endArray()
    }
}

extension Dictionary: JSONReflectable {
    func reflect(to json: inout JSONWriter) {
        guard let values = self as? [String: Value] else { return json.refuse("\(Self.self) cannot be written") }
        json.beginObject()
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
            json.key(name)
            json.write(any: value)
        }
        json.endObject()
    }
}

extension Nullable: JSONReflectable {
    func reflect(to json: inout JSONWriter) { value.reflect(to: &json) }
}

extension Indirect: JSONReflectable {
    func reflect(to json: inout JSONWriter) { json.write(any: value) }
}
