import GeneratorSwiftAPI

extension TypeReference {
    /// As written inside the API's type.
    var source: String { source(nesting: "") }

    /// As written outside of it: `Clockify.Tag`.
    func source(in rootName: String) -> String { source(nesting: rootName + ".") }

    private func source(nesting: String) -> String {
        switch self {
        case .string: "String"
        case .bool: "Bool"
        case .int: "Int"
        case .int64: "Int64"
        case .double: "Double"
        case .date: "Date"
        case .calendarDate: "CalendarDate"
        case .duration: "ISODuration"
        case .json: "JSONValue"
        case .upload: "FileUpload"
        case .named(let name): nesting + Names.quoted(name)
        case .array(let element): "[\(element.source(nesting: nesting))]"
        case .dictionary(let value): "[String: \(value.source(nesting: nesting))]"
        case .optional(let type): type.source(nesting: nesting) + "?"
        case .nullable(let type): "Nullable<\(type.source(nesting: nesting))>"
        case .indirect(let type): "Indirect<\(type.source(nesting: nesting))>"
        }
    }
}

extension Property {
    /// The stored property; a deprecated one is stored under another name.
    var storedName: String { isDeprecated ? "_" + name : Names.quoted(name) }

    /// The variable that holds what was read; the reader's own names are not its.
    var localName: String { ["json", "member", "self"].contains(name) ? name + "_" : Names.quoted(name) }

    /// What is read: the stored type without its optionality.
    var readType: TypeReference {
        if case .optional(let type) = type { type } else { type }
    }

    /// The property as the writer names it; `json` is the writer.
    var memberExpression: String { name == "json" ? "self.json" : storedName }
}

extension Rule {
    /// The call that checks the rule.
    func source(subject: String, rules: String, position: String? = nil) -> String {
        let value = isNullable ? subject + "?.value" : subject
        return check.source(value: value, rules: rules, place: place(position))
    }

    private func place(_ position: String?) -> String {
        switch position {
        case nil: "at: \(Source.string(wireName))"
        case "body": "at: nil"
        case let position?: "at: \(Source.string(wireName)), in: .\(position)"
        }
    }
}

extension Rule.Check {
    func source(value: String, rules: String, place: String) -> String {
        switch self {
        case .length(let min, let max): "\(rules).length(\(value)\(counts(min, max)), \(place))"
        case .pattern(let pattern): "\(rules).pattern(\(value), \(Source.string(pattern)), \(place))"
        case .integer(let min, let max, let factor): "\(rules).integer(\(value)\(bounds(min, max, factor)), \(place))"
        case .int32(let min, let max, let factor): "\(rules).int32(\(value)\(bounds(min, max, factor)), \(place))"
        case .number(let min, let max, let factor): "\(rules).number(\(value)\(bounds(min, max, factor)), \(place))"
        case .items(let min, let max): "\(rules).items(\(value)\(counts(min, max)), \(place))"
        case .unique: "\(rules).unique(\(value), \(place))"
        case .members(let min, let max): "\(rules).members(\(value)\(counts(min, max)), \(place))"
        case .notEmpty: "\(rules).notEmpty(\(value), \(place))"
        case .model: "\(rules).model(\(value), \(place))"
        case .each(let checks):
            "\(rules).each(\(value), \(place)) { rules, element in "
                + checks.map { $0.source(value: "element", rules: "rules", place: "at: nil") }.joined(separator: "; ") + " }"
        }
    }

    private func counts(_ min: Int?, _ max: Int?) -> String {
        (min.map { ", min: \($0)" } ?? "") + (max.map { ", max: \($0)" } ?? "")
    }

    private func bounds(_ min: Bound?, _ max: Bound?, _ factor: String?) -> String {
        var text = ""
        if let min { text += min.isExclusive ? ", above: \(min.value)" : ", min: \(min.value)" }
        if let max { text += max.isExclusive ? ", below: \(max.value)" : ", max: \(max.value)" }
        if let factor { text += ", multipleOf: \(factor)" }
        return text
    }
}
