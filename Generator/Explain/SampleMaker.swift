import GeneratorOpenAPI
import GeneratorYAML

/// Creates values to try an operation with: the samples in the spec, or the smallest values that the schema permits.
struct SampleMaker {
    let document: Document

    /// - Parameter name: The name that becomes the placeholder for a string without a sample: `POLICY_ID` for `policyId`.
    func value(of place: Place, named name: String) -> DocumentValue {
        var steps = 10_000
        return value(of: place, named: name, depth: 0, &steps)
    }

    /// - Parameter steps: The number of schemas that may still be visited. Schemas that require each other have no smallest value.
    private func value(of place: Place, named name: String, depth: Int, _ steps: inout Int) -> DocumentValue {
        steps -= 1
        guard depth < 20, steps > 0, let schema = document.schemas[place] else { return .scalar(.null) }
        if let shown = schema.example ?? schema.defaultValue ?? schema.enumeration.first { return DocumentValue(shown) }
        let only = schema.allOf.count == 1 && schema.properties.isEmpty ? schema.allOf.first : nil
        if let part = schema.reference ?? schema.alternatives.first ?? only {
            return value(of: part, named: name, depth: depth + 1, &steps)
        }
        if !schema.allOf.isEmpty {
            // A combination of non-object schemas is represented by the first part that declares a type.
            let told = schema.allOf.first { part in document.schemas[part].map { !$0.isSilent } ?? false }
            guard let told, document.joined(place).allSatisfy({ $0.properties.isEmpty && $0.required.isEmpty }) else {
                return object(joining: place, depth: depth, &steps)
            }
            return value(of: told, named: name, depth: depth + 1, &steps)
        }
        switch schema.types.first {
        case .string: return .text(text(schema, named: name))
        case .boolean: return .scalar(.bool(true))
        case .integer, .number: return .scalar(.integer(number(schema)))
        case .array:
            guard let items = schema.items else { return .list([]) }
            return .list([value(of: items, named: name, depth: depth + 1, &steps)])
        case .object, nil: return object(joining: place, depth: depth, &steps)
        }
    }

    /// Returns an object with the required members of a schema and all schemas that it combines.
    private func object(joining place: Place, depth: Int, _ steps: inout Int) -> DocumentValue {
        let parts = document.joined(place)
        let required = Set(parts.flatMap(\.required))
        var members: [DocumentValue.Member] = []
        var seen: Set<String> = []
        for property in parts.flatMap(\.properties) where required.contains(property.name) && seen.insert(property.name).inserted {
            members.append(.init(key: property.name, value: value(of: property.schema, named: property.name, depth: depth + 1, &steps)))
        }
        return .object(members)
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

    /// Returns a name as a placeholder: `policyId` becomes `POLICY_ID`.
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

extension Schema {
    /// `true` if the schema does not constrain its values.
    fileprivate var isSilent: Bool { types.isEmpty && enumeration.isEmpty && parts.isEmpty && items == nil }
}
