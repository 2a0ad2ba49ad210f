public import HTTPTypes

/// A response that does not match the documentation.
public struct AnswerFailure: Sendable, CustomStringConvertible {
    /// The `operationId`.
    public let operation: String
    /// The HTTP status.
    public let status: HTTPResponse.Status
    /// A description of the mismatch.
    public let reason: String
    /// The location in the JSON, such as `$[3].timeInterval.start`, or `nil` if the response is not JSON.
    public let path: String?
    /// The byte offset in the body at which the mismatch was found.
    public let offset: Int?
    /// The response's `Content-Type`.
    public let contentType: String?
    /// The request id that the service's support team asks for.
    public let requestID: String?
    /// `true` if this is the response to a write. Its status says that the write was done.
    public let mayHaveHappened: Bool
    /// The number of times that the request was sent.
    public let attempts: Int
    /// The size of the response's body, in bytes.
    public let bodyBytes: Int
    /// The first 64 KiB of the body, without the client's credentials.
    public let body: [UInt8]

    init(
        _ head: HTTPResponse, of operation: APIOperation, attempts: Int, reason: String, path: String? = nil, offset: Int? = nil,
        body: [UInt8] = [], hiding secrets: ShownSecrets
    ) {
        let head = secrets.hidden(in: head)
        self.operation = operation.id
        status = head.status
        self.reason = secrets.hidden(in: reason)
        self.path = path.map { secrets.hidden(in: $0) }
        self.offset = offset
        contentType = head.headerFields[.contentType]
        requestID = RequestID.of(head.headerFields)
        mayHaveHappened = !operation.method.onlyReads
        self.attempts = attempts
        bodyBytes = body.count
        self.body = secrets.hidden(in: Array(body.prefix(ResponseFailure.maximumBodyBytes)))
    }

    /// The operation, the response, and why it cannot be used.
    public var description: String {
        var text = "\(operation): the response (\(status.code)"
        if let contentType { text += ", \(contentType)" }
        text += ", \(bodyBytes) bytes) does not match the documentation: \(reason)"
        if let path { text += " at \(path)" }
        if let requestID { text += " (request \(requestID))" }
        return text
    }
}
