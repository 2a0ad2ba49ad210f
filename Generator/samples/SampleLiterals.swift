import GeneratorSwiftAPI
import GeneratorYAML

/// Converts documented JSON to the Swift expressions that a user would write for it.
struct SampleLiterals {
    let api: API
    private let declarations: [String: TypeDeclaration]

    init(api: API) {
        self.api = api
        declarations = Dictionary(uniqueKeysWithValues: api.files.flatMap(\.types).map { ($0.name, $0) })
    }

    /// Returns the expression for a value of a type, or `nil` if the sample does not match the type.
    func expression(for node: Node, as type: TypeReference) -> String? {
        switch type {
        case .optional(let type): return node.isNull ? "nil" : expression(for: node, as: type)
        case .nullable(let type): return node.isNull ? ".null" : expression(for: node, as: type).map { ".value(\($0))" }
        case .indirect(let type): return expression(for: node, as: type).map { "Indirect(\($0))" }
        case .json: return json(node)
        case .string: return text(of: node).map(string)
        case .bool: return bool(node).map { String($0) }
        case .int, .int64: return integer(node).map { String($0) }
        case .double: return number(node)
        case .dayOrTime:
            return text(of: node).map { text in
                text.utf8.count == 10 ? ".day(CalendarDate(\(string(text))))" : ".time(sampleDate(\(string(text))))"
            }
        case .date, .dateWithFraction: return text(of: node).map { "sampleDate(\(string($0)))" }
        case .wallClockTime:
            // A literal has no Z.
            return text(of: node).map { "WallClockTime(\(string(String($0.prefix { $0 != "Z" })))) " }.map { String($0.dropLast()) }
        case .calendarDate: return text(of: node).map { "CalendarDate(\(string($0)))" }
        case .duration: return text(of: node).map { "ISODuration(\(string($0)))" }
        case .upload: return nil
        case .array(let element):
            return list(node.sequence?.map { expression(for: $0, as: element) })
        case .dictionary(let value):
            guard let entries = node.mapping?.entries else { return nil }
            let pairs = entries.map { entry in expression(for: entry.value, as: value).map { "\(string(entry.key)): \($0)" } }
            return entries.isEmpty ? "[:]" : list(pairs)
        case .named(let name): return named(name, node)
        }
    }

    private func named(_ name: String, _ node: Node) -> String? {
        switch declarations[name]?.kind {
        case .identifier: return text(of: node).map(string)
        case .unit(let scale): return (scale.isWhole ? integer(node).map { String($0) } : number(node)).map { ".init(rawValue: \($0))" }
        case .enumeration(let enumeration):
            guard let scalar = node.scalar else { return nil }
            if case .integer(let value) = scalar.value { return ".init(rawValue: \(value))" }
            let member = enumeration.members.first { $0.value == .string(scalar.text) }
            return member.map { ".\(Names.quoted($0.name))" } ?? ".init(rawValue: \(string(scalar.text)))"
        case .structure(let structure): return self.structure(structure, node)
        case .union(let union): return self.union(union, node)
        case .answers, nil: return nil
        }
    }

    /// Returns an expression for the first alternative that matches the sample's kind and has all of its members.
    private func union(_ union: Union, _ node: Node) -> String? {
        for alternative in union.alternatives {
            guard let expression = expression(for: node, as: alternative.type), knowsAll(node, alternative.type) else { continue }
            return ".\(Names.quoted(alternative.name))(\(expression))"
        }
        return nil
    }

    private func knowsAll(_ node: Node, _ type: TypeReference) -> Bool {
        guard case .named(let name) = type, case .structure(let structure) = declarations[name]?.kind, let mapping = node.mapping else {
            return true
        }
        return mapping.entries.allSatisfy { entry in structure.properties.contains { $0.wireName == entry.key } }
    }

    private func structure(_ structure: Structure, _ node: Node) -> String? {
        guard let mapping = node.mapping else { return nil }
        var arguments: [String] = []
        for property in structure.initializerProperties {
            guard let value = mapping[property.wireName] else { continue }
            guard let expression = expression(for: value, as: property.type) else { return nil }
            arguments.append("\(property.name): \(expression)")
        }
        return ".init(\(arguments.joined(separator: ", ")))"
    }

    private func list(_ elements: [String?]?) -> String? {
        guard let elements, !elements.contains(nil) else { return nil }
        return "[\(elements.compactMap(\.self).joined(separator: ", "))]"
    }

    // MARK: Scalars

    private func json(_ node: Node) -> String {
        switch node.content {
        case .scalar(let scalar):
            switch scalar.value {
            case .null: "JSONValue.null"
            case .bool(let value): "JSONValue.bool(\(value))"
            case .integer(let value): "JSONValue.integer(\(value))"
            case .decimal(let text): "JSONValue.double(\(text))"
            case .string(let text): "JSONValue.string(\(string(text)))"
            }
        case .sequence(let elements): "JSONValue.array([\(elements.map(json).joined(separator: ", "))])"
        case .mapping(let mapping):
            mapping.entries.isEmpty
                ? "JSONValue.object([:])"
                : "JSONValue.object([\(mapping.entries.map { "\(string($0.key)): \(json($0.value))" }.joined(separator: ", "))])"
        }
    }

    // For a sample with `"true"` as a boolean, a user writes `true`. Tests show that this is not the same JSON.

    private func bool(_ node: Node) -> Bool? {
        if case .bool(let value) = node.scalar?.value { value } else { text(of: node).flatMap(Bool.init) }
    }

    private func integer(_ node: Node) -> Int64? {
        if case .integer(let value) = node.scalar?.value { value } else { text(of: node).flatMap { Int64($0) } }
    }

    private func number(_ node: Node) -> String? {
        switch node.scalar?.value {
        case .integer(let value): String(value)
        case .decimal(let text): text
        default: nil
        }
    }

    private func text(of node: Node) -> String? {
        if case .string(let text) = node.scalar?.value { text } else { nil }
    }

    /// Returns the JSON text of a node.
    static func jsonText(_ node: Node) -> String {
        switch node.content {
        case .scalar(let scalar):
            switch scalar.value {
            case .null: "null"
            case .bool(let value): String(value)
            case .integer(let value): String(value)
            case .decimal(let text): text
            case .string(let text): quoted(text)
            }
        case .sequence(let elements): "[" + elements.map(jsonText).joined(separator: ",") + "]"
        case .mapping(let mapping): "{" + mapping.entries.map { quoted($0.key) + ":" + jsonText($0.value) }.joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            default:
                if scalar.value < 0x20 {
                    let hex = String(scalar.value, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }
}

extension Node {
    var isNull: Bool { scalar?.value == .null }
}

extension Structure {
    /// The properties in the order of the initializer's arguments: the required ones first.
    var initializerProperties: [Property] {
        let isFirst = { (property: Property) in property.presence == .required && property.defaultValue == nil }
        return properties.filter(isFirst) + properties.filter { !isFirst($0) }
    }
}
