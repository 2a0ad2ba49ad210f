/// A call that got no response.
public struct ConnectionFailure: Sendable, CustomStringConvertible {
    /// The `operationId`.
    public let operation: String
    /// The host that the request was for.
    public let host: String
    /// What went wrong, in words.
    public let reason: String
    /// `true` if the request may have left.
    public let wasSent: Bool
    /// How many times the request was sent.
    public let attempts: Int
    /// What the transport threw.
    public let underlying: any Error

    public var description: String {
        "\(operation): no answer from \(host): \(reason)" + (attempts > 1 ? ", after \(attempts) attempts" : "")
    }
}

/// A write that may or may not have happened.
public struct OutcomeUnknown: Sendable, CustomStringConvertible {
    /// Why the outcome is unknown.
    public enum Cause: Sendable {
        /// The request was sent, or may have been, and no response arrived.
        case connection(ConnectionFailure)
        /// A gateway in front of the service sent a 502, 503 or 504. Or, if PUT and DELETE are retried, an earlier attempt than the one
        /// that got this response may have happened.
        case response(ResponseFailure)
    }

    /// The `operationId`.
    public let operation: String
    /// Why the outcome is unknown.
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
