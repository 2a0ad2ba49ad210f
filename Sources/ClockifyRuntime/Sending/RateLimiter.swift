extension APIClient {
    /// Limits the number of calls per second of all clients that share it. Calls are sent in the order in which they arrive.
    ///
    /// The service allows 50 requests a second for an add-on on a workspace, and limits API keys too.
    public final class RateLimiter: Sendable {
        /// The number of calls per second; `nil` if only pauses apply.
        private let limit: Int?
        private let state = Lock(State())

        /// Creates a limiter that allows the given number of requests per second.
        public init(requestsPerSecond: Int = 50) {
            limit = max(1, requestsPerSecond)
        }

        private init() { limit = nil }

        /// Returns a limiter that only applies pauses.
        static func pausesOnly() -> RateLimiter { RateLimiter() }

        private struct State {
            /// The times of the last calls, in a ring buffer that begins at `oldest` and holds as many calls as are allowed per second.
            var departures: [TimeSource.Instant] = []
            var oldest = 0
            /// No call is sent before this time, because the service asked to wait.
            var pausedUntil: TimeSource.Instant?
            /// The waiting calls by their numbers. The numbers of cancelled calls remain in `order`.
            var waiting: [Int: CheckedContinuation<Void, any Error>] = [:]
            var order: ArraySlice<Int> = []
            var lastNumber = 0
            /// The task that releases the waiting calls. It exists while calls are waiting.
            var usher: Task<Void, Never>?

            /// Returns the earliest time for the next call, or `nil` if there is no restriction.
            func nextTurn(_ limit: Int?) -> TimeSource.Instant? {
                guard let limit, departures.count >= limit else { return pausedUntil }
                let turn = departures[oldest] + .seconds(1)
                return pausedUntil.map { max($0, turn) } ?? turn
            }

            mutating func depart(_ now: TimeSource.Instant, _ limit: Int?) {
                guard let limit else { return }
                if departures.count < limit {
                    departures.append(now)
                } else {
                    departures[oldest] = now
                    oldest = (oldest + 1) % limit
                }
            }
        }

        /// Waits until the call may be sent. No thread is blocked. A cancelled call leaves its turn to the next one.
        ///
        /// - Throws: `CancellationError` if the task is cancelled.
        func wait(_ time: TimeSource) async throws {
            try Task.checkCancellation()
            let number: Int? = state.withLock { state in
                let now = time.now()
                if state.waiting.isEmpty, state.nextTurn(limit).map({ $0 <= now }) ?? true {
                    state.depart(now, limit)
                    return nil
                }
                state.lastNumber += 1
                return state.lastNumber
            }
            guard let number else { return }
            try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { continuation in
                    state.withLock { state in
                        state.waiting[number] = continuation
                        state.order.append(number)
                        if state.usher == nil { state.usher = Task { await self.usher(time) } }
                    }
                    // If the call was cancelled before it was queued, the cancellation handler did not find it.
                    if Task.isCancelled { leave(number) }
                }
            } onCancel: {
                leave(number)
            }
        }

        /// Holds back all calls until the given time.
        func pause(until instant: TimeSource.Instant) {
            state.withLock { state in
                state.pausedUntil = state.pausedUntil.map { max($0, instant) } ?? instant
            }
        }

        /// The number of waiting calls.
        var waitingCount: Int { state.withLock { $0.waiting.count } }

        private func leave(_ number: Int) {
            let (continuation, usher) = state.withLock { state -> (CheckedContinuation<Void, any Error>?, Task<Void, Never>?) in
                let continuation = state.waiting.removeValue(forKey: number)
                guard continuation != nil, state.waiting.isEmpty else { return (continuation, nil) }
                state.order = []
                defer { state.usher = nil }
                return (continuation, state.usher)
            }
            usher?.cancel()
            continuation?.resume(throwing: CancellationError())
        }

        /// Releases the waiting calls, each at its turn, until none is left.
        private func usher(_ time: TimeSource) async {
            while !Task.isCancelled {
                var released: [CheckedContinuation<Void, any Error>] = []
                let turn: TimeSource.Instant? = state.withLock { state in
                    // If this task is cancelled, its calls have left. Later calls may have another usher.
                    guard !Task.isCancelled else { return nil }
                    while let number = state.order.first {
                        guard state.waiting[number] != nil else {
                            state.order.removeFirst()
                            continue
                        }
                        let now = time.now()
                        if let turn = state.nextTurn(limit), turn > now { return turn }
                        state.order.removeFirst()
                        state.depart(now, limit)
                        if let continuation = state.waiting.removeValue(forKey: number) { released.append(continuation) }
                    }
                    state.usher = nil
                    return nil
                }
                for continuation in released { continuation.resume() }
                guard let turn else { return }
                try? await time.sleep(turn)
            }
        }
    }
}
