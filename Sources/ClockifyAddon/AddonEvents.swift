import ClockifyAPI

/// A webhook of an add-on, and what its token says.
public struct AddonWebhook: Sendable {
    public let event: WebhookEvent
    public let token: VerifiedAddonToken
}

/// Something that happened to an installation, and what the token that came with it says.
public struct AddonLifecycleEvent<Payload: AddonLifecyclePayload>: Sendable {
    public let payload: Payload
    public let token: VerifiedAddonToken
}

/// What the service tells of an add-on's installation.
public protocol AddonLifecyclePayload: JSONReadable {
    var addonId: Clockify.AddonID { get }
    var workspaceId: Clockify.WorkspaceID { get }
}
