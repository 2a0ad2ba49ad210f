@_spi(Generated) import ClockifyRuntime
import Foundation

/// A documented sample as a test case.
package struct Sample: Sendable, CustomStringConvertible {
    package let operation: String
    /// The place of the sample in the spec.
    package let place: String
    package let side: SampleSide
    /// The documented JSON.
    package let json: JSONValue
    let outcome: @Sendable (JSONValue) throws -> Outcome

    enum Outcome: Sendable {
        /// The result of a round trip, or of encoding with the typed API.
        case written(JSONValue)
        /// A request that violates documented rules.
        case refused([RequestProblem])
        /// A request that the typed API cannot express.
        case unwritable
    }

    package var description: String { "\(operation) \(side) (\(place))" }

    /// Creates a response sample, whose JSON must survive a round trip through the type of its operation.
    package static func response<Value: JSONReadable & Encodable & Sendable>(
        _ operation: String, at place: String, as type: Value.Type, _ json: String
    ) -> Sample {
        Sample(operation: operation, place: place, side: .response, json: documented(json)) { json in
            let value = try JSONReader.decode(Value.self, from: Array(json.description.utf8))
            return .written(try JSONReader.decode(from: Array(try JSONEncoder().encode(value))))
        }
    }

    private struct StoredOtherwise: Error {
        let sent: String
        let afterStoring: String
    }

    /// Creates a request sample in Swift, which must be sent as the documented JSON and violate no rule. If it is stored in between, the
    /// same bytes must be sent.
    ///
    /// - Parameter besides: Members of the documented JSON that the method sets itself.
    package static func request<Value: JSONWritable & Validated & Codable & Sendable>(
        _ operation: String, at place: String, _ value: Value, _ json: String, besides: [String: String] = [:]
    ) -> Sample {
        Sample(operation: operation, place: place, side: .request, json: documented(json)) { _ in
            var rules = Rules()
            rules.model(value, at: nil)
            guard rules.problems.isEmpty else { return .refused(rules.problems) }
            let bytes = try JSONWriter.encode(value)
            let stored = try JSONWriter.encode(JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value)))
            guard stored == bytes else {
                throw StoredOtherwise(sent: String(decoding: bytes, as: UTF8.self), afterStoring: String(decoding: stored, as: UTF8.self))
            }
            var sent: JSONValue = try JSONReader.decode(from: bytes)
            if !besides.isEmpty, case .object(let members) = sent {
                sent = .object(members.merging(besides.mapValues { .string($0) }) { said, _ in said })
            }
            return .written(sent)
        }
    }

    /// Creates a request sample that the typed API cannot express.
    package static func unwritable(_ operation: String, at place: String, _ json: String) -> Sample {
        Sample(operation: operation, place: place, side: .request, json: documented(json)) { _ in .unwritable }
    }

    // A parser of the spec produced the text, so it is always valid JSON.
    private static func documented(_ json: String) -> JSONValue { (try? JSONReader.decode(from: Array(json.utf8))) ?? .null }
}

package func sampleDate(_ text: String) -> Date {
    // The text is decoded like a response, so that a sample with an invalid date fails its test.
    (try? JSONReader.decode(Date.self, from: Array("\"\(text)\"".utf8))) ?? .distantPast
}
