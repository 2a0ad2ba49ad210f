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

    /// Returns a header's value as one of the types that JSON has; `nil` if the response lacks the header or it has another value.
    ///
    ///     let (books, response) = try await library.metadata { try await $0.books.list() }
    ///     let total = response?.header("X-Total", as: Int.self)
    public func header<Value: JSONReadable>(_ name: String, as type: Value.Type = String.self) -> Value? {
        guard let text = HTTPField.Name(name).flatMap({ headers[$0] }) else { return nil }
        if let value = text as? Value { return value }
        if let value = try? JSONReader.decode(type, from: Array(text.utf8)) { return value }
        return (try? JSONWriter.encode(text)).flatMap { try? JSONReader.decode(type, from: $0) }
    }

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
