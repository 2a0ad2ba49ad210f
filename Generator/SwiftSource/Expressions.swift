import GeneratorSwiftAPI

extension TypeReference {
    /// As written outside of it: `Clockify.Tag`; inside of it where no name is given.
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
    /// A value of this type where it is sent.
    func sent(_ expression: String) -> String {
        switch self {
        case .dateWithFraction(let digits), .nullable(.dateWithFraction(let digits)): "\(expression).withFraction(digits: \(digits))"
        case .optional(.dateWithFraction(let digits)), .optional(.nullable(.dateWithFraction(let digits))):
            "\(expression)?.withFraction(digits: \(digits))"
        default: expression
        }
    }
}
