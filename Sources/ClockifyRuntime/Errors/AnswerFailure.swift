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
    public let body: [UInt8]

    public var description: String {
        var text = "\(operation): the answer (\(status.code)"
        if let contentType { text += ", \(contentType)" }
        text += ", \(body.count) bytes) is not what the documentation promises: \(reason)"
        if let path { text += " at \(path)" }
        return text
    }
}
