/// A request of the service to a webhook, whose signature has been compared with the webhook's token.
///
/// The signature proves who sent the delivery, not what: it is the same for each, and not computed from the body. Receive
/// webhooks over https only.
public struct WebhookDelivery: Sendable {
    /// As the header `clockify-webhook-event-type` has it, such as `NEW_TIME_ENTRY`.
    public let eventType: String
    /// The body, as it was sent.
    public let body: [UInt8]

    package static let signatureHeader = "clockify-signature"
    package static let eventTypeHeader = "clockify-webhook-event-type"

    /// As much of a body is read unless told otherwise.
    public static let maximumBodyBytes = 8 << 20

    /// - Parameters:
    ///   - token: The webhook's own token: of the answer that created it, or of an add-on's installation.
    ///   - maximumBodyBytes: Bodies with more bytes are refused before anything of them is read.
    /// - Throws: Before it looks at the body, when the signature is not the token.
    public init(
        headers: some ReceivedHeaders, body: some Collection<UInt8>, token: String,
        maximumBodyBytes: Int = WebhookDelivery.maximumBodyBytes
    ) throws(WebhookError) {
        let token = token.trimmingWhitespace()
        // Marks that nobody sees, such as a space without width, are as good as nothing.
        guard token.unicodeScalars.contains(where: { !$0.properties.isDefaultIgnorableCodePoint && !$0.properties.isWhitespace }) else {
            throw .emptyToken
        }
        let signature = try headers.single(Self.signatureHeader)
        guard signature.isSameSecret(as: token) else { throw .wrongSignature }
        eventType = try headers.single(Self.eventTypeHeader)
        guard eventType.utf8.count <= 100, eventType.utf8.allSatisfy(\.isEventTypeCharacter) else {
            throw .malformedHeader(Self.eventTypeHeader, reason: "an event's type is up to 100 capital letters, digits and underscores")
        }
        guard body.count <= maximumBodyBytes else { throw .tooLarge("body", limit: maximumBodyBytes) }
        self.body = Array(body)
    }

    /// The body as the entity that it carries.
    ///
    /// - Throws: ``WebhookError/unreadablePayload(_:)`` with the JSON path, when it is something else.
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
