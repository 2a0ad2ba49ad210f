import ClockifyAPI

/// An add-on was installed in a workspace: what is needed to call the API there. Keep it; the service tells it once.
///
/// Nothing that prints it has its tokens in it.
public struct AddonInstallation: AddonLifecyclePayload, Equatable, CustomStringConvertible, CustomReflectable {
    public let addonId: Clockify.AddonID
    public let workspaceId: Clockify.WorkspaceID
    /// What calls of the API are made with: `Clockify(.addonToken(authToken))`. It does not expire.
    public let authToken: String
    /// Who installed it.
    public let asUser: Clockify.UserID?
    /// The user as whom the add-on's calls are made.
    public let addonUserId: Clockify.UserID?
    /// Where the API is, as the body says. Only a token's word is signed: verify ``authToken``, and take its `site`.
    public let apiUrl: String?
    /// The webhooks of the add-on's manifest, each with the token that its deliveries will show.
    public let webhooks: [AddonWebhookToken]

    private static let members: JSONMembers = [
        "addonId", "workspaceId", "authToken", "asUser", "addonUserId", "apiUrl", "webhooks",
    ]

    public init(from json: inout JSONReader) throws(JSONError) {
        var addonId: Clockify.AddonID?
        var workspaceId: Clockify.WorkspaceID?
        var authToken: String?
        var asUser: Clockify.UserID?
        var addonUserId: Clockify.UserID?
        var apiUrl: String?
        var webhooks: [AddonWebhookToken]?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: try json.read(into: &addonId)
            case 1: try json.read(into: &workspaceId)
            case 2: try json.read(into: &authToken)
            case 3: try json.read(into: &asUser)
            case 4: try json.read(into: &addonUserId)
            case 5: try json.read(into: &apiUrl)
            default: try json.read(into: &webhooks)
            }
        }
        self.addonId = try json.require(addonId, "addonId")
        self.workspaceId = try json.require(workspaceId, "workspaceId")
        self.authToken = try json.require(authToken, "authToken")
        self.asUser = asUser
        self.addonUserId = addonUserId
        self.apiUrl = apiUrl
        self.webhooks = json.requireArray(webhooks)
    }

    public var description: String { "installation \(addonId) in workspace \(workspaceId) (tokens hidden)" }
    public var customMirror: Mirror { Mirror(self, children: ["addonId": addonId, "workspaceId": workspaceId, "webhooks": webhooks]) }
}

/// A webhook of an add-on's manifest in a workspace, and the token that its deliveries show.
public struct AddonWebhookToken: JSONReadable, Equatable, CustomStringConvertible, CustomReflectable {
    /// The path of the add-on's that the deliveries go to.
    public let path: String
    public let webhookType: Clockify.WebhookEventType
    public let authToken: String

    private static let members: JSONMembers = ["path", "webhookType", "authToken"]

    public init(from json: inout JSONReader) throws(JSONError) {
        var path: String?
        var webhookType: Clockify.WebhookEventType?
        var authToken: String?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: try json.read(into: &path)
            case 1: try json.read(into: &webhookType)
            default: try json.read(into: &authToken)
            }
        }
        self.path = try json.require(path, "path")
        self.webhookType = try json.require(webhookType, "webhookType")
        self.authToken = try json.require(authToken, "authToken")
    }

    public var description: String { "\(webhookType) at \(path) (token hidden)" }
    public var customMirror: Mirror { Mirror(self, children: ["path": path, "webhookType": webhookType]) }
}
