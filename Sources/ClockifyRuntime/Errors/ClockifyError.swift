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
    /// No answer came.
    case connection(ConnectionFailure)
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
        case .cancelled: "the call was cancelled"
        case .configuration(let reason): reason
        case .file(let reason): reason
        }
    }

    public var errorDescription: String? { description }
}

/// The service's refusal.
public struct ResponseFailure: Sendable, CustomStringConvertible {
    /// The `operationId`.
    public let operation: String
    public let status: HTTPResponse.Status
    /// The service's own number for what is wrong; nil when the answer has none.
    public let code: Int?
    /// The service's own words. They may repeat what the caller sent.
    public let message: String?
    /// What the service's support asks for.
    public let requestID: String?
    /// The beginning of the answer's body, as it came.
    public let body: [UInt8]

    public init(operation: String, status: HTTPResponse.Status, code: Int?, message: String?, requestID: String?, body: [UInt8]) {
        self.operation = operation
        self.status = status
        self.code = code
        self.message = message
        self.requestID = requestID
        self.body = body
    }

    /// Whether the service says that there is no such thing.
    ///
    /// Clockify answers 404, or 400 with code 501 and a message that the thing does not belong to the workspace.
    public var isNotFound: Bool {
        if status == .notFound { return true }
        return status == .badRequest && code == 501 && message?.contains("doesn't belong to") == true
    }

    public var description: String {
        var text = "\(operation): \(status.code)"
        if !status.reasonPhrase.isEmpty { text += " \(status.reasonPhrase)" }
        if let code { text += ", code \(code)" }
        if let message { text += ": \(message)" }
        if let requestID { text += " (request \(requestID))" }
        return text
    }
}

/// An answer that is not what the documentation promises.
public struct AnswerFailure: Sendable, CustomStringConvertible {
    /// The `operationId`.
    public let operation: String
    public let status: HTTPResponse.Status
    public let reason: String
    /// Where in the JSON: `$[3].timeInterval.start`; nil when the answer is no JSON at all.
    public let path: String?
    /// The byte of the answer at which it became clear.
    public let offset: Int?
    public let contentType: String?
    public let body: [UInt8]

    public var description: String {
        var text = "\(operation): the answer (\(status.code)"
        if let contentType { text += ", \(contentType)" }
        text += ", \(body.count) bytes) is not what the documentation promises: \(reason)"
        if let path { text += " at \(path)" }
        return text
    }
}

/// A call that got no answer.
public struct ConnectionFailure: Sendable, CustomStringConvertible {
    /// The `operationId`.
    public let operation: String
    public let host: String
    public let reason: String
    /// What the transport threw.
    public let underlying: any Error

    public var description: String { "\(operation): no answer from \(host): \(reason)" }
}
