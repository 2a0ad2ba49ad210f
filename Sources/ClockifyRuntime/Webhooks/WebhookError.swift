public import Foundation

/// The reason why a delivery is not accepted as one from the service. No error contains a token.
public enum WebhookError: Error, Sendable, Equatable {
    /// The header is missing or empty.
    case missingHeader(String)
    /// The header occurs more than once.
    case repeatedHeader(String)
    /// The header has a value that the service does not send.
    case malformedHeader(String, reason: String)
    /// The signature is not the webhook's token, so the sender does not have the token.
    case wrongSignature
    /// The stored token is empty, and so proves nothing.
    case emptyToken
    /// A part of the delivery, a header or the body, is larger than its limit.
    case tooLarge(String, limit: Int)
    /// The body is not JSON, or does not have the expected type. The associated error has the JSON path.
    case unreadablePayload(JSONError)
}

extension WebhookError: CustomStringConvertible, LocalizedError {
    /// The error as text, without tokens.
    public var description: String {
        switch self {
        case .missingHeader(let name): "the header \(name) is missing"
        case .repeatedHeader(let name): "the header \(name) occurs more than once"
        case .malformedHeader(let name, let reason): "the header \(name) is not what the service sends: \(reason)"
        case .wrongSignature: "the signature is not the webhook's token"
        case .emptyToken: "the stored token is empty; pass the webhook's authToken"
        case .tooLarge(let part, let limit): "the \(part) has more than \(limit) bytes"
        case .unreadablePayload(let error): "the body cannot be decoded: \(error)"
        }
    }

    /// The same text as ``description``.
    public var errorDescription: String? { description }
}
