import ClockifyAPI
import Foundation

#if Addon
/// Verifies what the service sends to an add-on: tokens, webhooks and the events of its life.
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
    ///   - addonKey: Your add-on's key, as its manifest has it: what tokens are for.
    ///   - leeway: By how many seconds clocks may differ where a token has a time.
    ///   - now: The clock.
    /// - Throws: ``AddonError/publicKey(_:)``.
    public init(
        publicKey: String, addonKey: String, leeway: TimeInterval = 30, now: @escaping @Sendable () -> Date = { Date() }
    ) throws(AddonError) {
        key = try RS256Key(pem: publicKey)
        self.addonKey = addonKey
        self.leeway = leeway
        self.now = now
    }

    /// Verifies a token: signed with the vendor's key by RS256, issued by Clockify, for your add-on, an add-on's token, and
    /// not expired.
    ///
    /// Tokens of an installation do not expire; the one that an add-on's page is given does. Whoever needs one that does looks
    /// at ``VerifiedAddonToken/expiresAt``.
    public func verify(_ token: String) throws(AddonError) -> VerifiedAddonToken {
        let token = try CompactToken(token)
        // The only way that is known here. The token's word for another, or for none, is not taken, nor keys that it brings.
        guard token.header["alg"]?.stringValue == "RS256" else {
            throw .algorithm(String((token.header["alg"]?.stringValue ?? "nothing").prefix(32)))
        }
        // Extensions that must be understood, and that nobody here understands.
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

    /// Seconds since 1970; nil where there is no such claim.
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
