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
    /// What it is about, as its body says.
    var subject: AddonSubject { get }
}

/// An installation in a workspace, as far as a body names them. The token that came with it names them too, signed.
public struct AddonSubject: Sendable, Hashable {
    public let addonId: Clockify.AddonID?
    public let workspaceId: Clockify.WorkspaceID?

    public init(addonId: Clockify.AddonID?, workspaceId: Clockify.WorkspaceID?) {
        self.addonId = addonId
        self.workspaceId = workspaceId
    }
}
