import ClockifyRuntime
import Foundation
import HTTPTypes

/// What a webhook is to deliver, as it was when the event happened.
struct WebhookDeliveryOrder: Sendable {
    /// The number of the delivery, counted from 1.
    let number: Int
    /// The identifier of the webhook.
    let webhook: String
    let url: String
    let token: String
    let event: String
    let body: String

    /// The request to send; `nil` if the URL is not one that the sandbox delivers to.
    var request: HTTPRequest? {
        guard let target = LoopbackTarget(url) else { return nil }
        var request = HTTPRequest(method: .post, scheme: "http", authority: target.authority, path: target.path)
        for (name, value) in [
            (WebhookDelivery.signatureHeader, token), (WebhookDelivery.eventTypeHeader, event), ("content-type", "application/json"),
        ] {
            guard let name = HTTPField.Name(name) else { return nil }
            request.headerFields[name] = value
        }
        return request
    }

    /// Returns the entry for an attempt.
    func entry(attempt: Int, at date: Date, _ result: DeliveryResult) -> WebhookLog.Entry {
        WebhookLog.Entry(
            delivery: number, attempt: attempt, webhook: webhook, requestBody: body, date: date, status: result.status,
            responseBody: result.text)
    }
}

/// How an attempt to deliver ended.
struct DeliveryResult: Sendable {
    /// The status of the response; `nil` if there was none.
    let status: Int?
    /// The body of the response, or why there was none.
    let text: String

    /// `true` if another attempt may succeed.
    var isWorthRetrying: Bool { status.map { $0 >= 500 || $0 == 408 || $0 == 429 } ?? true }

    static let forbidden = DeliveryResult(
        status: nil, text: "Not sent: the sandbox delivers to http URLs of 127.0.0.0/8, [::1] and localhost only")
    static let overflow = DeliveryResult(status: nil, text: "Not sent: too many deliveries are waiting")
}
