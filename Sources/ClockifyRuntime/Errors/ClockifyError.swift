import Foundation
import HTTPTypes

/// Why a call did not give what it promised. None of it ever contains the caller's credentials.
public enum ClockifyError: Error, Sendable {
    /// The request breaks rules of the API: all of them, each with its place. Nothing was sent.
    case invalidRequest([Problem])
    /// The service answered, and refused.
    case response(ResponseFailure)
    /// The service answered with something else than the documentation promises.
    case unexpectedAnswer(AnswerFailure)
    /// No answer came, and nothing was changed: either the request never left, or it only reads.
    case connection(ConnectionFailure)
    /// A write that may have happened, and may not: look before you send it again.
    case outcomeUnknown(OutcomeUnknown)
    /// The task was cancelled.
    case cancelled
    /// The client was set up with something that cannot work. Nothing was sent.
    case configuration(String)
    /// A file of the caller's could not be read or written.
    case file(String)
}

extension ClockifyError: CustomStringConvertible, LocalizedError {
    public var description: String {
        switch self {
        case .invalidRequest(let problems):
            "the request breaks \(problems.count == 1 ? "a rule" : "\(problems.count) rules") of the API, nothing was sent: "
                + problems.map(\.description).joined(separator: "; ")
        case .response(let failure): failure.description
        case .unexpectedAnswer(let failure): failure.description
        case .connection(let failure): failure.description
        case .outcomeUnknown(let unknown): unknown.description
        case .cancelled: "the call was cancelled"
        case .configuration(let reason): reason
        case .file(let reason): reason
        }
    }

    public var errorDescription: String? { description }
}

extension ClockifyError {
    /// Whether the service says that there is no such thing.
    public var isNotFound: Bool {
        if case .response(let failure) = self { failure.isNotFound } else { false }
    }

    /// Whether the same call may succeed later, and making it again does no harm.
    public var isRetryable: Bool {
        switch self {
        case .connection: true
        case .response(let failure): failure.isRetryable
        case .invalidRequest, .unexpectedAnswer, .outcomeUnknown, .cancelled, .configuration, .file: false
        }
    }
}
