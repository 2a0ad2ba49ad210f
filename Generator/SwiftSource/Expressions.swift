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
        case .wallClockTime: "WallClockTime"
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
        let digits = fractionDigits
        guard digits > 0 else { return expression }
        let isOptional = if case .optional = self { true } else { false }
        return "\(expression)\(isOptional ? "?" : "").withFraction(digits: \(digits))"
    }

    /// The number of fractional digits with which a time is sent; 0 for any other value.
    private var fractionDigits: Int {
        switch self {
        case .dateWithFraction(let digits), .wallClockTime(let digits): digits
        case .optional(let type), .nullable(let type): type.fractionDigits
        default: 0
        }
    }
}
