import HTTPTypes

/// When a call that failed is made again.
///
/// Never is a write repeated that may have happened: the service ignores idempotency keys, and an hour would be billed twice.
/// Reading calls are repeated after a broken connection and after 408, 429, 500, 502, 503 and 504; any call is repeated when
/// the request provably never left, and after 429, with which the service refuses before it does anything.
public struct RetryPolicy: Sendable, Hashable {
    /// How often a call is made at the most, the first time included.
    public var maximumAttempts: Int
    /// The longest wait before the second attempt; it doubles from attempt to attempt.
    public var baseDelay: Duration
    /// The longest wait of all. A service that asks for a longer one gets none: the call fails.
    public var maximumDelay: Duration
    /// No attempt begins later than this after the first.
    public var maximumTotalTime: Duration
    /// Whether PUT and DELETE are repeated like reading calls. They mean the same when they happen twice, unless someone else
    /// changed the thing in between.
    public var repeatsPutAndDelete: Bool

    public init(
        maximumAttempts: Int = 4, baseDelay: Duration = .milliseconds(500), maximumDelay: Duration = .seconds(30),
        maximumTotalTime: Duration = .seconds(120), repeatsPutAndDelete: Bool = false
    ) {
        self.maximumAttempts = maximumAttempts
        self.baseDelay = baseDelay
        self.maximumDelay = maximumDelay
        self.maximumTotalTime = maximumTotalTime
        self.repeatsPutAndDelete = repeatsPutAndDelete
    }

    public static let standard = RetryPolicy()
    /// Every call is made once.
    public static let never = RetryPolicy(maximumAttempts: 1)

    /// Whether a call that may have happened can be made again without harm.
    func mayRepeat(_ method: HTTPRequest.Method) -> Bool {
        switch method {
        case .put, .delete: repeatsPutAndDelete
        default: method.onlyReads
        }
    }

    /// How long to wait before the attempt after `attempt`; nil when there is none.
    ///
    /// - Parameters:
    ///   - requested: How long the service asks to wait.
    ///   - elapsed: Since the first attempt began.
    ///   - random: From 0 to 1: the wait is anything up to the longest ("full jitter"), so that clients do not come back together.
    func delay(after attempt: Int, requested: Duration?, elapsed: Duration, random: Double) -> Duration? {
        guard attempt < maximumAttempts else { return nil }
        let delay: Duration
        if let requested {
            guard requested <= maximumDelay else { return nil }
            // A little more than asked for, so that not all come at that very instant.
            delay = requested + baseDelay * random
        } else {
            let doubled = baseDelay * Double(1 << min(attempt - 1, 20))
            delay = min(doubled, maximumDelay) * random
        }
        return elapsed + delay <= maximumTotalTime ? delay : nil
    }
}
