#if Addon
import ClockifyAPI
@_spi(Generated) public import ClockifyRuntime

extension AddonVerifier {
    /// Verifies a webhook of your add-on: its signature must be the stored token of this webhook, signed by the vendor for your add-on.
    ///
    /// - Parameters:
    ///   - headers: The headers of the request.
    ///   - body: The body of the request.
    ///   - token: The webhook's `authToken`, from ``AddonInstallation/webhooks``.
    ///   - maximumBodyBytes: The maximum size of the body. A larger body is rejected before it is read.
    public func webhook(
        headers: some ReceivedHeaders, body: some Collection<UInt8>, token: String,
        maximumBodyBytes: Int = WebhookDelivery.maximumBodyBytes
    ) throws(AddonError) -> AddonWebhook {
        let event: WebhookEvent
        do throws(WebhookError) {
            event = try WebhookEvent(headers: headers, body: body, token: token, maximumBodyBytes: maximumBodyBytes)
        } catch {
            throw .delivery(error)
        }
        // The signature equals the stored token, so the stored token is verified here.
        return AddonWebhook(event: event, token: try verify(token.trimmingWhitespace()))
    }

    /// Verifies a lifecycle event of your add-on: a request from the service to a path that your manifest lists under `lifecycle`.
    ///
    /// The token in its header `X-Addon-Lifecycle-Token` must be signed by the vendor for your add-on. The token is not computed from the
    /// body, so the workspace and the installation that the body names, if any, must be those of the token.
    ///
    /// - Parameters:
    ///   - payload: The type of the payload for the path: ``AddonInstallation``, ``AddonDeletion``, ``AddonStatusChange``,
    ///     ``AddonSettingsUpdate``.
    ///   - headers: The headers of the request.
    ///   - body: The body of the request.
    ///   - maximumBodyBytes: The maximum size of the body. A larger body is rejected before it is read.
    public func lifecycle<Payload: AddonLifecyclePayload>(
        _ payload: Payload.Type = Payload.self, headers: some ReceivedHeaders, body: some Collection<UInt8>,
        maximumBodyBytes: Int = WebhookDelivery.maximumBodyBytes
    ) throws(AddonError) -> AddonLifecycleEvent<Payload> {
        let token: VerifiedAddonToken
        let text: String
        do throws(WebhookError) {
            text = try headers.single("X-Addon-Lifecycle-Token")
        } catch {
            throw .delivery(error)
        }
        token = try verify(text)
        guard body.count <= maximumBodyBytes else { throw .delivery(.tooLarge("body", limit: maximumBodyBytes)) }
        let value: Payload
        do throws(JSONError) {
            value = try JSONReader.decode(payload, from: Array(body))
        } catch {
            throw .delivery(.unreadablePayload(error))
        }
        guard let workspace = token.workspaceId else { throw .missingClaim("workspaceId") }
        guard value.subject.workspaceId.map({ $0 == workspace }) ?? true else { throw .bodyMismatch("workspaceId") }
        if let addon = token.addonId, let stated = value.subject.addonId, addon != stated { throw .bodyMismatch("addonId") }
        return AddonLifecycleEvent(payload: value, token: token)
    }
}
#endif
