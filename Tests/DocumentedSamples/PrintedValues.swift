import ClockifyRuntime
import ClockifySandbox

/// A Boolean or a number of a sample that could be printed as a string.
struct SampleValue {
    /// A path such as `[0].hourlyRate.amount`.
    let place: String
    /// `true` if the spec allows responses to print it as a string.
    let isLenient: Bool
    /// The sample with the value printed as a string.
    let printed: JSONValue
}

extension SampleCheck {
    /// Returns the places where a Boolean or a number printed as a string is decoded although the spec does not allow it, and those where
    /// it is not decoded although the spec allows it.
    package func lenience(of sample: Sample) -> (problems: [String], strict: Int, lenient: Int) {
        guard sample.side == .response else { return ([], 0, 0) }
        let values = values(in: sample)
        let problems = values.compactMap { value -> String? in
            let isRead = (try? sample.outcome(value.printed)) != nil
            guard isRead != value.isLenient else { return nil }
            return "\(sample): \(value.place) is \(isRead ? "" : "not ")read as a string"
        }
        return (problems, values.count { !$0.isLenient }, values.count(where: \.isLenient))
    }

    func values(in sample: Sample) -> [SampleValue] {
        guard let operation = catalog.operations.first(where: { $0.id == sample.operation }) else { return [] }
        let media = sample.side == .request ? operation.body : operation.success?.content ?? []
        guard let schema = media.first(where: \.isJSON)?.schema else { return [] }
        return values(in: sample.json, by: schema, at: "")
    }

    private func values(in value: JSONValue, by unresolved: JSONValue, at place: String) -> [SampleValue] {
        let schema = schemas.resolved(unresolved)
        switch (value, schema["type"]?.arrayValue?.first?.stringValue) {
        case (.array(let elements), "array"):
            return elements.enumerated().flatMap { index, element in
                values(in: element, by: schema["items"] ?? [:], at: "\(place)[\(index)]").map { found in
                    var elements = elements
                    elements[index] = found.printed
                    return SampleValue(place: found.place, isLenient: found.isLenient, printed: .array(elements))
                }
            }
        case (.object(let members), _):
            let properties = schema["properties"]?.objectValue ?? [:]
            return properties.sorted { $0.key < $1.key }.flatMap { name, property -> [SampleValue] in
                guard let member = members[name] else { return [] }
                return values(in: member, by: property, at: place.isEmpty ? name : "\(place).\(name)").map { found in
                    var members = members
                    members[name] = found.printed
                    return SampleValue(place: found.place, isLenient: found.isLenient, printed: .object(members))
                }
            }
        // The sample may contain null or already a string.
        case (_, let type?) where ["boolean", "integer", "number"].contains(type) && schema["type"]?.arrayValue?.count == 1:
            let printed: JSONValue = type == "boolean" ? "true" : "5"
            return [SampleValue(place: place, isLenient: schema["lenient"] == true, printed: printed)]
        default: return []
        }
    }
}
