import ClockifyRuntime

/// A place where one JSON is not as another.
struct JSONDifference: Sendable, CustomStringConvertible {
    /// `filter.amounts[0]`; empty for the whole.
    let place: String
    let left: JSONValue
    let right: JSONValue

    var description: String { "\(place): \(left), then \(right)" }

    /// What differs. Points in time are the same however many zeros end their fraction; a member that is null is the same as
    /// none.
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

    /// Whether the right side is the value that the left side prints as a string: `"15"`, then `15`.
    var isPrinted: Bool {
        guard case .string(let text) = left else { return false }
        switch right {
        case .bool, .integer, .double: return text == right.description
        default: return false
        }
    }
}
