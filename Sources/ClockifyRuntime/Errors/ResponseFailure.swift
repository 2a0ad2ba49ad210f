public import HTTPTypes

/// A response with which the service rejected a request.
public struct ResponseFailure: Sendable, CustomStringConvertible {
    /// The operation that was called.
    public let operation: APIOperation
    /// The HTTP status.
    public let status: HTTPResponse.Status
    /// The service's own error code, or `nil` if the response has none.
    public let code: Int?
    /// The service's own message, without the client's credentials. It may repeat values that you sent; ``description`` leaves them out.
    public let message: String?
    private let messageWithoutEcho: String?
    /// How long the service asks to wait before the same call is made again, at most a day; `nil` if it does not say.
    ///
    /// It is taken from `Retry-After`. If a 429 lacks that header, it is taken from `X-RateLimit-Reset`.
    public let retryAfter: Duration?
    /// The request id that the service's support team asks for.
    public let requestID: String?
    /// The number of times that the request was sent.
    public let attempts: Int
    /// The response's headers, without the client's credentials.
    public let headers: HTTPFields
    /// The first 64 KiB of the response's body, without the client's credentials.
    public let body: [UInt8]

    /// The number of bytes of a body that are kept.
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
        let waits = ServiceWaits(response.head.headerFields)
        retryAfter = waits.requested ?? (head.status == .tooManyRequests ? waits.reset : nil)
        requestID = RequestID.of(fields)
        self.attempts = attempts
        headers = fields
        self.body = secrets.hidden(in: body)
    }

    /// `true` if this is the response to a write and does not say that nothing was done.
    ///
    /// This is the case for a 5xx other than 501, for a status of 600 and above, which HTTP does not define, and for a redirect other than
    /// 307 and 308. Services also use a 303 to report what they have done.
    public var mayHaveHappened: Bool {
        guard !operation.method.onlyReads else { return false }
        switch status.code {
        // 307 and 308 ask for the same request at another URL.
        case 307, 308, 501: return false
        // A status that HTTP does not define is treated like a 5xx.
        default: return !(400...499 ~= status.code)
        }
    }

    /// `true` if the same call may succeed later and a retry does no harm.
    public var isRetryable: Bool {
        Verdict(on: .refusal(status.code), of: operation.method, under: .standard).mayRepeat
    }

    /// The operation, the status, and the service's code and message, without values that you sent.
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
