import HTTPTypes

extension CallOptions {
    /// When a failed call is retried.
    ///
    /// A write that may have happened is never retried: the service ignores idempotency keys, so an hour could be billed twice.
    /// Reads are retried after a broken connection and after 408, 429, 500, 502, 503 and 504. Any call is retried if its request provably
    /// never left, or if the service refused it with 429 before doing anything.
    public struct RetryPolicy: Sendable, Hashable {
        /// The largest number of attempts, including the first.
        public var maximumAttempts: Int
        /// The longest delay before the second attempt. It doubles with each attempt.
        public var baseDelay: Duration
        /// The longest delay of all. If the service asks for a longer one, the call fails.
        public var maximumDelay: Duration
        /// The time after the first attempt during which further attempts may start.
        public var maximumTotalTime: Duration
        /// `true` if PUT and DELETE are retried like reads. They have the same effect when they happen twice, unless somebody else changed the
        /// thing in between.
        public var repeatsPutAndDelete: Bool

        /// Creates a policy. See the properties for the meaning of each value.
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

        /// At most four attempts within two minutes.
        public static let standard = RetryPolicy()
        /// Every call is attempted once.
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
}
