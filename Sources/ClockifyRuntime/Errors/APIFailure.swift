import Foundation
import HTTPTypes

/// Why a call failed. An error never contains the client's credentials.
public enum APIFailure: Error, Sendable {
    /// The request violates rules of the API. The list has every violation with its place. Nothing was sent.
    case invalidRequest([RequestProblem])
    /// The service refused the request. After a 4xx, nothing was changed. After a redirect or a 5xx to a write, the service does not say
    /// whether anything was changed: see ``mayHaveHappened``.
    ///
    /// A 500 may mean a failure half-way. Clockify also sends it for some requests that deserve a 400, so look at the message.
    case response(ResponseFailure)
    /// The response does not match the documentation.
    case unexpectedAnswer(AnswerFailure)
    /// No response arrived, and nothing was changed: the request never left, or it was a read.
    case connection(ConnectionFailure)
    /// A write may or may not have happened. Look before you send it again.
    ///
    /// No response arrived, or it was a 502, 503 or 504 from a gateway in front of the service. A response of the service itself, such as
    /// a 500, is a ``response(_:)``.
    case outcomeUnknown(OutcomeUnknown)
    /// The task was cancelled.
    case cancelled
    /// The client's configuration cannot work. Nothing was sent.
    case configuration(String)
    /// One of your files could not be read or written.
    case file(String)
}

extension APIFailure: CustomStringConvertible, LocalizedError {
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

extension APIFailure {
    /// `true` if the service says that the thing does not exist.
    public var isNotFound: Bool {
        if case .response(let failure) = self { failure.isNotFound } else { false }
    }

    /// `true` if a write may have happened in spite of the error, so that somebody has to look before it is sent again.
    ///
    /// It is `true` after ``outcomeUnknown(_:)`` and ``cancelled``. For a write, it is also `true` after ``unexpectedAnswer(_:)``, a
    /// redirect, and a 5xx. The exceptions are 307 and 308, which ask for the same request elsewhere, and 501, which says that the service
    /// cannot do this at all. It is never `true` together with ``isRetryable``.
    public var mayHaveHappened: Bool {
        switch self {
        case .outcomeUnknown, .cancelled: true
        case .response(let failure): failure.mayHaveHappened
        case .unexpectedAnswer(let failure): failure.mayHaveHappened
        case .invalidRequest, .connection, .configuration, .file: false
        }
    }

    /// `true` if the same call may succeed later, and repeating it does no harm.
    public var isRetryable: Bool {
        switch self {
        case .connection: true
        case .response(let failure): failure.isRetryable
        case .invalidRequest, .unexpectedAnswer, .outcomeUnknown, .cancelled, .configuration, .file: false
        }
    }
}
