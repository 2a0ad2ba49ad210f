import ClockifyRuntime

/// A condition on the value of a custom field.
struct CustomFieldFilter: Sendable {
    private let condition: JSONValue

    init(_ condition: JSONValue) { self.condition = condition }

    /// - Parameter values: A list of `{"customFieldId": "", "value": ""}`.
    func accepts(_ values: JSONValue) -> Bool {
        let field = values.arrayValue?.first { $0["customFieldId"] == condition["id"] }
        let value = field?["value"] ?? .null
        let isEmpty = value.isNull || value == "" || value == []
        if let wanted = condition["isEmpty"]?.boolValue, wanted { return isEmpty }
        guard let wanted = condition["value"], !wanted.isNull else { return condition["isEmpty"] == nil || !isEmpty }
        if let number = value.doubleValue, let limit = wanted.doubleValue {
            return switch condition["numberCondition"]?.stringValue {
            case "GREATER_THAN": number > limit
            case "LESS_THAN": number < limit
            default: number == limit
            }
        }
        if let text = value.stringValue?.lowercased(), condition["type"] == "TXT" || condition["type"] == "LINK" {
            return wanted.stringValue.map { text.contains($0.lowercased()) } ?? false
        }
        let own = value.arrayValue ?? [value]
        return (wanted.arrayValue ?? [wanted]).contains(where: own.contains)
    }
}
