import HTTPTypes

extension CallOptions {
    /// A policy that determines when a failed call is retried.
    ///
    /// A write that may have taken effect is never retried: the service ignores idempotency keys, so an hour could be billed twice.
    /// Reads are retried after a broken connection and after 408, 429, 500, 502, 503 and 504. Any call is retried if its request was
    /// provably never sent, or if the service rejected it with 429 before doing anything.
    public struct RetryPolicy: Sendable, Hashable {
        /// The largest number of attempts, including the first.
        public var maximumAttempts: Int
        /// The longest delay before the second attempt. The limit doubles with each attempt.
        public var baseDelay: Duration
        /// The longest delay of all. If the service asks for a longer one, the call fails. To a delay that the service asks for, up to
        /// ``baseDelay`` is added, so that clients do not all return at once.
        public var maximumDelay: Duration
        /// The time after the first attempt during which further attempts may start.
        public var maximumTotalTime: Duration
        /// `true` if PUT and DELETE are retried like reads. Repeating them has the same effect, unless the resource was changed in between.
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

        /// `true` if a call that may have taken effect can be retried without harm.
        func mayRepeat(_ method: HTTPRequest.Method) -> Bool {
            switch method {
            case .put, .delete: repeatsPutAndDelete
            default: method.onlyReads
            }
        }

        /// Returns the delay before the attempt that follows `attempt`; `nil` if there is no further attempt.
        ///
        /// - Parameters:
        ///   - requested: The delay that the service asks for.
        ///   - elapsed: The time since the first attempt began.
        ///   - random: A number from 0 to 1. The delay is a random fraction of the longest one ("full jitter"), so that clients do not
        ///     retry at the same time.
        func delay(after attempt: Int, requested: Duration?, elapsed: Duration, random: Double) -> Duration? {
            guard attempt < maximumAttempts else { return nil }
            let delay: Duration
            if let requested {
                guard requested <= maximumDelay else { return nil }
                // The delay is slightly longer than requested, so that clients do not all retry at the same instant.
                delay = requested + baseDelay * random
            } else {
                let doubled = baseDelay * Double(1 << min(attempt - 1, 20))
                delay = min(doubled, maximumDelay) * random
            }
            return elapsed + delay <= maximumTotalTime ? delay : nil
        }
    }
}
