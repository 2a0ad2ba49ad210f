/// A call that got no response.
public struct ConnectionFailure: Sendable, CustomStringConvertible {
    /// The `operationId`.
    public let operation: String
    /// The host that the request was for.
    public let host: String
    /// A description of the error.
    public let reason: String
    /// `true` if the request may have been sent.
    public let wasSent: Bool
    /// The number of times that the request was sent.
    public let attempts: Int
    /// The error that the transport threw.
    public let underlying: any Error

    /// The operation, the host and the reason.
    public var description: String {
        "\(operation): no response from \(host): \(reason)" + (attempts > 1 ? ", after \(attempts) attempts" : "")
    }
}

/// A write that may or may not have happened.
public struct OutcomeUnknown: Sendable, CustomStringConvertible {
    /// Why the outcome is unknown.
    public enum Cause: Sendable {
        /// The request was sent, or may have been, and no response arrived.
        case connection(ConnectionFailure)
        /// A gateway in front of the service sent a 502, 503 or 504. Or, if PUT and DELETE are retried, an attempt before the one that
        /// got this response may have taken effect.
        case response(ResponseFailure)
    }

    /// The `operationId`.
    public let operation: String
    /// Why the outcome is unknown.
    public let cause: Cause

    /// The operation, and why its outcome is unknown.
    public var description: String {
        let reason =
            switch cause {
            case .connection(let failure): failure.description
            case .response(let failure): failure.description
            }
        return "\(operation) may or may not have happened; check before you send it again. \(reason)"
    }
}
