import ClockifyAPI
@_spi(Generated) import ClockifyRuntime

/// An add-on was installed in a workspace: what is needed to call the API there. Keep it; the service tells it once.
///
/// Its token comes once. So the two identifiers and ``authToken`` are read strictly, and nothing else of the body can make the reading
/// fail: what is of another shape is nil, or missing among ``webhooks`` where it has no token, and ``members`` has it as it came.
///
/// Nothing that prints it has its tokens in it.
public struct AddonInstallation: AddonLifecyclePayload, Equatable, CustomStringConvertible, CustomReflectable {
    /// The add-on's identifier.
    public let addonId: Clockify.AddonID
    /// The workspace that the add-on was installed in.
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
    /// The whole body, tokens among it.
    public let members: [String: JSONValue]

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
    public var description: String { "installation \(addonId) in workspace \(workspaceId) (tokens hidden)" }
    public var customMirror: Mirror { Mirror(self, children: ["addonId": addonId, "workspaceId": workspaceId, "webhooks": webhooks]) }
}

/// A webhook of an add-on's manifest in a workspace, and the token that its deliveries show.
public struct AddonWebhookToken: Sendable, Equatable, CustomStringConvertible, CustomReflectable {
    /// The path of the add-on's that the deliveries go to.
    public let path: String?
    /// What the deliveries are about.
    public let webhookType: Clockify.WebhookEventType?
    /// The token that verifies the webhook's deliveries.
    public let authToken: String

    /// Nil where there is no token: then there is nothing to keep.
    init?(_ json: JSONValue) {
        guard case .object(let members) = json, let token = members.text("authToken") else { return nil }
        authToken = token
        path = members.text("path")
        // The documentation of add-ons says webhookType; installations came with event, too.
        webhookType = (members.text("webhookType") ?? members.text("event")).map(Clockify.WebhookEventType.init(rawValue:))
    }

    public var description: String { "\(webhookType?.rawValue ?? "webhook") at \(path ?? "no path") (token hidden)" }
    public var customMirror: Mirror {
        Mirror(self, children: [("path", path as Any), ("webhookType", webhookType as Any)], displayStyle: .struct)
    }
}

extension JSONReader {
    /// Reads the members of an object, one that JSON can say and `JSONValue` cannot (a number beyond a Double) but for its value.
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
    /// A text that is there and has something in it.
    func text(_ name: String) -> String? {
        self[name]?.stringValue.flatMap { $0.isEmpty ? nil : $0 }
    }
}
