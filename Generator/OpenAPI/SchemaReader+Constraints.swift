import GeneratorYAML

extension SchemaReader {
    /// Reads the constraints on a value in addition to its type.
    func readConstraints(_ object: inout ObjectReader, into schema: inout Schema) {
        var constraints = Schema.Constraints()
        constraints.minLength = object.count("minLength")
        constraints.maxLength = object.count("maxLength")
        constraints.pattern = object.string("pattern")
        if let pattern = constraints.pattern, !isPattern(pattern) {
            diagnostics.error(
                at: object.node("pattern")?.location ?? object.location,
                "\"\(pattern)\" is not a regular expression that can be matched against", about: .constraint)
            constraints.pattern = nil
        }
        constraints.minimum = object.number("minimum")
        constraints.maximum = object.number("maximum")
        // In 3.0, `exclusiveMinimum` is a Boolean value that modifies `minimum`. In 3.1, it is a separate bound.
        if object.node("exclusiveMinimum")?.scalar?.value.isBool == true || isVersion30 {
            if object.bool("exclusiveMinimum") == true {
                constraints.exclusiveMinimum = constraints.minimum
                constraints.minimum = nil
            }
        } else {
            constraints.exclusiveMinimum = object.number("exclusiveMinimum")
        }
        if object.node("exclusiveMaximum")?.scalar?.value.isBool == true || isVersion30 {
            if object.bool("exclusiveMaximum") == true {
                constraints.exclusiveMaximum = constraints.maximum
                constraints.maximum = nil
            }
        } else {
            constraints.exclusiveMaximum = object.number("exclusiveMaximum")
        }
        constraints.multipleOf = object.number("multipleOf")
        if let factor = constraints.multipleOf, factor <= .zero {
            diagnostics.error(
                at: object.node("multipleOf")?.location ?? object.location, "\"multipleOf\" of a schema is more than zero",
                about: .constraint)
            constraints.multipleOf = nil
        }
        constraints.minItems = object.count("minItems")
        constraints.maxItems = object.count("maxItems")
        constraints.uniqueItems = object.bool("uniqueItems") ?? false
        constraints.minProperties = object.count("minProperties")
        constraints.maxProperties = object.count("maxProperties")
        schema.constraints = constraints
        refuseTheEmpty(constraints, at: object.location)
    }

    /// Reports constraints that no value can satisfy, because they are mistakes.
    private func refuseTheEmpty(_ constraints: Schema.Constraints, at location: SourceLocation) {
        for (low, high, name) in [
            (constraints.minLength, constraints.maxLength, "Length"), (constraints.minItems, constraints.maxItems, "Items"),
            (constraints.minProperties, constraints.maxProperties, "Properties"),
        ] {
            if let low, let high, low > high {
                diagnostics.error(at: location, "min\(name) \(low) is above max\(name) \(high); no value is valid", about: .constraint)
            }
        }
        if let low = constraints.minimum, let high = constraints.maximum, low > high {
            diagnostics.error(
                at: location, "minimum \(low.text) is above maximum \(high.text); no value is valid",
                about: .constraint)
        }
    }
}
