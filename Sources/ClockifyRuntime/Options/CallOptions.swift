/// Options for all calls of a client, or for single calls.
///
///     try await clockify.with { $0.timeout = .seconds(5) }.projects.list(in: workspace)
public struct CallOptions: Sendable, Hashable {
    /// The longest time that a call may take, including retries and delays; `nil` for no limit.
    ///
    /// The time to read the bytes of a file is not included, because they are read after the call.
    public var timeout: Duration?
    /// The policy that determines when failed calls are retried.
    public var retries: RetryPolicy
    /// The maximum size of a response in bytes. A larger response fails instead of filling memory. Files are streamed and have no limit.
    public var maximumAnswerBytes: Int

    /// Creates options. See the properties for the meaning of each value.
    public init(timeout: Duration? = .seconds(120), retries: RetryPolicy = .standard, maximumAnswerBytes: Int = 256 << 20) {
        self.timeout = timeout
        self.retries = retries
        self.maximumAnswerBytes = maximumAnswerBytes
    }
}
