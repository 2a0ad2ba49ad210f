import ClockifyAPI

/// A webhook of an add-on, and what its token says.
public struct AddonWebhook: Sendable {
    /// The event that was sent.
    public let event: WebhookEvent
    /// The verified token that came with it.
    public let token: VerifiedAddonToken
}

/// Something that happened to an installation, and what the token that came with it says.
public struct AddonLifecycleEvent<Payload: AddonLifecyclePayload>: Sendable {
    /// The payload of the event.
    public let payload: Payload
    /// The verified token that came with it.
    public let token: VerifiedAddonToken
}

/// What the service tells of an add-on's installation.
public protocol AddonLifecyclePayload: JSONReadable {
    /// What it is about, as its body says.
    var subject: AddonSubject { get }
}

/// An installation in a workspace, as far as a body names them. The token that came with it names them too, signed.
public struct AddonSubject: Sendable, Hashable {
    /// The add-on's identifier, or nil if the payload has none.
    public let addonId: Clockify.AddonID?
    /// The workspace's identifier, or nil if the payload has none.
    public let workspaceId: Clockify.WorkspaceID?

    /// Creates a subject from its identifiers.
    public init(addonId: Clockify.AddonID?, workspaceId: Clockify.WorkspaceID?) {
        self.addonId = addonId
        self.workspaceId = workspaceId
    }
}
