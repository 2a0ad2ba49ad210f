public import Foundation
public import HTTPTypes

/// Sends a unique id with each attempt and reports the outcome, so that you can find in your records what the service's support asks about.
///
/// Clockify does not return the id that it receives. The id in its response is in the record, too.
///
///     let ids = RequestIDMiddleware { record in audit.append("\(record.id) \(record.operation) \(record.serviceID ?? "-")") }
///     let clockify = Clockify(.apiKey("…")).with(ids)
public struct RequestIDMiddleware: ClientMiddleware {
    /// An attempt that has ended.
    public struct Record: Sendable, Hashable {
        /// The id that was sent.
        public let id: String
        /// The id that the service, or the network in front of it, gave the request; `nil` if there was no response or it has no id.
        public let serviceID: String?
        /// The `operationId`.
        public let operation: String
        /// The number of the attempt, starting at 1.
        public let attempt: Int
        /// The status of the response; `nil` if no response arrived.
        public let status: HTTPResponse.Status?
    }

    private let makeID: @Sendable () -> String
    private let ended: @Sendable (Record) -> Void

    /// - Parameters:
    ///   - ended: Called when the head of a response has arrived, or when the attempt has failed without one.
    ///   - makeID: Returns a unique id for each attempt. The default is a UUID.
    public init(
        ended: @escaping @Sendable (Record) -> Void = { _ in },
        makeID: @escaping @Sendable () -> String = { UUID().uuidString.lowercased() }
    ) {
        self.makeID = makeID
        self.ended = ended
    }

    /// Adds an id to the request, and reports the attempt when it has ended.
    public func intercept(_ request: HTTPRequest, body: RequestBody?, attempt: CallAttempt, next: Next) async throws -> TransportResponse {
        let id = makeID()
        guard Call.isFieldValue(id) else { throw APIFailure.configuration("a request id has characters that a header cannot contain") }
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
