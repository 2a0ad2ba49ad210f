import ClockifyAPI
import Foundation

/// What a token of the service says, once its signature and its claims were verified. Only an ``AddonVerifier`` makes one.
public struct VerifiedAddonToken: Sendable, Equatable {
    /// All claims, by their names; those that have no member here too, such as `language` and `theme`.
    public let claims: [String: JSONValue]

    /// The workspace in which the add-on is installed.
    public var workspaceId: Clockify.WorkspaceID? { text("workspaceId").map(Clockify.WorkspaceID.init(rawValue:)) }
    /// The installation.
    public var addonId: Clockify.AddonID? { text("addonId").map(Clockify.AddonID.init(rawValue:)) }
    /// Who uses the add-on, in the token that the add-on's page is given; nil in tokens of the installation.
    public var user: Clockify.UserID? { text("user").map(Clockify.UserID.init(rawValue:)) }
    /// The add-on's key, as its manifest has it.
    public var addonKey: String? { text("sub") }
    /// Nil where a token does not expire, as those of an installation.
    public var expiresAt: Date? { date("exp") }
    /// When the token was issued (`iat`).
    public var issuedAt: Date? { date("iat") }

    // Servers, as the token names them; `site` has them checked.
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

    /// Only for what has verified the token.
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
    /// A number of seconds since 1970, of a year from 0 to 9999: what is before or after is its beginning or its end, since a date beyond
    /// them cannot be printed.
    var secondsOfACalendar: Double? { doubleValue.map { min(max($0, -62_167_219_200), 253_402_300_799) } }
}
