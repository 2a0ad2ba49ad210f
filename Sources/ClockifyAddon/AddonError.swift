import ClockifyAPI
import Foundation

/// Why a token of the service is not taken, or what came with it. None of it contains a token.
public enum AddonError: Error, Sendable, Equatable {
    /// The public key is none that can be used.
    case publicKey(String)
    /// The text is no signed JSON Web Token.
    case malformedToken(String)
    /// The token says to be signed in another way than RS256. What it says is not believed, so nothing was verified.
    case algorithm(String)
    /// The token is not signed with the vendor's key.
    case wrongSignature
    /// A claim that the token must have is absent, or is no text or number as it should be.
    case missingClaim(String)
    /// A claim is not what it must be: the token is somebody else's, or for something else.
    case wrongClaim(String, expected: String)
    /// The token has expired.
    case expired(at: Date)
    /// The token is not valid yet.
    case notYetValid(until: Date)
    /// A claim names a server that is not the vendor's. Give its host to ``VerifiedAddonToken/site(trusting:)`` if you trust it.
    case untrustedServer(claim: String, origin: String)
    /// The body is about another workspace or installation than the token.
    case bodyMismatch(String)
    /// Headers or body are not those of a delivery.
    case delivery(WebhookError)
}

extension AddonError: CustomStringConvertible, LocalizedError {
    public var description: String {
        switch self {
        case .publicKey(let reason): "the public key cannot be used: \(reason)"
        case .malformedToken(let reason): "this is no signed JSON Web Token: \(reason)"
        case .algorithm(let name): "the token wants to be verified by \"\(name)\"; only RS256 is"
        case .wrongSignature: "the token is not signed with the vendor's key"
        case .missingClaim(let name): "the token has no claim \"\(name)\" that can be used"
        case .wrongClaim(let name, let expected): "the token's claim \"\(name)\" is not \"\(expected)\""
        case .expired(let date): "the token was valid until \(date.parameterText)"
        case .notYetValid(let date): "the token is not valid before \(date.parameterText)"
        case .untrustedServer(let claim, let origin): "the claim \"\(claim)\" names \(origin), which is no https server of the vendor's"
        case .bodyMismatch(let member): "the body's \"\(member)\" is not the token's"
        case .delivery(let error): error.description
        }
    }

    public var errorDescription: String? { description }
}
