import GeneratorSwiftAPI

/// Generates minimal values as Swift expressions that satisfy a type and its rules.
struct MinimalLiterals {
    private let declarations: [String: TypeDeclaration]
    private let identifiers: SampleIdentifiers?

    /// - Parameter identifiers: The documented identifiers, which a mock service with the documented data knows.
    init(api: API, identifiers: SampleIdentifiers? = nil) {
        self.identifiers = identifiers
        declarations = Dictionary(uniqueKeysWithValues: api.files.flatMap(\.types).map { ($0.name, $0) })
    }

    /// - Parameter members: Expressions for members to set in addition to the required ones.
    func expression(for type: TypeReference, checks: [Rule.Check] = [], with members: [String: String] = [:]) -> String {
        switch type {
        case .optional(let type), .nullable(let type): expression(for: type, checks: checks, with: members)
        case .indirect(let type): "Indirect(\(expression(for: type)))"
        case .json: "JSONValue.string(\"x\")"
        case .string: string(text(checks))
        case .bool: "true"
        case .int, .int64, .double: number(checks)
        case .dayOrTime: "DayOrTime.day(CalendarDate(\"2020-01-01\"))"
        case .date, .dateWithFraction: "sampleDate(\"2020-01-01T00:00:00.987654Z\")"
        case .wallClockTime: "WallClockTime(\"2020-01-01T00:00:00.987654\")"
        case .calendarDate: "CalendarDate(\"2020-01-01\")"
        case .duration: "ISODuration(\"PT1H30M\")"
        case .upload: "FileUpload.bytes([1, 2, 3], name: \"receipt.png\", contentType: \"image/png\")"
        case .array(let element): list(of: element, checks)
        case .dictionary: "[:]"
        case .named(let name): named(name, checks, members)
        }
    }

    private func named(_ name: String, _ checks: [Rule.Check], _ members: [String: String]) -> String {
        switch declarations[name]?.kind {
        case .identifier: string(identifiers?[name] ?? "64a687e29ae1f428e7ebe303")
        case .unit: ".init(rawValue: \(number(checks)))"
        case .enumeration(let enumeration): ".\(enumeration.members.first.map { Names.quoted($0.name) } ?? "init(rawValue: \"x\")")"
        case .structure(let structure): self.structure(structure, members)
        case .union(let union):
            union.alternatives.first.map { ".\(Names.quoted($0.name))(\(expression(for: $0.type)))" } ?? "nil"
        case .answers, nil: "nil"
        }
    }

    private func structure(_ structure: Structure, _ members: [String: String]) -> String {
        let arguments = structure.initializerProperties.compactMap { property -> String? in
            if let value = members[property.wireName] { return "\(property.name): \(value)" }
            switch property.presence {
            case .required:
                // A form does not send an empty list, which would then be missing.
                let checks = checks(of: property, in: structure) + (structure.isForm ? [.items(min: 1, max: nil)] : [])
                return "\(property.name): \(expression(for: property.type, checks: checks))"
            case .requiredNullable: return "\(property.name): .null"
            case .optional: return nil
            }
        }
        return ".init(\(arguments.joined(separator: ", ")))"
    }

    private func checks(of property: Property, in structure: Structure) -> [Rule.Check] {
        structure.rules.filter { $0.subject == property.storedName }.map(\.check)
    }

    // MARK: Values that satisfy rules

    private func text(_ checks: [Rule.Check]) -> String {
        var text = "x"
        for check in checks {
            switch check {
            // The only pattern in the spec is that of a color.
            case .pattern: text = "#000000"
            case .length(let min?, _) where text.count < min: text += String(repeating: "x", count: min - text.count)
            default: break
            }
        }
        return text
    }

    private func number(_ checks: [Rule.Check]) -> String {
        for check in checks {
            switch check {
            case .integer(let min?, _, _), .int32(let min?, _, _), .number(let min?, _, _):
                return min.isExclusive ? "\(min.value) + 1" : min.value
            default: break
            }
        }
        return "1"
    }

    private func list(of element: TypeReference, _ checks: [Rule.Check]) -> String {
        var each: [Rule.Check] = []
        var count = 0
        for check in checks {
            switch check {
            case .items(let min?, _): count = max(count, min)
            case .each(let checks): each = checks
            default: break
            }
        }
        let value = expression(for: element, checks: each)
        return "[\((0..<count).map { _ in value }.joined(separator: ", "))]"
    }
}
