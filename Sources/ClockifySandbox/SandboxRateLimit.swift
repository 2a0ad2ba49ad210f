import ClockifyRuntime

/// How many requests a sandbox accepts in a period before it answers with status 429.
///
/// Requests count by workspace and kind of credential, as the service counts them; those that name no workspace count together. The period
/// is measured by the sandbox's clock. It begins with a request, and the first request after its end begins the next one.
public struct SandboxRateLimit: Hashable, Sendable {
    /// The number of requests in a period.
    public let requests: Int
    /// The length of a period.
    public let period: Duration

    /// The reason why a limit cannot be set.
    public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
        /// The reason, for people.
        public let description: String

        init(_ description: String) { self.description = description }
    }

    /// The limit in the service's documentation: 50 requests per second.
    public static let documented = SandboxRateLimit(checked: 50, .seconds(1))

    static let longestPeriod = Duration.seconds(86_400)

    /// Creates a limit.
    ///
    /// - Parameters:
    ///   - requests: The number of requests in a period, at least 1.
    ///   - period: The length of a period, at most a day.
    /// - Throws: The reason why there is no such limit.
    public init(requests: Int, per period: Duration = .seconds(1)) throws(Problem) {
        guard requests >= 1 else { throw Problem("requests: \(requests) is less than 1") }
        guard period > .zero, period <= Self.longestPeriod else {
            throw Problem("seconds: a period is longer than 0 and at most 86400 seconds")
        }
        self.init(checked: requests, period)
    }

    private init(checked requests: Int, _ period: Duration) {
        self.requests = requests
        self.period = period
    }
}

extension ClockifySandbox {
    /// How many requests the sandbox accepts before it answers with status 429; `nil`, as at first, for any number.
    ///
    /// Requests with wrong credentials or of no operation do not count, and neither do those that are refused for being too many. A new
    /// limit starts to count from zero, and so does ``reset()``, which keeps the limit.
    public var rateLimit: SandboxRateLimit? {
        get { contents.withLock { $0.rates.limit } }
        set { contents.withLock { $0.rates = RequestRates(limit: newValue) } }
    }
}
