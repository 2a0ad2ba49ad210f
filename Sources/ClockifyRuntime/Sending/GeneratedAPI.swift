/// The type that stands for a whole API, generated from its spec.
public protocol GeneratedAPI: Sendable {
    /// The client that makes the calls.
    var client: APIClient { get }
    /// Creates the API on a client.
    init(client: APIClient)
}

extension GeneratedAPI {
    /// The same API with other options, for single calls:
    ///
    ///     try await clockify.with { $0.timeout = .seconds(5) }.projects.list(in: workspace)
    public func with(_ change: (inout CallOptions) -> Void) -> Self {
        var client = client
        change(&client.options)
        return Self(client: client)
    }

    /// The same API with more middleware, inside of what it has.
    public func with(_ middleware: any ClientMiddleware...) -> Self {
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
