/// A request from the service to a webhook, with a signature that is the webhook's token.
///
/// The signature proves who sent the delivery, but not its content: it is the same for each delivery and is not computed from the body.
/// Receive webhooks over https only.
public struct WebhookDelivery: Sendable {
    /// The event type from the header `clockify-webhook-event-type`, such as `NEW_TIME_ENTRY`.
    public let eventType: String
    /// The body as received.
    public let body: [UInt8]

    package static let signatureHeader = "clockify-signature"
    package static let eventTypeHeader = "clockify-webhook-event-type"

    /// The default limit for the size of a body.
    public static let maximumBodyBytes = 8 << 20

    /// Verifies a delivery.
    ///
    /// - Parameters:
    ///   - headers: The headers of the request.
    ///   - body: The body of the request.
    ///   - token: The webhook's own token, from the response that created it, or from an add-on's installation.
    ///   - maximumBodyBytes: The maximum size of the body. A larger body is rejected before it is copied.
    /// - Throws: An error if the delivery is invalid. ``WebhookError/wrongSignature`` is thrown before the body is examined.
    public init(
        headers: some ReceivedHeaders, body: some Collection<UInt8>, token: String,
        maximumBodyBytes: Int = WebhookDelivery.maximumBodyBytes
    ) throws(WebhookError) {
        let token = token.trimmingWhitespace()
        // A token of invisible characters, such as a zero-width space, counts as empty.
        guard token.unicodeScalars.contains(where: { !$0.properties.isDefaultIgnorableCodePoint && !$0.properties.isWhitespace }) else {
            throw .emptyToken
        }
        let signature = try headers.single(Self.signatureHeader)
        guard signature.isSameSecret(as: token) else { throw .wrongSignature }
        eventType = try headers.single(Self.eventTypeHeader)
        guard eventType.utf8.count <= 100, eventType.utf8.allSatisfy(\.isEventTypeCharacter) else {
            throw .malformedHeader(Self.eventTypeHeader, reason: "an event's type has up to 100 capital letters, digits and underscores")
        }
        guard body.count <= maximumBodyBytes else { throw .tooLarge("body", limit: maximumBodyBytes) }
        self.body = Array(body)
    }

    /// Decodes the body as the entity that it contains.
    ///
    /// - Throws: ``WebhookError/unreadablePayload(_:)`` with the JSON path if the body is something else.
    public func decode<Value: JSONReadable>(_ type: Value.Type = Value.self) throws(WebhookError) -> Value {
        do throws(JSONError) {
            return try JSONReader.decode(type, from: body)
        } catch {
            throw .unreadablePayload(error)
        }
    }
}

extension UInt8 {
    fileprivate var isEventTypeCharacter: Bool {
        switch self {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
        default: false
        }
    }
}
