/// A type that represents a whole API and is generated from its spec.
public protocol GeneratedAPI: Sendable {
    /// The client that makes the calls.
    var client: APIClient { get }
    /// Creates the API with a client.
    init(client: APIClient)
}

extension GeneratedAPI {
    /// Returns the same API with other options, for single calls:
    ///
    ///     try await clockify.with { $0.timeout = .seconds(5) }.projects.list(in: workspace)
    public func with(_ change: (inout CallOptions) -> Void) -> Self {
        var client = client
        change(&client.options)
        return Self(client: client)
    }

    /// Returns the same API with more middleware, which runs inside the existing middleware.
    public func with(_ middleware: any ClientMiddleware...) -> Self {
        var client = client
        client.middleware += middleware
        return Self(client: client)
    }

    /// Returns the result of a call, and the metadata of the last response that the call received:
    ///
    ///     let (page, response) = try await clockify.metadata { try await $0.projects.list(in: workspace) }
    ///     print(response?.isLastPage ?? false)
    ///
    /// Swift infers `any Error` for what a closure throws. State the type to catch an `APIFailure` without a cast:
    ///
    ///     do {
    ///         let (page, _) = try await clockify.metadata { (clockify) async throws(APIFailure) in
    ///             try await clockify.projects.list(in: workspace)
    ///         }
    ///     } catch .cancelled {
    ///         return
    ///     }
    ///
    /// - Returns: The result and the metadata. The metadata is `nil` if no call was made.
    /// - Throws: The error that `call` throws.
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
