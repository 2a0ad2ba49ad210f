public import Foundation
public import HTTPTypes

/// The redirect that a write responds with, if the spec documents no other success.
///
///     let redirect = try await shop.orders.checkOut(order)
///     open(redirect.location)
///
/// Nothing is sent to the location. With 301, 302 and 303, the write has usually been done, and the location has the result. With 307 and
/// 308, it has not been done, and the service expects the same request at the location.
public struct Redirect: Sendable, Hashable {
    /// The HTTP status, such as 303.
    public let status: HTTPResponse.Status
    /// The URL that the service names. If it is relative, it is completed with the URL of the request.
    public let location: URL

    /// Creates a redirect from its properties.
    public init(status: HTTPResponse.Status, location: URL) {
        self.status = status
        self.location = location
    }
}

extension Redirect: CustomStringConvertible {
    /// The status and the location, such as `303 to https://shop.example/orders/5`.
    public var description: String { "\(status.code) to \(location)" }
}

extension APIClient {
    /// Sends a call whose response is a redirect, which is not followed.
    @_spi(Generated)
    public func redirect(_ call: Call) async throws(APIFailure) -> Redirect {
        var call = call
        call.acceptsRedirect = true
        let answer = try await send(call)
        guard Redirects.statuses.contains(answer.head.status.code), let url = URL(string: String(decoding: answer.body, as: UTF8.self))
        else {
            throw .unexpectedAnswer(
                AnswerFailure(
                    answer.head, of: call.operation, attempts: answer.attempts, reason: "expected a redirect", body: answer.body,
                    hiding: secrets))
        }
        return Redirect(status: answer.head.status, location: url)
    }
}
