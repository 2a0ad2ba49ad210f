import ClockifyAPI
import Foundation
import Testing

/// A documented sample as a test case: what must hold for it.
struct Sample: Sendable, CustomTestStringConvertible {
    let operation: String
    /// Where the sample stands in the spec.
    let place: String
    /// Nil when all is well, else what differs.
    let difference: @Sendable () -> String?

    var testDescription: String { "\(operation) (\(place))" }

    /// An answer: read as the type of its operation and written again, it must be the same JSON.
    static func response<Value: JSONReadable & Encodable & Sendable>(
        _ operation: String, at place: String, as type: Value.Type, _ json: String
    ) -> Sample {
        Sample(operation: operation, place: place) {
            do {
                let value = try JSONReader.decode(Value.self, from: Array(json.utf8))
                let encoded = try JSONEncoder().encode(value)
                return JSONDifference.between(try documented(json), try JSONReader.decode(from: Array(encoded)))
            } catch {
                return "\(error)"
            }
        }
    }

    /// A request, written in Swift: it must be sent as the documented JSON, and break no rule.
    static func request<Value: JSONWritable & Validated & Sendable>(
        _ operation: String, at place: String, _ value: Value, _ json: String
    ) -> Sample {
        Sample(operation: operation, place: place) {
            var rules = Rules()
            rules.model(value, at: nil)
            if !rules.problems.isEmpty { return "breaks rules: \(rules.problems)" }
            do {
                return JSONDifference.between(try documented(json), try JSONReader.decode(from: JSONWriter.encode(value)))
            } catch {
                return "\(error)"
            }
        }
    }

    /// A request sample that cannot be said with the typed API.
    static func unwritable(_ operation: String, at place: String, _ json: String) -> Sample {
        Sample(operation: operation, place: place) { "the sample is of another kind than the body's type: \(json)" }
    }

    private static func documented(_ json: String) throws -> JSONValue { try JSONReader.decode(from: Array(json.utf8)) }
}

func sampleDate(_ text: String) -> Date {
    // Read as an answer would be, so that a sample that is no date fails its test.
    (try? JSONReader.decode(Date.self, from: Array("\"\(text)\"".utf8))) ?? .distantPast
}

enum JSONDifference {
    /// What differs first, or nil. Points in time are the same however many zeros end their fraction; a member that is null
    /// is the same as none.
    static func between(_ left: JSONValue, _ right: JSONValue, at path: String = "$") -> String? {
        switch (left, right) {
        case (.object(let left), .object(let right)):
            for key in Set(left.keys).union(right.keys).sorted() {
                let (l, r) = (left[key] ?? .null, right[key] ?? .null)
                if let difference = between(l, r, at: "\(path).\(key)") { return difference }
            }
            return nil
        case (.array(let left), .array(let right)):
            guard left.count == right.count else { return "\(path): \(left.count) elements, then \(right.count)" }
            for (index, pair) in zip(left, right).enumerated() {
                if let difference = between(pair.0, pair.1, at: "\(path)[\(index)]") { return difference }
            }
            return nil
        case (.string(let l), .string(let r)) where l != r && isTimestamp(l) && sampleDate(l) == sampleDate(r): return nil
        default: return left == right ? nil : "\(path): \(left), then \(right)"
        }
    }

    private static func isTimestamp(_ text: String) -> Bool { text.contains("T") && sampleDate(text) != .distantPast }
}
