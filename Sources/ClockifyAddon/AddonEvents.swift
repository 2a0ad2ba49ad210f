public import ClockifyAPI

/// A verified webhook of an add-on, with its token.
public struct AddonWebhook: Sendable {
    /// The event that was sent.
    public let event: WebhookEvent
    /// The verified token that came with it.
    public let token: VerifiedAddonToken
}

/// A lifecycle event of an installation, with the token that came with it.
public struct AddonLifecycleEvent<Payload: AddonLifecyclePayload>: Sendable {
    /// The payload of the event.
    public let payload: Payload
    /// The verified token that came with it.
    public let token: VerifiedAddonToken
}

/// The payload of a lifecycle event of an add-on.
public protocol AddonLifecyclePayload: JSONReadable {
    /// The add-on and the workspace that the body names.
    var subject: AddonSubject { get }
}

/// The installation and the workspace that a body names, if it does. The token that came with it names them too, and is signed.
public struct AddonSubject: Sendable, Hashable {
    /// The add-on's identifier, or `nil` if the payload has none.
    public let addonId: Clockify.AddonID?
    /// The workspace's identifier, or `nil` if the payload has none.
    public let workspaceId: Clockify.WorkspaceID?

    /// Creates a subject from its identifiers.
    public init(addonId: Clockify.AddonID?, workspaceId: Clockify.WorkspaceID?) {
        self.addonId = addonId
        self.workspaceId = workspaceId
    }
}
