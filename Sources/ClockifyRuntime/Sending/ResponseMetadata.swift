public import HTTPTypes

/// The metadata of a response.
public struct ResponseMetadata: Sendable {
    /// The HTTP status.
    public let status: HTTPResponse.Status
    /// The response's headers, without the client's credentials.
    public let headers: HTTPFields
    /// The number of attempts.
    public let attempts: Int
    /// The time from the first attempt to the response, including waits.
    public let duration: Duration

    /// `true` if the service says that this page is the last, or `nil` if it does not say.
    public var isLastPage: Bool? {
        switch headers[.lastPage]?.lowercased() {
        case "true": true
        case "false": false
        default: nil
        }
    }
}

/// Stores the metadata of a client's last successful call.
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
