import HTTPTypes

/// The service's refusal.
public struct ResponseFailure: Sendable, CustomStringConvertible {
    /// What was called.
    public let operation: Call.Operation
    public let status: HTTPResponse.Status
    /// The service's own number for what is wrong; nil when the answer has none.
    public let code: Int?
    /// The service's own words. They may repeat what the caller sent; ``description`` leaves that out.
    public let message: String?
    private let messageWithoutEcho: String?
    /// What the service's support asks for.
    public let requestID: String?
    /// How often the call was made.
    public let attempts: Int
    public let headers: HTTPFields
    /// The beginning of the answer's body, as it came.
    public let body: [UInt8]

    /// As much of a body is kept.
    static let maximumBodyBytes = 65_536

    init(_ response: TransportResponse, to call: Call, attempts: Int) async {
        let body = await response.body.prefix(ResponseFailure.maximumBodyBytes)
        let message = try? JSONReader.decode(ServiceMessage.self, from: body)
        let fields = response.head.headerFields
        operation = call.operation
        status = response.head.status
        code = message?.code
        self.message = message?.message
        messageWithoutEcho = message?.message.map { Echo.removed(from: $0, of: call) }
        requestID = RequestID.of(fields)
        self.attempts = attempts
        headers = fields
        self.body = body
    }

    /// Whether the service says that there is no such thing.
    ///
    /// Clockify answers 404, or 400 with code 501 and a message that the thing does not belong to the workspace.
    public var isNotFound: Bool {
        if status == .notFound { return true }
        return status == .badRequest && code == 501 && message?.contains("doesn't belong to") == true
    }

    /// Whether this refuses a write in a way that does not say that nothing was done: with a 5xx other than 501.
    public var mayHaveHappened: Bool {
        !operation.onlyReads && (500...599).contains(status.code) && status != .notImplemented
    }

    /// Whether the same call may succeed later, and making it again does no harm.
    public var isRetryable: Bool {
        let isRead = operation.method == .get || operation.method == .head
        return status.code == 429 || (isRead && [408, 500, 502, 503, 504].contains(status.code))
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
