import ClockifyRuntime

extension SchemaCheck {
    /// Returns what the service reads of a request: without members that the schema does not declare, and without optional members
    /// that are `null`.
    func readable(_ value: JSONValue, by unresolved: JSONValue) -> JSONValue {
        let schema = resolved(unresolved)
        switch value {
        case .array(let elements):
            guard let items = schema["items"] else { return value }
            return .array(elements.map { readable($0, by: items) })
        case .object(let members):
            let properties = properties(of: schema)
            guard !properties.isEmpty else { return value }
            let required = required(of: schema)
            var read: [String: JSONValue] = [:]
            for (name, member) in members {
                guard let property = properties[name] else {
                    // The check of the schema decides on these.
                    if schema["additionalProperties"] != nil { read[name] = member }
                    continue
                }
                if member.isNull, !required.contains(name), !allowsNull(property) { continue }
                read[name] = readable(member, by: property)
            }
            return .object(read)
        default: return value
        }
    }

    private func allowsNull(_ schema: JSONValue) -> Bool {
        let resolved = resolved(schema)
        // A schema without a type stands for any value.
        let isAnything = resolved["type"] == nil && resolved["oneOf"] == nil && resolved["anyOf"] == nil && resolved["allOf"] == nil
        return schema["nullable"] == true || resolved["nullable"] == true || isAnything
    }

    /// Returns the properties of a schema and of those it consists of.
    private func properties(of schema: JSONValue, depth: Int = 0) -> [String: JSONValue] {
        guard depth < 16 else { return [:] }
        return schema.list("allOf").reduce(schema["properties"]?.objectValue ?? [:]) { all, part in
            all.merging(properties(of: resolved(part), depth: depth + 1)) { own, _ in own }
        }
    }

    private func required(of schema: JSONValue, depth: Int = 0) -> Set<String> {
        guard depth < 16 else { return [] }
        return schema.list("allOf").reduce(Set(schema.strings("required"))) { all, part in
            all.union(required(of: resolved(part), depth: depth + 1))
        }
    }
}
