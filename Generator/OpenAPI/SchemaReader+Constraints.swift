import GeneratorYAML

extension SchemaReader {
    /// Reads the constraints on a value in addition to its type.
    func readConstraints(_ object: inout ObjectReader, into schema: inout Schema) {
        guard object.hasAny(of: SchemaReader.constraintNames) else { return }
        var constraints = Schema.Constraints()
        constraints.minLength = object.count("minLength")
        constraints.maxLength = object.count("maxLength")
        constraints.pattern = readPattern(&object)
        constraints.minimum = object.number("minimum")
        constraints.maximum = object.number("maximum")
        // In 3.0, `exclusiveMinimum` is a Boolean value that modifies `minimum`. In 3.1, it is a separate bound.
        if isModifier("exclusiveMinimum", of: &object) {
            if object.bool("exclusiveMinimum") == true {
                constraints.exclusiveMinimum = constraints.minimum
                constraints.minimum = nil
            }
        } else {
            constraints.exclusiveMinimum = object.number("exclusiveMinimum")
        }
        if isModifier("exclusiveMaximum", of: &object) {
            if object.bool("exclusiveMaximum") == true {
                constraints.exclusiveMaximum = constraints.maximum
                constraints.maximum = nil
            }
        } else {
            constraints.exclusiveMaximum = object.number("exclusiveMaximum")
        }
        constraints.multipleOf = object.number("multipleOf")
        if let factor = constraints.multipleOf, factor <= .zero {
            diagnostics.flaw(
                at: object.node("multipleOf")?.location ?? object.location, "\"multipleOf\" of a schema is more than zero",
                otherwise: "it is not checked", remedy: "correct or remove it", about: .constraint)
            constraints.multipleOf = nil
        }
        constraints.minItems = object.count("minItems")
        constraints.maxItems = object.count("maxItems")
        constraints.uniqueItems = object.bool("uniqueItems") ?? false
        constraints.minProperties = object.count("minProperties")
        constraints.maxProperties = object.count("maxProperties")
        removeTheEmpty(&constraints, at: object.location)
        schema.constraints = constraints
    }

    /// Returns `true` if the keyword modifies another one, as in 3.0, and is not a bound of its own.
    private func isModifier(_ name: String, of object: inout ObjectReader) -> Bool {
        guard let node = object.node(name), let value = node.scalar?.value else { return isVersion30 }
        guard isVersion30 else { return value.isBool }
        switch value {
        case .integer, .decimal: break
        default: return true
        }
        diagnostics.flaw(
            at: node.location, "\"\(name)\" of a schema must be true or false",
            otherwise: "it is read as the bound itself, as in OpenAPI 3.1",
            remedy: "write the bound in \(name == "exclusiveMinimum" ? "minimum" : "maximum"), and \(name): true", about: .constraint)
        return false
    }

    private func readPattern(_ object: inout ObjectReader) -> String? {
        guard var pattern = object.string("pattern") else { return nil }
        let location = object.node("pattern")?.location ?? object.location
        if let inner = SchemaReader.patternBetweenSlashes(pattern) {
            diagnostics.flaw(
                at: location, "\"\(pattern)\" has the delimiters of another language", otherwise: "what is between them is checked",
                remedy: "write \(inner)", about: .constraint)
            pattern = inner
        }
        guard !isPattern(pattern) else { return pattern }
        diagnostics.flaw(
            at: location, "\"\(pattern)\" is not a regular expression that can be matched against", otherwise: "it is not checked",
            remedy: "correct or remove it", about: .constraint)
        return nil
    }

    /// `/^[a-z]+$/i` → `(?i)^[a-z]+$`. Returns `nil` for other patterns, even if they begin and end with a slash.
    private static func patternBetweenSlashes(_ pattern: String) -> String? {
        guard pattern.hasPrefix("/"), let end = pattern.lastIndex(of: "/"), end != pattern.startIndex else { return nil }
        let inner = pattern[pattern.index(after: pattern.startIndex)..<end]
        let flags = pattern[pattern.index(after: end)...]
        guard inner.hasPrefix("^") || inner.hasSuffix("$"), flags.allSatisfy({ "imsu".contains($0) }) else { return nil }
        let modifiers = flags.filter { $0 != "u" }
        return (modifiers.isEmpty ? "" : "(?\(modifiers))") + inner
    }

    /// Reports constraints that no value can satisfy, because they are mistakes, and removes them.
    private func removeTheEmpty(_ constraints: inout Schema.Constraints, at location: SourceLocation) {
        let counts: [(low: WritableKeyPath<Schema.Constraints, Int?>, high: WritableKeyPath<Schema.Constraints, Int?>, name: String)] = [
            (\.minLength, \.maxLength, "Length"), (\.minItems, \.maxItems, "Items"), (\.minProperties, \.maxProperties, "Properties"),
        ]
        for (low, high, name) in counts {
            guard let least = constraints[keyPath: low], let most = constraints[keyPath: high], least > most else { continue }
            reportEmpty("min\(name) \(least) is above max\(name) \(most)", at: location)
            constraints[keyPath: low] = nil
            constraints[keyPath: high] = nil
        }
        if let low = constraints.minimum, let high = constraints.maximum, low > high {
            reportEmpty("minimum \(low.text) is above maximum \(high.text)", at: location)
            constraints.minimum = nil
            constraints.maximum = nil
        }
        let exclusive: [(low: WritableKeyPath<Schema.Constraints, Number?>, high: WritableKeyPath<Schema.Constraints, Number?>, String)] = [
            (\.exclusiveMinimum, \.maximum, "exclusiveMinimum \(constraints.exclusiveMinimum?.text ?? "") is not below maximum"),
            (\.minimum, \.exclusiveMaximum, "minimum \(constraints.minimum?.text ?? "") is not below exclusiveMaximum"),
            (
                \.exclusiveMinimum, \.exclusiveMaximum,
                "exclusiveMinimum \(constraints.exclusiveMinimum?.text ?? "") is not below exclusiveMaximum"
            ),
        ]
        for (low, high, problem) in exclusive {
            guard let least = constraints[keyPath: low], let most = constraints[keyPath: high], !(least < most) else { continue }
            reportEmpty("\(problem) \(most.text)", at: location)
            constraints[keyPath: low] = nil
            constraints[keyPath: high] = nil
        }
    }

    private func reportEmpty(_ problem: String, at location: SourceLocation) {
        diagnostics.flaw(
            at: location, problem, otherwise: "neither is checked", remedy: "no value is valid, so correct one of them", about: .constraint)
    }
}
