import GeneratorSwiftAPI

extension Rule {
    /// Prints the call that checks the rule.
    func print(subject: String, rules: String, position: String? = nil, to writer: inout SourceWriter) {
        let name = "at: \(wireName.map(Source.string) ?? "nil")"
        let place = position == nil || position == "body" ? name : name + ", in: .\(position ?? "")"
        check.print(value: isNullable ? subject + "?.value" : subject, rules: rules, place: place, to: &writer)
    }
}

extension Rule.Check {
    fileprivate func print(value: String, rules: String, place: String, to writer: inout SourceWriter) {
        guard case .each(let checks) = self else {
            writer.line(source(value: value, rules: rules, place: place))
            return
        }
        let opening = "\(rules).each(\(value), \(place)) {"
        if checks.count == 1, let only = checks.first, !only.isNested {
            writer.line("\(opening) \(only.source(value: "$1", rules: "$0", place: "at: nil")) }")
            return
        }
        writer.block(opening + " rules, element in") { writer in
            for check in checks { check.print(value: "element", rules: "rules", place: "at: nil", to: &writer) }
        }
    }

    private var isNested: Bool { if case .each = self { true } else { false } }

    private func source(value: String, rules: String, place: String) -> String {
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
        case .model, .each: "\(rules).model(\(value), \(place))"
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
