public import ClockifyAPI
@_spi(Generated) public import ClockifyRuntime

// Members that are not documented are in `members` or `body`, as received.

/// An add-on was removed from a workspace. Its token can no longer be used.
public struct AddonDeletion: AddonLifecyclePayload, Equatable {
    /// The add-on's identifier.
    public let addonId: Clockify.AddonID
    /// The workspace that the add-on is installed in.
    public let workspaceId: Clockify.WorkspaceID
    /// The user who removed the add-on.
    public let asUser: Clockify.UserID?
    /// The whole body.
    public let members: [String: JSONValue]

    /// Reads the body of a deletion. The identifiers are required.
    public init(from json: inout JSONReader) throws(JSONError) {
        members = try json.readMembersLeniently()
        addonId = .init(rawValue: try json.require(members.text("addonId"), "addonId"))
        workspaceId = .init(rawValue: try json.require(members.text("workspaceId"), "workspaceId"))
        asUser = members["asUser"]?.stringValue.map(Clockify.UserID.init(rawValue:))
    }

    /// The add-on and the workspace that the event is about.
    public var subject: AddonSubject { AddonSubject(addonId: addonId, workspaceId: workspaceId) }
}

/// An add-on was switched on or off in a workspace.
public struct AddonStatusChange: AddonLifecyclePayload, Equatable {
    /// The state of an installation.
    public typealias Status = OpenEnum<StatusKind>

    /// The marker of ``Status``.
    public enum StatusKind {}

    /// The add-on's identifier.
    public let addonId: Clockify.AddonID
    /// The workspace that the add-on is installed in.
    public let workspaceId: Clockify.WorkspaceID
    /// The new state, or `nil` if the payload has none.
    public let status: Status?
    /// The whole body.
    public let members: [String: JSONValue]

    /// Reads the body of a change of status. The identifiers are required.
    public init(from json: inout JSONReader) throws(JSONError) {
        members = try json.readMembersLeniently()
        addonId = .init(rawValue: try json.require(members.text("addonId"), "addonId"))
        workspaceId = .init(rawValue: try json.require(members.text("workspaceId"), "workspaceId"))
        status = members["status"]?.stringValue.map(Status.init(rawValue:))
    }

    /// The add-on and the workspace that the event is about.
    public var subject: AddonSubject { AddonSubject(addonId: addonId, workspaceId: workspaceId) }
}

/// Settings of an add-on were changed in a workspace.
public struct AddonSettingsUpdate: AddonLifecyclePayload, Equatable {
    /// The add-on's identifier; `nil` if the body is the bare list of settings. Then only the token identifies the installation.
    public let addonId: Clockify.AddonID?
    /// The workspace's identifier; `nil` if the body is the bare list of settings. Then only the token identifies the workspace.
    public let workspaceId: Clockify.WorkspaceID?
    /// The values by the ids of the settings in the add-on's manifest, including settings in tabs and groups.
    public let settings: [String: JSONValue]
    /// The whole body.
    public let body: JSONValue

    /// Reads an object with settings, or the bare list of settings.
    public init(from json: inout JSONReader) throws(JSONError) {
        body = try JSONValue(from: &json)
        guard body.arrayValue != nil || body.objectValue != nil else { throw json.failure("expected settings") }
        addonId = body.objectValue?.text("addonId").map(Clockify.AddonID.init(rawValue:))
        workspaceId = body.objectValue?.text("workspaceId").map(Clockify.WorkspaceID.init(rawValue:))
        var settings: [String: JSONValue] = [:]
        Self.collect(body["settings"] ?? body, into: &settings)
        self.settings = settings
    }

    /// Collects settings from lists, including the nested lists of tabs and groups.
    private static func collect(_ json: JSONValue, into settings: inout [String: JSONValue]) {
        switch json {
        case .array(let elements):
            for element in elements { collect(element, into: &settings) }
        case .object(let members):
            let isSetting = members["value"] != nil || !members.values.contains { $0.arrayValue != nil || $0.objectValue != nil }
            if isSetting, let id = members.text("id") {
                settings[id] = members["value"] ?? .null
            } else {
                for name in members.keys.sorted() { collect(members[name] ?? .null, into: &settings) }
            }
        default: break
        }
    }

    /// The add-on and the workspace that the event is about.
    public var subject: AddonSubject { AddonSubject(addonId: addonId, workspaceId: workspaceId) }
}

extension AddonStatusChange.Status {
    /// The add-on is active.
    public static var active: Self { .init(rawValue: "ACTIVE") }
    /// The add-on is inactive.
    public static var inactive: Self { .init(rawValue: "INACTIVE") }
}
