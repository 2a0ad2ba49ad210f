import ClockifyAPI
import Foundation
import Testing

/// A documented sample as a test case: what must hold for it.
struct Sample: Sendable, CustomTestStringConvertible {
    let operation: String
    /// Where the sample stands in the spec.
    let place: String
    let side: SampleSide
    let comparison: @Sendable () -> Comparison

    enum Comparison: Sendable {
        /// Read or written, what differs; nothing when all is well.
        case differences([JSONDifference])
        /// A request that cannot be said with the typed API.
        case unwritable
        case failure(String)
    }

    var testDescription: String { "\(operation) \(side) (\(place))" }

    /// An answer: read as the type of its operation and written again, it must be the same JSON.
    static func response<Value: JSONReadable & Encodable & Sendable>(
        _ operation: String, at place: String, as type: Value.Type, _ json: String
    ) -> Sample {
        Sample(operation: operation, place: place, side: .response) {
            do {
                let value = try JSONReader.decode(Value.self, from: Array(json.utf8))
                let encoded = try JSONEncoder().encode(value)
                return .differences(JSONDifference.between(try documented(json), try JSONReader.decode(from: Array(encoded))))
            } catch {
                return .failure("\(error)")
            }
        }
    }

    /// A request, written in Swift: it must be sent as the documented JSON, and break no rule.
    ///
    /// - Parameter besides: Members of the documented JSON that the method says itself.
    static func request<Value: JSONWritable & Validated & Sendable>(
        _ operation: String, at place: String, _ value: Value, _ json: String, besides: [String: String] = [:]
    ) -> Sample {
        Sample(operation: operation, place: place, side: .request) {
            var rules = Rules()
            rules.model(value, at: nil)
            if !rules.problems.isEmpty { return .failure("breaks rules: \(rules.problems)") }
            do {
                var sent: JSONValue = try JSONReader.decode(from: JSONWriter.encode(value))
                if !besides.isEmpty, case .object(let members) = sent {
                    sent = .object(members.merging(besides.mapValues { .string($0) }) { said, _ in said })
                }
                return .differences(JSONDifference.between(try documented(json), sent))
            } catch {
                return .failure("\(error)")
            }
        }
    }

    /// A request sample that cannot be said with the typed API.
    static func unwritable(_ operation: String, at place: String, _ json: String) -> Sample {
        Sample(operation: operation, place: place, side: .request) { .unwritable }
    }

    private static func documented(_ json: String) throws -> JSONValue { try JSONReader.decode(from: Array(json.utf8)) }
}

func sampleDate(_ text: String) -> Date {
    // Read as an answer would be, so that a sample that is no date fails its test.
    (try? JSONReader.decode(Date.self, from: Array("\"\(text)\"".utf8))) ?? .distantPast
}

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
}
