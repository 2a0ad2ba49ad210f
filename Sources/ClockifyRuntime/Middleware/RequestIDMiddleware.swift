import Foundation
import HTTPTypes

/// Sends an id of its own with each attempt, and tells what became of it: to find in one's own records what the service's support asks about.
///
/// Clockify does not repeat the id that it is sent; the one that it answers with is in the record too.
///
///     let ids = RequestIDMiddleware { record in audit.append("\(record.id) \(record.operation) \(record.serviceID ?? "-")") }
///     let clockify = Clockify(.apiKey("…")).with(ids)
public struct RequestIDMiddleware: ClientMiddleware {
    /// An attempt that has ended.
    public struct Record: Sendable, Hashable {
        /// What was sent.
        public let id: String
        /// What the service, or the network before it, called the request; nil when there was no answer, or it has none.
        public let serviceID: String?
        /// The `operationId`.
        public let operation: String
        /// 1 for the first.
        public let attempt: Int
        /// Nil when no answer came.
        public let status: HTTPResponse.Status?
    }

    private let makeID: @Sendable () -> String
    private let ended: @Sendable (Record) -> Void

    /// - Parameters:
    ///   - ended: Called when the head of a response has arrived, or none will.
    ///   - makeID: Returns an id that no other attempt has. The default is a UUID.
    public init(
        ended: @escaping @Sendable (Record) -> Void = { _ in },
        makeID: @escaping @Sendable () -> String = { UUID().uuidString.lowercased() }
    ) {
        self.makeID = makeID
        self.ended = ended
    }

    public func intercept(_ request: HTTPRequest, body: RequestBody?, attempt: CallAttempt, next: Next) async throws -> TransportResponse {
        let id = makeID()
        guard Call.isFieldValue(id) else { throw APIFailure.configuration("a request id has characters that no header has") }
        var request = request
        request.headerFields[.requestID] = id
        func end(_ head: HTTPResponse?) {
            ended(
                Record(
                    id: id, serviceID: head.flatMap { RequestID.of($0.headerFields) }, operation: attempt.operation.id,
                    attempt: attempt.number, status: head?.status))
        }
        do {
            let response = try await next(request, body)
            end(response.head)
            return response
        } catch {
            end(nil)
            throw error
        }
    }
}

extension HTTPField.Name {
    // The text is a token, as RFC 9110 wants; `init?` is for texts that are not known.
    package static let requestID = HTTPField.Name("X-Request-Id")!
}
