import Foundation

/// Why a delivery is not taken for one of the service's. None of it contains a token.
public enum WebhookError: Error, Sendable, Equatable {
    /// The header is not there, or empty.
    case missingHeader(String)
    /// The header is there more than once.
    case repeatedHeader(String)
    /// The header has a value that the service does not send.
    case malformedHeader(String, reason: String)
    /// Whoever sent this does not have the webhook's token.
    case wrongSignature
    /// The stored token is empty, and so proves nothing.
    case emptyToken
    /// A part of the delivery, a header or the body, has more bytes than are read.
    case tooLarge(String, limit: Int)
    /// The body is not JSON, or not what it was to be read as; has the JSON path.
    case unreadablePayload(JSONError)
}

extension WebhookError: CustomStringConvertible, LocalizedError {
    public var description: String {
        switch self {
        case .missingHeader(let name): "the header \(name) is missing"
        case .repeatedHeader(let name): "the header \(name) is there more than once"
        case .malformedHeader(let name, let reason): "the header \(name) is not what the service sends: \(reason)"
        case .wrongSignature: "the signature is not the webhook's token"
        case .emptyToken: "the stored token is empty; give the webhook's authToken"
        case .tooLarge(let part, let limit): "the \(part) has more than \(limit) bytes"
        case .unreadablePayload(let error): "the body cannot be read: \(error)"
        }
    }

    public var errorDescription: String? { description }
}
