@_spi(Generated) import ClockifyRuntime
import Foundation

/// A documented sample as a test case.
package struct Sample: Sendable, CustomStringConvertible {
    package let operation: String
    /// Where the sample stands in the spec.
    package let place: String
    package let side: SampleSide
    /// What the documentation shows.
    package let json: JSONValue
    let outcome: @Sendable (JSONValue) throws -> Outcome

    enum Outcome: Sendable {
        /// What comes of it when it was read and written again, or written with the typed API.
        case written(JSONValue)
        /// A request that breaks rules of the documentation.
        case refused([RequestProblem])
        /// A request that cannot be said with the typed API.
        case unwritable
    }

    package var description: String { "\(operation) \(side) (\(place))" }

    /// An answer: read as the type of its operation and written again, it must be the same JSON.
    package static func response<Value: JSONReadable & Encodable & Sendable>(
        _ operation: String, at place: String, as type: Value.Type, _ json: String
    ) -> Sample {
        Sample(operation: operation, place: place, side: .response, json: documented(json)) { json in
            let value = try JSONReader.decode(Value.self, from: Array(json.description.utf8))
            return .written(try JSONReader.decode(from: Array(try JSONEncoder().encode(value))))
        }
    }

    /// A request, written in Swift: it must be sent as the documented JSON, and break no rule.
    ///
    /// - Parameter besides: Members of the documented JSON that the method says itself.
    package static func request<Value: JSONWritable & Validated & Sendable>(
        _ operation: String, at place: String, _ value: Value, _ json: String, besides: [String: String] = [:]
    ) -> Sample {
        Sample(operation: operation, place: place, side: .request, json: documented(json)) { _ in
            var rules = Rules()
            rules.model(value, at: nil)
            guard rules.problems.isEmpty else { return .refused(rules.problems) }
            var sent: JSONValue = try JSONReader.decode(from: JSONWriter.encode(value))
            if !besides.isEmpty, case .object(let members) = sent {
                sent = .object(members.merging(besides.mapValues { .string($0) }) { said, _ in said })
            }
            return .written(sent)
        }
    }

    /// A request sample that cannot be said with the typed API.
    package static func unwritable(_ operation: String, at place: String, _ json: String) -> Sample {
        Sample(operation: operation, place: place, side: .request, json: documented(json)) { _ in .unwritable }
    }

    // The text is what a reader of the spec made of it; that it is JSON is not in question.
    private static func documented(_ json: String) -> JSONValue { (try? JSONReader.decode(from: Array(json.utf8))) ?? .null }
}

package func sampleDate(_ text: String) -> Date {
    // Read as an answer would be, so that a sample that is no date fails its test.
    (try? JSONReader.decode(Date.self, from: Array("\"\(text)\"".utf8))) ?? .distantPast
}
