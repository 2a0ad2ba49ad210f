import HTTPTypes

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
    /// What the service's support asks for.
    public let requestID: String?
    /// Whether this answers a write, which was done as far as its status tells.
    public let mayHaveHappened: Bool
    /// How often the call was made.
    public let attempts: Int
    /// How long the answer's body was.
    public let bodyBytes: Int
    /// Its beginning, as it came, but for the client's credentials.
    public let body: [UInt8]

    init(
        _ head: HTTPResponse, of operation: Call.Operation, attempts: Int, reason: String, path: String? = nil, offset: Int? = nil,
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

    public var description: String {
        var text = "\(operation): the answer (\(status.code)"
        if let contentType { text += ", \(contentType)" }
        text += ", \(bodyBytes) bytes) is not what the documentation promises: \(reason)"
        if let path { text += " at \(path)" }
        if let requestID { text += " (request \(requestID))" }
        return text
    }
}
