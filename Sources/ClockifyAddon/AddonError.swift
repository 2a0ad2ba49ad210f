public import ClockifyAPI
public import Foundation

/// The reason why a token of the service, or the delivery that it came with, is rejected. No error contains a token.
public enum AddonError: Error, Sendable, Equatable {
    /// The public key cannot be used.
    case publicKey(String)
    /// The text is not a signed JSON Web Token.
    case malformedToken(String)
    /// The token declares another algorithm than RS256. The declaration is not trusted, so nothing was verified.
    case algorithm(String)
    /// The token is not signed with the vendor's key.
    case wrongSignature
    /// A required claim is missing, or is not a string or number as expected.
    case missingClaim(String)
    /// A claim does not have the expected value: the token belongs to someone else, or has another purpose.
    case wrongClaim(String, expected: String)
    /// The token has expired.
    case expired(at: Date)
    /// The token is not valid yet.
    case notYetValid(until: Date)
    /// A claim names a server that is not the vendor's. Give its host to ``VerifiedAddonToken/site(trusting:)`` if you trust it.
    case untrustedServer(claim: String, origin: String)
    /// The body names another workspace or installation than the token.
    case bodyMismatch(String)
    /// The headers or the body are not those of a delivery.
    case delivery(WebhookError)
}

extension AddonError: CustomStringConvertible, LocalizedError {
    /// The error as text, without tokens.
    public var description: String {
        switch self {
        case .publicKey(let reason): "the public key cannot be used: \(reason)"
        case .malformedToken(let reason): "this is not a signed JSON Web Token: \(reason)"
        case .algorithm(let name): "the token requires the algorithm \"\(name)\"; only RS256 is accepted"
        case .wrongSignature: "the token is not signed with the vendor's key"
        case .missingClaim(let name): "the token has no claim \"\(name)\" that can be used"
        case .wrongClaim(let name, let expected): "the token's claim \"\(name)\" is not \"\(expected)\""
        case .expired(let date): "the token expired at \(date.parameterText)"
        case .notYetValid(let date): "the token is not valid before \(date.parameterText)"
        case .untrustedServer(let claim, let origin): "the claim \"\(claim)\" names \(origin), which is not an https server of the vendor"
        case .bodyMismatch(let member): "the body's \"\(member)\" is not the token's"
        case .delivery(let error): error.description
        }
    }

    /// The same text as ``description``.
    public var errorDescription: String? { description }
}
