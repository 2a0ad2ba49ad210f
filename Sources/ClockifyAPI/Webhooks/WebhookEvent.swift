/// Something that happened in a workspace, as a webhook tells it: verified first, then decoded.
///
///     let event = try WebhookEvent(headers: headers, body: body, token: webhook.authToken)
///     if event.type == .newTimeEntry { let entry = try event.decode(Clockify.TimeEntry.self) }
///
/// That the signature is the webhook's token proves who sent the delivery, not what: it is the same for each, and not
/// computed from the body. Receive webhooks over https only. Add-ons verify the signature itself, too, with the product
/// `ClockifyAddon`.
///
/// From the section [Webhooks](https://docs.clockify.me/#tag/Webhooks) of the documentation.
public struct WebhookEvent: Sendable {
    /// What happened; a type that the vendor adds tomorrow is kept as it came.
    public let type: Clockify.WebhookEventType
    private let delivery: WebhookDelivery

    /// The body as it came.
    public var body: [UInt8] { delivery.body }

    /// - Parameters:
    ///   - headers: As your server has them: `HTTPFields`, `[String: String]`, or a ``HeaderList`` of names and values.
    ///   - body: As your server has it: `[UInt8]`, `Data`, or another collection of bytes.
    ///   - token: The webhook's `authToken`.
    ///   - maximumBodyBytes: Bodies with more bytes are refused unread.
    /// - Throws: When headers are missing or there twice, when the signature is not the token, when the body is too large.
    public init(
        headers: some ReceivedHeaders, body: some Collection<UInt8>, token: String,
        maximumBodyBytes: Int = WebhookDelivery.maximumBodyBytes
    ) throws(WebhookError) {
        self.init(try WebhookDelivery(headers: headers, body: body, token: token, maximumBodyBytes: maximumBodyBytes))
    }

    /// The event of a delivery that was verified before.
    public init(_ delivery: WebhookDelivery) {
        self.delivery = delivery
        type = Clockify.WebhookEventType(rawValue: delivery.eventType)
    }

    /// The body as the entity that it carries.
    ///
    /// - Throws: ``WebhookError/unreadablePayload(_:)`` with the JSON path, when it is something else.
    public func decode<Entity: JSONReadable>(_ entity: Entity.Type = Entity.self) throws(WebhookError) -> Entity {
        try delivery.decode(entity)
    }
}
