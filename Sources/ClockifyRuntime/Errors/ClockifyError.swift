import Foundation
import HTTPTypes

/// Why a call did not give what it promised. None of it ever contains the caller's credentials.
public enum ClockifyError: Error, Sendable {
    /// The request breaks rules of the API: all of them, each with its place. Nothing was sent.
    case invalidRequest([Problem])
    /// The service answered, and refused. With a 4xx nothing was changed; with a redirect or a 5xx to a write it does not say whether
    /// something was: see ``mayHaveHappened``.
    ///
    /// A 500 may come of a failure half-way. Clockify also answers so to some requests that it should refuse with a 400: status and
    /// message are worth a look.
    case response(ResponseFailure)
    /// The service answered with something else than the documentation promises.
    case unexpectedAnswer(AnswerFailure)
    /// No answer came, and nothing was changed: either the request never left, or it only reads.
    case connection(ConnectionFailure)
    /// A write that may have happened, and may not: look before you send it again. No answer came, or a 502, 503 or 504, with which
    /// something before the service speaks for it. What the service itself said, a 500 among it, is a ``response(_:)``.
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

    /// Whether a write may have been done all the same, so that somebody has to look before it is sent again.
    ///
    /// True after an ``outcomeUnknown(_:)``; and, of a write, after an answer that is not what the documentation promises, after a
    /// redirect, and after a 5xx: but for 307 and 308, which ask for the same elsewhere, and 501, with which a service says that it cannot
    /// do such a thing at all. True after ``cancelled``, too, which does not know what was under way. Never true together with
    /// ``isRetryable``.
    public var mayHaveHappened: Bool {
        switch self {
        case .outcomeUnknown, .cancelled: true
        case .response(let failure): failure.mayHaveHappened
        case .unexpectedAnswer(let failure): failure.mayHaveHappened
        case .invalidRequest, .connection, .configuration, .file: false
        }
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
