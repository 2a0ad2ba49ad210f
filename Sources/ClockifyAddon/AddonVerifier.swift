#if Addon
import ClockifyAPI
public import Foundation

/// Verifies what the service sends to an add-on: tokens, webhooks and lifecycle events.
///
///     let verifier = try AddonVerifier(publicKey: pem, addonKey: "my-addon")
///     let installed = try verifier.lifecycle(AddonInstallation.self, headers: headers, body: body)
///     let token = try verifier.verify(installed.payload.authToken)
///     let clockify = Clockify(.addonToken(installed.payload.authToken), site: try token.site)
public struct AddonVerifier: Sendable {
    private let key: RS256Key
    private let addonKey: String
    private let leeway: TimeInterval
    private let now: @Sendable () -> Date

    /// - Parameters:
    ///   - publicKey: The key that the vendor publishes, as PEM.
    ///   - addonKey: Your add-on's key, as in its manifest. Tokens must be issued for it.
    ///   - leeway: The clock difference, in seconds, that is tolerated when the times in a token are checked.
    ///   - now: Returns the current time.
    /// - Throws: ``AddonError/publicKey(_:)`` if the key cannot be used.
    public init(
        publicKey: String, addonKey: String, leeway: TimeInterval = 30, now: @escaping @Sendable () -> Date = { Date() }
    ) throws(AddonError) {
        key = try RS256Key(pem: publicKey)
        self.addonKey = addonKey
        self.leeway = leeway
        self.now = now
    }

    /// Verifies a token: it must be signed with the vendor's key by RS256, issued by Clockify, for your add-on, of the type for add-ons,
    /// and not expired.
    ///
    /// Tokens of an installation do not expire. The token that an add-on's page receives does. If you need a token that expires, check
    /// ``VerifiedAddonToken/expiresAt``.
    public func verify(_ token: String) throws(AddonError) -> VerifiedAddonToken {
        let token = try CompactToken(token)
        // The only supported algorithm. A token that declares another one, or none, is rejected. Keys that a token brings are ignored.
        guard token.header["alg"]?.stringValue == "RS256" else {
            throw .algorithm(String((token.header["alg"]?.stringValue ?? "nothing").prefix(32)))
        }
        // Critical extensions must be understood, and none are supported here.
        guard token.header["crit"] == nil else { throw .malformedToken("it has critical extensions") }
        guard key.isValid(token.signature, for: token.signedBytes) else { throw .wrongSignature }
        for (name, expected) in [("iss", "clockify"), ("sub", addonKey), ("type", "addon")] {
            guard let found = token.claims[name] else { throw .missingClaim(name) }
            guard found == .string(expected) else { throw .wrongClaim(name, expected: expected) }
        }
        try checkTimes(token.claims)
        return VerifiedAddonToken(verified: token.claims)
    }

    private func checkTimes(_ claims: [String: JSONValue]) throws(AddonError) {
        let time = now().timeIntervalSince1970
        if let seconds = try AddonVerifier.time("exp", of: claims), time >= seconds + leeway {
            throw .expired(at: Date(timeIntervalSince1970: seconds))
        }
        if let seconds = try AddonVerifier.time("nbf", of: claims), time < seconds - leeway {
            throw .notYetValid(until: Date(timeIntervalSince1970: seconds))
        }
    }

    /// Returns a claim in seconds since 1970, or `nil` if there is no such claim.
    private static func time(_ name: String, of claims: [String: JSONValue]) throws(AddonError) -> Double? {
        guard let value = claims[name] else { return nil }
        guard let seconds = value.secondsOfACalendar else { throw .missingClaim(name) }
        return seconds
    }
}
#else
/// Without the package's trait `Addon`, this product is empty.
@available(
    *, unavailable,
    message: "enable the trait where you depend on the package: .package(url: …, from: …, traits: [\"Addon\"])"
)
public struct AddonVerifier {}
#endif
