/// A call that got no answer.
public struct ConnectionFailure: Sendable, CustomStringConvertible {
    /// The `operationId`.
    public let operation: String
    public let host: String
    public let reason: String
    /// Whether the request may have left.
    public let wasSent: Bool
    /// How often the call was made.
    public let attempts: Int
    /// What the transport threw.
    public let underlying: any Error

    public var description: String {
        "\(operation): no answer from \(host): \(reason)" + (attempts > 1 ? ", after \(attempts) attempts" : "")
    }
}

/// A write whose fate nobody here knows: the service may have done it without our hearing of it.
public struct OutcomeUnknown: Sendable, CustomStringConvertible {
    public enum Cause: Sendable {
        /// The request was sent, or may have been, and no answer came.
        case connection(ConnectionFailure)
        /// Something between here and the service answered for it: 502, 503, 504. Or, where PUT and DELETE are repeated, an answer to a
        /// later attempt than the one that may have happened.
        case response(ResponseFailure)
    }

    /// The `operationId`.
    public let operation: String
    public let cause: Cause

    public var description: String {
        let reason =
            switch cause {
            case .connection(let failure): failure.description
            case .response(let failure): failure.description
            }
        return "\(operation) may have happened, or not; look before you send it again. \(reason)"
    }
}
