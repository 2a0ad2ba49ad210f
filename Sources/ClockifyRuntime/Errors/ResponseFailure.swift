import Foundation
import HTTPTypes

/// The service's refusal.
public struct ResponseFailure: Sendable, CustomStringConvertible {
    /// What was called.
    public let operation: Call.Operation
    public let status: HTTPResponse.Status
    /// The service's own number for what is wrong; nil when the answer has none.
    public let code: Int?
    /// The service's own words, but for the client's credentials. They may repeat what the caller sent; ``description`` leaves that out.
    public let message: String?
    private let messageWithoutEcho: String?
    /// What the service's support asks for.
    public let requestID: String?
    /// How often the call was made.
    public let attempts: Int
    public let headers: HTTPFields
    /// The beginning of the answer's body, as it came, but for the client's credentials.
    public let body: [UInt8]

    /// As much of a body is kept.
    static let maximumBodyBytes = 65_536

    init(_ response: TransportResponse, to call: Call, attempts: Int, hiding secrets: ShownSecrets) async {
        let body = await response.body.prefix(ResponseFailure.maximumBodyBytes)
        let message = ServiceMessage(beginning: body)
        let head = secrets.hidden(in: response.head)
        let fields = head.headerFields
        operation = call.operation
        status = head.status
        code = message?.code
        self.message = message?.message.map { secrets.hidden(in: $0) }
        messageWithoutEcho = message?.message.map { secrets.hidden(in: Echo.removed(from: secrets.hidden(in: $0), of: call)) }
        requestID = RequestID.of(fields)
        self.attempts = attempts
        headers = fields
        self.body = secrets.hidden(in: body)
    }

    /// Whether the service says that there is no such thing.
    ///
    /// Clockify answers 404, or 400 with code 501 and a message that the thing does not belong to the workspace, or to what it is looked
    /// for in. That a user does not belong to a project is no such message: both are there. Nor is a 404 with code 3000, which says that
    /// the server has no such path: it says nothing of the thing, and comes of a wrong base URL too.
    public var isNotFound: Bool {
        if status == .notFound { return code != 3000 }
        guard status == .badRequest, code == 501, let message else { return false }
        let words = message.lowercased().replacingOccurrences(of: "\u{2019}", with: "'")
        guard let place = words.range(of: "doesn't belong to ") else { return false }
        return words[place.upperBound...].hasPrefix("workspace") || !words.hasPrefix("user")
    }

    /// Whether this answers a write in a way that does not say that nothing was done: with a 5xx other than 501, with a status that HTTP
    /// does not know (600 and more), or with a redirect to somewhere else, which is also how services answer what they have done (303).
    public var mayHaveHappened: Bool {
        guard !operation.method.onlyReads else { return false }
        switch status.code {
        // The other two redirects ask for the same request elsewhere.
        case 307, 308, 501: return false
        // A status that HTTP does not know is taken for a 5xx.
        default: return !(400...499 ~= status.code)
        }
    }

    /// Whether the same call may succeed later, and making it again does no harm.
    public var isRetryable: Bool {
        Verdict(on: .refusal(status.code), of: operation.method, under: .standard).mayRepeat
    }

    public var description: String {
        var text = "\(operation.id): \(status.code)"
        if !status.reasonPhrase.isEmpty { text += " \(status.reasonPhrase)" }
        if let code { text += ", code \(code)" }
        if let messageWithoutEcho { text += ": \(messageWithoutEcho)" }
        if let requestID { text += " (request \(requestID))" }
        if attempts > 1 { text += ", after \(attempts) attempts" }
        return text
    }
}
