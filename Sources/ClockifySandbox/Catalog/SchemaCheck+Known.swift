package import ClockifyRuntime

extension SchemaCheck {
    /// Returns a request as the service reads it: without members that the schema does not declare, and without optional members
    /// that are null although their schema does not allow null.
    package func known(in value: JSONValue, by schema: JSONValue) -> JSONValue {
        switch value {
        case .array(let elements):
            guard let items = resolved(schema)["items"] else { return value }
            return .array(elements.map { known(in: $0, by: items) })
        case .object(let members):
            guard let properties = properties(of: schema) else { return value }
            let required = Set(resolved(schema).strings("required"))
            var known: [String: JSONValue] = [:]
            for (name, member) in members {
                guard let property = properties[name] else { continue }
                let isAbsent = member.isNull && !required.contains(name) && !problems(of: member, by: property).isEmpty
                if !isAbsent { known[name] = self.known(in: member, by: property) }
            }
            return .object(known)
        default: return value
        }
    }

    /// Returns the declared properties of a schema and of the schemas that it is composed of; `nil` if it declares none, or says what
    /// other members may be.
    private func properties(of unresolved: JSONValue) -> [String: JSONValue]? {
        let schema = resolved(unresolved)
        guard schema["additionalProperties"] == nil else { return nil }
        var properties = schema["properties"]?.objectValue
        for part in schema.list("allOf") + schema.list("oneOf") + schema.list("anyOf") {
            guard let own = self.properties(of: part) else { continue }
            properties = (properties ?? [:]).merging(own) { first, _ in first }
        }
        return properties
    }
}
