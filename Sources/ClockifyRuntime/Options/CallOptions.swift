/// How calls are made: for a client, or for single calls.
///
///     try await clockify.with { $0.timeout = .seconds(5) }.projects.list(in: workspace)
public struct CallOptions: Sendable, Hashable {
    /// How long a call may take, its repetitions and waits included; nil for as long as it takes. A file's own bytes are not
    /// counted: they are read after the call.
    public var timeout: Duration?
    /// When failed calls are retried.
    public var retries: RetryPolicy
    /// A larger answer fails, instead of filling memory. Files are streamed and have no such bound.
    public var maximumAnswerBytes: Int

    /// Creates options. See the properties for the meaning of each value.
    public init(timeout: Duration? = .seconds(120), retries: RetryPolicy = .standard, maximumAnswerBytes: Int = 256 << 20) {
        self.timeout = timeout
        self.retries = retries
        self.maximumAnswerBytes = maximumAnswerBytes
    }
}
