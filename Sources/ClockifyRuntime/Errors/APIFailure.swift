public import Foundation
import HTTPTypes

/// Why a call failed. An error never contains the client's credentials.
public enum APIFailure: Error, Sendable {
    /// The request violates the API's rules. The array has every violation with its location. Nothing was sent.
    case invalidRequest([RequestProblem])
    /// The service rejected the request. After a 4xx, nothing was changed. After a redirect or a 5xx response to a write, it is unknown
    /// whether anything was changed: see ``mayHaveHappened``.
    ///
    /// A 500 may mean that the operation failed halfway. Clockify also sends it for some requests that deserve a 400, so check the message.
    case response(ResponseFailure)
    /// The response does not match the documentation.
    case unexpectedAnswer(AnswerFailure)
    /// No response arrived, and nothing was changed: the request was never sent, or it was a read.
    case connection(ConnectionFailure)
    /// A write may or may not have happened. Check before you send it again.
    ///
    /// No response arrived, or it was a 502, 503 or 504 from a gateway in front of the service. A response from the service itself, such as
    /// a 500, is a ``response(_:)``.
    case outcomeUnknown(OutcomeUnknown)
    /// The task was cancelled. Calls throw this case instead of `CancellationError`: write `catch .cancelled`, or
    /// `catch APIFailure.cancelled` where other errors are thrown too.
    case cancelled
    /// The client's configuration cannot work. Nothing was sent.
    case configuration(String)
    /// One of your files could not be read or written.
    case file(String)
}

extension APIFailure: CustomStringConvertible, LocalizedError {
    /// What went wrong as text, without secrets.
    public var description: String {
        switch self {
        case .invalidRequest(let problems):
            "the request violates \(problems.count == 1 ? "a rule" : "\(problems.count) rules") of the API; nothing was sent: "
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

    /// The same text as ``description``.
    public var errorDescription: String? { description }
}

extension APIFailure {
    /// `true` if a write may have happened in spite of the error, so that you have to check before you send it again.
    ///
    /// It is `true` after ``outcomeUnknown(_:)`` and ``cancelled``. For a write, it is also `true` after ``unexpectedAnswer(_:)``, a
    /// redirect, and a 5xx. The exceptions are 307 and 308, which ask for the same request at another URL, and 501, which says that the
    /// service does not support the operation. It is never `true` together with ``isRetryable``.
    public var mayHaveHappened: Bool {
        switch self {
        case .outcomeUnknown, .cancelled: true
        case .response(let failure): failure.mayHaveHappened
        case .unexpectedAnswer(let failure): failure.mayHaveHappened
        case .invalidRequest, .connection, .configuration, .file: false
        }
    }

    /// `true` if the same call may succeed later and a retry does no harm.
    public var isRetryable: Bool {
        switch self {
        case .connection: true
        case .response(let failure): failure.isRetryable
        case .invalidRequest, .unexpectedAnswer, .outcomeUnknown, .cancelled, .configuration, .file: false
        }
    }
}
