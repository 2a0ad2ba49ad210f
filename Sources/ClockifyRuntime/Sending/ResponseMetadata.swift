import HTTPTypes

/// What surrounded an answer.
public struct ResponseMetadata: Sendable {
    /// The HTTP status.
    public let status: HTTPResponse.Status
    /// The response's headers, without the client's credentials.
    public let headers: HTTPFields
    /// How often the call was made.
    public let attempts: Int
    /// From the first attempt to the answer, waits included.
    public let duration: Duration

    /// `true` if the service says that this page is the last, or nil if it does not say.
    public var isLastPage: Bool? {
        switch headers[.lastPage]?.lowercased() {
        case "true": true
        case "false": false
        default: nil
        }
    }
}

/// Keeps the metadata of the last call of a client.
final class MetadataRecorder: Sendable {
    private let last = Lock<ResponseMetadata?>(nil)
    var metadata: ResponseMetadata? { last.withLock { $0 } }

    func record(_ result: Result<TransportResponse, APIFailure>, attempts: Int, duration: Duration) {
        guard case .success(let response) = result else { return }
        let metadata = ResponseMetadata(
            status: response.head.status, headers: response.head.headerFields, attempts: attempts, duration: duration)
        last.withLock { $0 = metadata }
    }
}
