import ClockifyRuntime

/// A place where two JSON values differ.
struct JSONDifference: Sendable, CustomStringConvertible {
    /// A path such as `filter.amounts[0]`, which is empty for the whole value.
    let place: String
    let left: JSONValue
    let right: JSONValue

    var description: String { "\(place): \(left), then \(right)" }

    /// Returns the differences. Dates are equal regardless of trailing zeros in their fraction. A null member is equal to a missing
    /// one.
    static func between(_ left: JSONValue, _ right: JSONValue, at place: String = "") -> [JSONDifference] {
        switch (left, right) {
        case (.object(let left), .object(let right)):
            return Set(left.keys).union(right.keys).sorted().flatMap { key in
                between(left[key] ?? .null, right[key] ?? .null, at: place.isEmpty ? key : "\(place).\(key)")
            }
        case (.array(let left), .array(let right)) where left.count == right.count:
            return zip(left, right).enumerated().flatMap { between($1.0, $1.1, at: "\(place)[\($0)]") }
        case (.string(let l), .string(let r)) where l != r && isTimestamp(l) && sampleDate(l) == sampleDate(r): return []
        default: return left == right ? [] : [JSONDifference(place: place, left: left, right: right)]
        }
    }

    private static func isTimestamp(_ text: String) -> Bool { text.contains("T") && sampleDate(text) != .distantPast }

    /// `true` if the left side prints the value of the right side as a string: `"15"` and `15`.
    var isPrinted: Bool {
        guard case .string(let text) = left else { return false }
        switch right {
        case .bool, .integer, .double: return text == right.description
        default: return false
        }
    }
}
