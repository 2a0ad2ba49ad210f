import GeneratorOpenAPI

/// The text of documentation comments, as lines.
enum Documentation {
    /// The lines of a text, without blank ones at either end.
    static func lines(_ text: String?) -> [String] {
        guard let text else { return [] }
        var lines: [String] = []
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            lines.append(trimmed(line))
        }
        while lines.first?.isEmpty == true { lines.removeFirst() }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    static func property(_ schema: Schema, resolved: Schema) -> [String] {
        let constraints = constraintText(of: resolved)
        let text = lines(schema.description ?? (resolved.isIdentifier ? nil : nil))
        guard let constraints else { return text }
        return text.isEmpty ? [constraints] : text + ["", constraints]
    }

    /// The constraints in words: "1 to 50 characters. Default: `USD`."
    static func constraintText(of schema: Schema) -> String? {
        let constraints = schema.constraints
        var parts: [String] = []
        if let range = range(constraints.minLength.map(String.init), constraints.maxLength.map(String.init), "characters") {
            parts.append(range)
        }
        if let range = range(constraints.minItems.map(String.init), constraints.maxItems.map(String.init), "items") { parts.append(range) }
        if let range = range(constraints.minProperties.map(String.init), constraints.maxProperties.map(String.init), "members") {
            parts.append(range)
        }
        if let range = range(constraints.minimum?.text, constraints.maximum?.text, nil) { parts.append(range) }
        if let bound = constraints.exclusiveMinimum { parts.append("More than \(bound.text)") }
        if let bound = constraints.exclusiveMaximum { parts.append("Less than \(bound.text)") }
        if let factor = constraints.multipleOf { parts.append("A multiple of \(factor.text)") }
        if constraints.uniqueItems { parts.append("Without doubles") }
        if let pattern = constraints.pattern { parts.append("Matches `\(pattern)`") }
        if let value = schema.defaultValue?.scalar?.text, !value.isEmpty { parts.append("The service's default: `\(value)`") }
        return parts.isEmpty ? nil : parts.joined(separator: ". ") + "."
    }

    private static func range(_ low: String?, _ high: String?, _ unit: String?) -> String? {
        let unit = unit.map { " " + $0 } ?? ""
        switch (low, high) {
        case (let low?, let high?): return "\(low) to \(high)\(unit)"
        case (let low?, nil): return low == "0" && !unit.isEmpty ? nil : "At least \(low)\(unit)"
        case (nil, let high?): return "At most \(high)\(unit)"
        case (nil, nil): return nil
        }
    }

    static func trimmed(_ text: some StringProtocol) -> String {
        var rest = Substring(text)
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
