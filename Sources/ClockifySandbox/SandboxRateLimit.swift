import ClockifyRuntime

/// How many requests a sandbox accepts in a period before it answers with status 429.
///
/// Requests are counted per workspace and kind of credentials, as the service does. Requests without a workspace share a count. A period
/// begins with a request, and is measured by the sandbox's clock. The first request after its end begins the next one.
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
    /// - Throws: The reason why a number is out of range.
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
    /// How many requests the sandbox accepts before it answers with status 429; `nil` for no limit, which is the default.
    ///
    /// Requests with wrong credentials, requests that match no operation, and requests that the limit itself refuses do not count. Setting
    /// a limit starts the count at zero. ``reset()`` does so too, and keeps the limit.
    public var rateLimit: SandboxRateLimit? {
        get { contents.withLock { $0.rates.limit } }
        set { contents.withLock { $0.rates = RequestRates(limit: newValue) } }
    }
}
