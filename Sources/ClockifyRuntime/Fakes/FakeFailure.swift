import HTTPTypes

/// Why a call to a ``FakeService`` fails.
public struct FakeFailure: Error, Sendable, Hashable {
    private enum Reason: Hashable {
        case refused(status: Int, message: String, code: Int, retryAfter: Int?)
        case lost(wasSent: Bool)
    }

    private let reason: Reason

    /// Returns a failure with a status and the body of an error of the service.
    ///
    /// - Parameters:
    ///   - status: The status of the response.
    ///   - message: The message in the body.
    ///   - code: The code in the body; `nil` for the status.
    ///   - retryAfter: The seconds in the header field `Retry-After`; `nil` for no such field.
    public static func status(
        _ status: Int, message: String = "The fake was told to fail", code: Int? = nil, retryAfter: Int? = nil
    ) -> FakeFailure {
        FakeFailure(reason: .refused(status: status, message: message, code: code ?? status, retryAfter: retryAfter))
    }

    /// What Clockify says if something does not exist: a 400 with code 501. ``APIFailure/isNotFound`` is `true`.
    public static let notFound = status(400, message: "Entity doesn't belong to Workspace", code: 501)
    /// What Clockify says if a name is taken: a 400 with code 501. ``APIFailure/isDuplicateName`` is `true`.
    public static let duplicateName = status(400, message: "Entity with this name already exists", code: 501)
    /// A 401: the credentials are not accepted. ``APIFailure/isUnauthorized`` is `true`.
    public static let unauthorized = status(401, message: "Api key does not exist", code: 4003)
    /// A 403: the user has no permission. ``APIFailure/isForbidden`` is `true`.
    public static let forbidden = status(403, message: "Access Denied")

    /// Returns a 429: there were too many requests. ``APIFailure/isRateLimited`` is `true`.
    ///
    /// - Parameter seconds: The seconds in the header field `Retry-After`; `nil` for no such field.
    public static func rateLimited(retryAfter seconds: Int? = nil) -> FakeFailure {
        status(429, message: "Too many requests", retryAfter: seconds)
    }

    /// The request was not sent, because there is no connection: ``APIFailure/connection(_:)``.
    public static let offline = FakeFailure(reason: .lost(wasSent: false))
    /// The request was sent, and no response arrived: ``APIFailure/outcomeUnknown(_:)`` for a write, ``APIFailure/connection(_:)`` for a
    /// read.
    public static let connectionLost = FakeFailure(reason: .lost(wasSent: true))

    /// Returns the response that says so.
    func response() throws(TransportFailure) -> TransportResponse {
        switch reason {
        case .lost(let wasSent):
            throw TransportFailure(
                fate: wasSent ? .unknown : .notSent, reason: wasSent ? "the connection was lost" : "there is no connection",
                underlying: self)
        case .refused(let status, let message, let code, let retryAfter):
            var head = HTTPResponse(status: .init(code: status), headerFields: [.contentType: "application/json"])
            if let retryAfter { head.headerFields[.retryAfter] = String(retryAfter) }
            let body = JSONValue.object(["message": .string(message), "code": .integer(Int64(code))])
            return TransportResponse(head: head, body: Array(body.description.utf8))
        }
    }
}
