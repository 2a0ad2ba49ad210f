import ClockifyAPI

// What of these is not documented is in `members`, as it came.

/// An add-on was removed from a workspace. Its token is of no use any more.
public struct AddonDeletion: AddonLifecyclePayload, Equatable {
    public let addonId: Clockify.AddonID
    public let workspaceId: Clockify.WorkspaceID
    /// Who removed it.
    public let asUser: Clockify.UserID?
    /// The whole body.
    public let members: [String: JSONValue]

    public init(from json: inout JSONReader) throws(JSONError) {
        members = try [String: JSONValue](from: &json)
        addonId = .init(rawValue: try json.require(members["addonId"]?.stringValue, "addonId"))
        workspaceId = .init(rawValue: try json.require(members["workspaceId"]?.stringValue, "workspaceId"))
        asUser = members["asUser"]?.stringValue.map(Clockify.UserID.init(rawValue:))
    }
}

/// An add-on was switched on or off in a workspace.
public struct AddonStatusChange: AddonLifecyclePayload, Equatable {
    public struct Status: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let active = Self(rawValue: "ACTIVE")
        public static let inactive = Self(rawValue: "INACTIVE")
    }

    public let addonId: Clockify.AddonID
    public let workspaceId: Clockify.WorkspaceID
    public let status: Status?
    /// The whole body.
    public let members: [String: JSONValue]

    public init(from json: inout JSONReader) throws(JSONError) {
        members = try [String: JSONValue](from: &json)
        addonId = .init(rawValue: try json.require(members["addonId"]?.stringValue, "addonId"))
        workspaceId = .init(rawValue: try json.require(members["workspaceId"]?.stringValue, "workspaceId"))
        status = members["status"]?.stringValue.map(Status.init(rawValue:))
    }
}

/// Settings of an add-on were changed in a workspace.
public struct AddonSettingsUpdate: AddonLifecyclePayload, Equatable {
    public let addonId: Clockify.AddonID
    public let workspaceId: Clockify.WorkspaceID
    /// The values by the settings' ids, as the add-on's manifest has them.
    public let settings: [String: JSONValue]
    /// The whole body.
    public let members: [String: JSONValue]

    public init(from json: inout JSONReader) throws(JSONError) {
        members = try [String: JSONValue](from: &json)
        addonId = .init(rawValue: try json.require(members["addonId"]?.stringValue, "addonId"))
        workspaceId = .init(rawValue: try json.require(members["workspaceId"]?.stringValue, "workspaceId"))
        var settings: [String: JSONValue] = [:]
        for setting in members["settings"]?.arrayValue ?? [] {
            if let id = setting["id"]?.stringValue { settings[id] = setting["value"] ?? .null }
        }
        self.settings = settings
    }
}
