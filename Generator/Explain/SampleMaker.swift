import GeneratorBundle
import GeneratorOpenAPI
import GeneratorYAML

/// Values to try an operation with: what the spec shows, or the least that its schema asks for.
struct SampleMaker {
    let document: Document

    /// - Parameter name: What stands for a text that the spec shows nowhere: `POLICY_ID` for `policyId`.
    func value(of place: Place, named name: String) -> Value { value(of: place, named: name, depth: 0) }

    private func value(of place: Place, named name: String, depth: Int) -> Value {
        guard depth < 20, let schema = document.schemas[place] else { return .scalar(.null) }
        if let shown = schema.example ?? schema.defaultValue ?? schema.enumeration.first { return Value(shown) }
        if let part = schema.reference ?? schema.oneOf.first ?? schema.anyOf.first { return value(of: part, named: name, depth: depth + 1) }
        if !schema.allOf.isEmpty {
            var members: [Value.Member] = []
            for part in schema.allOf {
                guard case .object(let more) = value(of: part, named: name, depth: depth + 1) else { continue }
                for member in more where !members.contains(where: { $0.key == member.key }) { members.append(member) }
            }
            return .object(members)
        }
        switch schema.types.first {
        case .string: return .text(text(schema, named: name))
        case .boolean: return .scalar(.bool(true))
        case .integer, .number: return .scalar(.integer(number(schema)))
        case .array:
            guard let items = schema.items else { return .list([]) }
            return .list([value(of: items, named: name, depth: depth + 1)])
        case .object, nil:
            let required = schema.properties.filter { schema.required.contains($0.name) }
            return .object(required.map { .init(key: $0.name, value: value(of: $0.schema, named: $0.name, depth: depth + 1)) })
        }
    }

    private func text(_ schema: Schema, named name: String) -> String {
        switch schema.format {
        case "date-time": "2025-01-31T09:00:00Z"
        case "date": "2025-01-31"
        case "uuid": "00000000-0000-4000-8000-000000000000"
        case "email": "someone@example.com"
        case "uri", "url": "https://example.com"
        default: SampleMaker.constant(name)
        }
    }

    private func number(_ schema: Schema) -> Int64 {
        let constraints = schema.constraints
        if let least = constraints.minimum?.integer { return least }
        if let bound = constraints.exclusiveMinimum?.integer { return bound + 1 }
        return min(1, constraints.maximum?.integer ?? 1)
    }

    /// `policyId` → `POLICY_ID`, the form of names that wait for a value.
    static func constant(_ name: String) -> String {
        var constant = ""
        var wasSmall = false
        for scalar in name.unicodeScalars {
            switch scalar {
            case "A"..."Z":
                if wasSmall { constant += "_" }
                constant.unicodeScalars.append(scalar)
                wasSmall = false
            case "a"..."z", "0"..."9":
                constant += String(scalar).uppercased()
                wasSmall = true
            default:
                if !constant.isEmpty, constant.last != "_" { constant += "_" }
                wasSmall = false
            }
        }
        return constant.isEmpty ? "VALUE" : constant
    }
}
