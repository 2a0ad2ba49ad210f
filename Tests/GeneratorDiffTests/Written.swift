import Foundation

/// A spec as plain values, which tests rewrite.
///
/// Values are JSON values: the generator's own reader later parses every rewritten YAML file of this repository
/// from JSON text.
enum Written: Sendable {
    struct Member: Sendable {
        let key: String
        var value: Written

        init(_ key: String, _ value: Written) {
            self.key = key
            self.value = value
        }
    }

    case null
    case bool(Bool)
    case integer(Int64)
    case number(String)
    case string(String)
    case list([Written])
    case object([Member])

    subscript(key: String) -> Written? {
        get {
            guard case .object(let members) = self else { return nil }
            return members.first { $0.key == key }?.value
        }
        set {
            guard case .object(var members) = self else { return }
            if let index = members.firstIndex(where: { $0.key == key }) {
                if let newValue { members[index].value = newValue } else { members.remove(at: index) }
            } else if let newValue {
                members.append(Member(key, newValue))
            }
            self = .object(members)
        }
    }

    /// The text of a `$ref`.
    var reference: String? { self["$ref"]?.string }
    var string: String? { if case .string(let text) = self { text } else { nil } }
    var members: [Member] { if case .object(let members) = self { members } else { [] } }
    var elements: [Written] { if case .list(let elements) = self { elements } else { [] } }

    /// JSON text, which is YAML.
    var text: String {
        switch self {
        case .null: "null"
        case .bool(let value): String(value)
        case .integer(let value): String(value)
        case .number(let text): text
        case .string(let text): Written.quoted(text)
        case .list(let elements): "[" + elements.map(\.text).joined(separator: ", ") + "]"
        case .object(let members): "{" + members.map { "\(Written.quoted($0.key)): \($0.value.text)" }.joined(separator: ", ") + "}"
        }
    }

    /// An object written as pairs.
    static func object(_ pairs: KeyValuePairs<String, Written>) -> Written { .object(pairs.map { Member($0.key, $0.value) }) }

    private static func quoted(_ text: String) -> String {
        let data = try? JSONEncoder().encode(text)
        return data.map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
    }

    /// Returns the value after applying the change to each of its parts, inner parts first, and to itself.
    func mapped(_ change: (Written) -> Written) -> Written {
        switch self {
        case .list(let elements): change(.list(elements.map { $0.mapped(change) }))
        case .object(let members): change(.object(members.map { Member($0.key, $0.value.mapped(change)) }))
        default: change(self)
        }
    }
}

extension Written {
    /// The part at a path of keys and indices.
    subscript(path: ArraySlice<String>) -> Written? {
        get {
            guard let first = path.first else { return self }
            if case .list(let elements) = self {
                guard let index = Int(first), elements.indices.contains(index) else { return nil }
                return elements[index][path.dropFirst()]
            }
            return self[first]?[path.dropFirst()]
        }
        set {
            guard let first = path.first else {
                if let newValue { self = newValue }
                return
            }
            switch self {
            case .list(var elements):
                guard let index = Int(first), elements.indices.contains(index) else { return }
                if path.count == 1, newValue == nil { elements.remove(at: index) } else { elements[index][path.dropFirst()] = newValue }
                self = .list(elements)
            default:
                if path.count == 1 { self[first] = newValue } else { self[first]?[path.dropFirst()] = newValue }
            }
        }
    }
}
