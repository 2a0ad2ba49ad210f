import GeneratorSwiftAPI

extension TypeReference {
    /// Returns the type as written in source: qualified as in `Clockify.Tag`, or unqualified if `rootName` is `nil`.
    package func source(in rootName: String?) -> String { source(nesting: rootName.map { $0 + "." } ?? "") }

    private func source(nesting: String) -> String {
        switch self {
        case .string: "String"
        case .bool: "Bool"
        case .int: "Int"
        case .int64: "Int64"
        case .double: "Double"
        case .date, .dateWithFraction: "Date"
        case .calendarDate: "CalendarDate"
        case .dayOrTime: "DayOrTime"
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

extension TypeReference {
    /// Returns the expression that sends a value of this type.
    func sent(_ expression: String) -> String {
        switch self {
        case .dateWithFraction(let digits), .nullable(.dateWithFraction(let digits)): "\(expression).withFraction(digits: \(digits))"
        case .optional(.dateWithFraction(let digits)), .optional(.nullable(.dateWithFraction(let digits))):
            "\(expression)?.withFraction(digits: \(digits))"
        default: expression
        }
    }
}
