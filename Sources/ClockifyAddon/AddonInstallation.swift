public import ClockifyAPI
@_spi(Generated) public import ClockifyRuntime

/// An add-on was installed in a workspace. The payload has everything needed to call the API there. Store it: the service sends it once.
///
/// Because the token is sent only once, little can make decoding fail: only the two identifiers and ``authToken`` are required. Other
/// members of an unexpected shape are `nil`. A webhook without a token is missing from ``webhooks``. ``members`` has everything as
/// received.
///
/// Descriptions and mirrors of this type do not contain its tokens.
public struct AddonInstallation: AddonLifecyclePayload, Equatable, CustomStringConvertible, CustomReflectable {
    /// The add-on's identifier.
    public let addonId: Clockify.AddonID
    /// The workspace that the add-on was installed in.
    public let workspaceId: Clockify.WorkspaceID
    /// The token for calls to the API: `Clockify(.addonToken(authToken))`. It does not expire.
    public let authToken: String
    /// The user who installed the add-on.
    public let asUser: Clockify.UserID?
    /// The user on whose behalf the add-on's calls are made.
    public let addonUserId: Clockify.UserID?
    /// The URL of the API according to the body. Only the token is signed: verify ``authToken``, and use its `site` instead.
    public let apiUrl: String?
    /// The webhooks of the add-on's manifest, each with the token that its deliveries will carry.
    public let webhooks: [AddonWebhookToken]
    /// The whole body, including tokens.
    public let members: [String: JSONValue]

    /// Reads the body of an installation. The identifiers and the token are required.
    public init(from json: inout JSONReader) throws(JSONError) {
        members = try json.readMembersLeniently()
        addonId = .init(rawValue: try json.require(members.text("addonId"), "addonId"))
        workspaceId = .init(rawValue: try json.require(members.text("workspaceId"), "workspaceId"))
        authToken = try json.require(members.text("authToken"), "authToken")
        asUser = members.text("asUser").map(Clockify.UserID.init(rawValue:))
        addonUserId = members.text("addonUserId").map(Clockify.UserID.init(rawValue:))
        apiUrl = members.text("apiUrl")
        webhooks = members["webhooks"]?.arrayValue?.compactMap(AddonWebhookToken.init) ?? []
    }

    /// The add-on and the workspace that the event is about.
    public var subject: AddonSubject { AddonSubject(addonId: addonId, workspaceId: workspaceId) }
    /// The add-on and the workspace, without tokens.
    public var description: String { "installation \(addonId) in workspace \(workspaceId) (tokens hidden)" }
    /// The identifiers and the webhooks, without tokens.
    public var customMirror: Mirror { Mirror(self, children: ["addonId": addonId, "workspaceId": workspaceId, "webhooks": webhooks]) }
}

/// A webhook of an add-on's manifest in a workspace, and the token that its deliveries carry.
public struct AddonWebhookToken: Sendable, Equatable, CustomStringConvertible, CustomReflectable {
    /// The add-on's path that the deliveries are sent to.
    public let path: String?
    /// The type of event that the deliveries are about.
    public let webhookType: Clockify.WebhookEventType?
    /// The token that verifies the webhook's deliveries.
    public let authToken: String

    /// Returns `nil` if there is no token, because then there is nothing to store.
    init?(_ json: JSONValue) {
        guard case .object(let members) = json, let token = members.text("authToken") else { return nil }
        authToken = token
        path = members.text("path")
        // The add-on documentation names this member `webhookType`. Installations with `event` have been received, too.
        webhookType = (members.text("webhookType") ?? members.text("event")).map(Clockify.WebhookEventType.init(rawValue:))
    }

    /// The type of event and the path, without the token.
    public var description: String { "\(webhookType?.rawValue ?? "webhook") at \(path ?? "no path") (token hidden)" }
    /// The path and the type of event, without the token.
    public var customMirror: Mirror {
        Mirror(self, children: [("path", path as Any), ("webhookType", webhookType as Any)], displayStyle: .struct)
    }
}

extension JSONReader {
    /// Reads the members of an object, and skips those that `JSONValue` cannot represent, such as a number beyond the range of `Double`.
    mutating func readMembersLeniently() throws(JSONError) -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        try beginObject()
        while let name = try nextKey() {
            var copy = self
            if let value = try? JSONValue(from: &copy) {
                members[name] = value
                self = copy
            } else {
                try skipValue()
            }
        }
        return members
    }
}

extension [String: JSONValue] {
    /// Returns the text of a member, or `nil` if it is missing or empty.
    func text(_ name: String) -> String? {
        self[name]?.stringValue.flatMap { $0.isEmpty ? nil : $0 }
    }
}
