public import ClockifyAPI
public import Foundation

/// The content of a token whose signature and claims were verified. Only an ``AddonVerifier`` creates one.
public struct VerifiedAddonToken: Sendable, Equatable {
    /// All claims by name, including those without a property here, such as `language` and `theme`.
    public let claims: [String: JSONValue]

    /// The workspace in which the add-on is installed.
    public var workspaceId: Clockify.WorkspaceID? { text("workspaceId").map(Clockify.WorkspaceID.init(rawValue:)) }
    /// The identifier of the installation.
    public var addonId: Clockify.AddonID? { text("addonId").map(Clockify.AddonID.init(rawValue:)) }
    /// The user of the add-on, in the token that the add-on's page receives; `nil` in tokens of the installation.
    public var user: Clockify.UserID? { text("user").map(Clockify.UserID.init(rawValue:)) }
    /// The add-on's key, as in its manifest.
    public var addonKey: String? { text("sub") }
    /// The expiry date (`exp`); `nil` if the token does not expire, as for tokens of an installation.
    public var expiresAt: Date? { date("exp") }
    /// When the token was issued (`iat`).
    public var issuedAt: Date? { date("iat") }

    // The servers as named in the token. `site` checks them.
    /// The base URL of the main API.
    public var backendUrl: URL? { url("backendUrl") }
    /// The base URL of the reports API.
    public var reportsUrl: URL? { url("reportsUrl") }
    /// The base URL of the time-off API.
    public var ptoUrl: URL? { url("ptoUrl") }
    /// The base URL of the locations service.
    public var locationsUrl: URL? { url("locationsUrl") }
    /// The base URL of the screenshots service.
    public var screenshotsUrl: URL? { url("screenshotsUrl") }

    /// Only for code that has verified the token.
    init(verified claims: [String: JSONValue]) { self.claims = claims }

    private func text(_ name: String) -> String? {
        claims[name]?.stringValue.flatMap { $0.isEmpty ? nil : $0 }
    }

    private func date(_ name: String) -> Date? {
        claims[name]?.secondsOfACalendar.map(Date.init(timeIntervalSince1970:))
    }

    private func url(_ name: String) -> URL? { text(name).flatMap { URL(string: $0) } }
}

extension JSONValue {
    /// A number of seconds since 1970, clamped to the years 0 to 9999, because a date beyond them cannot be printed.
    var secondsOfACalendar: Double? { doubleValue.map { min(max($0, -62_167_219_200), 253_402_300_799) } }
}
