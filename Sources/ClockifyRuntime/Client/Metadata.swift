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

    func record(_ result: Result<TransportResponse, ClockifyError>, attempts: Int, duration: Duration) {
        guard case .success(let response) = result else { return }
        let metadata = ResponseMetadata(
            status: response.head.status, headers: response.head.headerFields, attempts: attempts, duration: duration)
        last.withLock { $0 = metadata }
    }
}

/// The type that stands for a whole API, generated from its spec.
public protocol API: Sendable {
    var client: APIClient { get }
    init(client: APIClient)
}

extension API {
    /// The same API with other options, for single calls:
    ///
    ///     try await clockify.with { $0.timeout = .seconds(5) }.projects.list(in: workspace)
    public func with(_ change: (inout CallOptions) -> Void) -> Self {
        var client = client
        change(&client.options)
        return Self(client: client)
    }

    /// The same API with more middleware, inside of what it has.
    public func with(_ middleware: any Middleware...) -> Self {
        var client = client
        client.middleware += middleware
        return Self(client: client)
    }

    /// What a call answers, and what surrounded the answer of the last call that was made:
    ///
    ///     let (page, response) = try await clockify.metadata { try await $0.projects.list(in: workspace) }
    ///     print(response?.isLastPage ?? false)
    ///
    /// - Returns: No metadata when no call was made.
    /// - Throws: What the call throws.
    public func metadata<Value, Failure: Error>(
        of call: (Self) async throws(Failure) -> Value
    ) async throws(Failure) -> (value: Value, metadata: ResponseMetadata?) {
        let recorder = MetadataRecorder()
        var client = client
        client.recorder = recorder
        let value = try await call(Self(client: client))
        return (value, recorder.metadata)
    }
}
