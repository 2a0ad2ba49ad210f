package import ClockifyRuntime

/// Creates a response from a schema, for operations without a documented sample.
package struct SchemaSample: Sendable {
    let schemas: SchemaCheck

    package init(schemas: SchemaCheck) { self.schemas = schemas }

    package func text(for schema: JSONValue) -> String { value(for: schema, depth: 0).description }

    /// Returns the smallest valid value, with required members only.
    private func value(for unresolved: JSONValue, depth: Int) -> JSONValue {
        let schema = schemas.resolved(unresolved)
        if let value = schema["default"] ?? schema.list("enum").first { return value }
        // A schema that requires itself has no finite value.
        guard depth < 16 else { return .null }
        if let alternative = (schema.list("oneOf") + schema.list("anyOf")).first { return value(for: alternative, depth: depth + 1) }
        var members: [String: JSONValue] = [:]
        for part in schema.list("allOf") { members.merge(value(for: part, depth: depth + 1).objectValue ?? [:]) { $1 } }
        switch schema.strings("type").first {
        case "array": return []
        case "boolean": return false
        case "integer", "number": return schema["minimum"] ?? 0
        case "string": return .string(text(format: schema["format"]?.stringValue))
        default:
            for name in schema.strings("required") {
                members[name] = value(for: schema["properties"]?[name] ?? [:], depth: depth + 1)
            }
            return .object(members)
        }
    }

    private func text(format: String?) -> String {
        switch format {
        case "date-time": "2020-01-01T00:00:00Z"
        case "date": "2020-01-01"
        case "duration": "PT1H30M"
        default: "string"
        }
    }
}
