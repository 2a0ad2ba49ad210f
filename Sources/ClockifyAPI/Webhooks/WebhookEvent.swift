/// An event in a workspace that was delivered by a webhook: verified first, then decoded.
///
///     let event = try WebhookEvent(headers: headers, body: body, token: webhook.authToken)
///     if event.type == .newTimeEntry { let entry = try event.decode(Clockify.TimeEntry.self) }
///
/// The signature proves who sent the delivery, but not its content: it is the same for each delivery and is not computed from the
/// body. Receive webhooks over https only. Add-ons also verify the signature cryptographically, with the product `ClockifyAddon`.
///
/// From the section [Webhooks](https://docs.clockify.me/#tag/Webhooks) of the documentation.
public struct WebhookEvent: Sendable {
    /// The type of the event. A type that the vendor adds later is kept as received.
    public let type: Clockify.WebhookEventType
    private let delivery: WebhookDelivery

    /// The body as received.
    public var body: [UInt8] { delivery.body }

    /// - Parameters:
    ///   - headers: The headers in your server's type: `HTTPFields`, `[String: String]`, or a `HeaderList` of names and values.
    ///   - body: The body in your server's type: `[UInt8]`, `Data`, or another collection of bytes.
    ///   - token: The webhook's `authToken`.
    ///   - maximumBodyBytes: The maximum size of the body. A larger body is rejected before it is read.
    /// - Throws: An error if headers are missing or repeated, if the signature is not the token, or if the body is too large.
    public init(
        headers: some ReceivedHeaders, body: some Collection<UInt8>, token: String,
        maximumBodyBytes: Int = WebhookDelivery.maximumBodyBytes
    ) throws(WebhookError) {
        self.init(try WebhookDelivery(headers: headers, body: body, token: token, maximumBodyBytes: maximumBodyBytes))
    }

    /// Creates the event of a delivery that has already been verified.
    public init(_ delivery: WebhookDelivery) {
        self.delivery = delivery
        type = Clockify.WebhookEventType(rawValue: delivery.eventType)
    }

    /// Decodes the body as the entity that it contains.
    ///
    /// - Throws: `WebhookError.unreadablePayload` with the JSON path if the body is something else.
    public func decode<Entity: JSONReadable>(_ entity: Entity.Type = Entity.self) throws(WebhookError) -> Entity {
        try delivery.decode(entity)
    }
}
