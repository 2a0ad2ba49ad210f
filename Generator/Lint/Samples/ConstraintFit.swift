import GeneratorOpenAPI
import GeneratorYAML

/// Checks a value against the constraints and the format of one schema.
struct ConstraintFit {
    let schema: Schema
    let matches: (String, String) -> Bool?

    func misfits(of value: Node, at path: [String]) -> [Misfit] {
        problems(of: value).map { Misfit(kind: .value, location: value.location, path: path, message: $0) }
    }

    func problems(of value: Node) -> [String] {
        switch value.content {
        case .mapping(let mapping): return count(mapping.entries.count, constraints.minProperties, constraints.maxProperties, "members")
        case .sequence(let elements):
            var problems = count(elements.count, constraints.minItems, constraints.maxItems, "items")
            if constraints.uniqueItems, ConstraintFit.hasDoubles(elements) {
                problems.append("the list has an item twice, which uniqueItems forbids")
            }
            return problems
        case .scalar(let scalar):
            switch scalar.value {
            case .string(let text): return self.problems(of: text)
            case .integer, .decimal: return numberProblems(of: scalar)
            case .null, .bool: return []
            }
        }
    }

    private var constraints: Schema.Constraints { schema.constraints }

    private func count(_ count: Int, _ low: Int?, _ high: Int?, _ what: String) -> [String] {
        if let low, count < low { return ["\(count) \(what) are fewer than the \(low) that the schema at \(schema.location) requires"] }
        if let high, count > high { return ["\(count) \(what) are more than the \(high) that the schema at \(schema.location) allows"] }
        return []
    }

    private static func hasDoubles(_ elements: [Node]) -> Bool {
        var seen: Set<String> = []
        return elements.contains { $0.scalar != nil && !seen.insert(ValueFit.key(of: $0)).inserted }
    }

    // MARK: Strings

    private func problems(of text: String) -> [String] {
        // OpenAPI counts characters as Unicode code points.
        var problems = count(text.unicodeScalars.count, constraints.minLength, constraints.maxLength, "characters")
        if let pattern = constraints.pattern, matches(pattern, text) == false {
            problems.append("\(text.debugDescription) does not match the pattern \(pattern) of the schema at \(schema.location)")
        }
        if let format = schema.format, let form = ConstraintFit.forms[format], matches(form, text) == false {
            problems.append("\(text.debugDescription) is not a valid \(format), the format of the schema at \(schema.location)")
        }
        return problems
    }

    /// The patterns of those formats whose values have a fixed form.
    private static let forms: [String: String] = {
        let date = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
        let time = "([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\\.[0-9]+)?"
        return [
            "date": "^\(date)$",
            "date-time": "^\(date)[Tt]\(time)([Zz]|[+-]([01][0-9]|2[0-3]):?[0-5][0-9])$",
            "uuid": "^[0-9A-Fa-f]{8}-([0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}$",
            "email": "^[^@\\s]+@[^@\\s]+$",
            "uri": "^[A-Za-z][A-Za-z0-9+.-]*:\\S*$",
        ]
    }()

    // MARK: Numbers

    private func numberProblems(of scalar: Scalar) -> [String] {
        let text = scalar.numberText
        guard let number = Number(text: text) else { return [] }
        var problems: [String] = []
        func compare(_ bound: Number?, _ isBroken: (Number, Number) -> Bool, _ phrase: String) {
            guard let bound, isBroken(number, bound) else { return }
            problems.append("\(text) is \(phrase) \(bound.text), the bound of the schema at \(schema.location)")
        }
        compare(constraints.minimum, <, "below")
        compare(constraints.maximum, >, "above")
        compare(constraints.exclusiveMinimum, <=, "not above")
        compare(constraints.exclusiveMaximum, >=, "not below")
        if let factor = constraints.multipleOf, !number.isMultiple(of: factor) {
            problems.append("\(text) is not a multiple of \(factor.text), as the schema at \(schema.location) requires")
        }
        let int32 = Number(Int64(Int32.min))...Number(Int64(Int32.max))
        if schema.format == "int32", schema.types.contains(.integer), !int32.contains(number) {
            problems.append("\(text) does not fit into 32 bits, the format of the schema at \(schema.location)")
        }
        return problems
    }
}

extension Scalar {
    /// The text of the number without the notations that YAML permits beyond JSON.
    var numberText: String {
        switch value {
        case .integer(let number): String(number)
        case .decimal(let text): text
        default: text
        }
    }
}
