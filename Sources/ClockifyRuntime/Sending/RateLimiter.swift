extension APIClient {
    /// Keeps the calls of all clients that share it to so many a second, in the order in which they came.
    ///
    /// The service allows 50 requests a second for an add-on on a workspace, and limits API keys too.
    public final class RateLimiter: Sendable {
        /// Nil where only pauses are kept.
        private let limit: Int?
        private let state = Lock(State())

        /// Creates a limiter that lets so many requests through each second.
        public init(requestsPerSecond: Int = 50) {
            limit = max(1, requestsPerSecond)
        }

        private init() { limit = nil }

        /// One that lets everybody go, but for pauses.
        static func pausesOnly() -> RateLimiter { RateLimiter() }

        private struct State {
            /// When the last calls went: as many as may go in a second, from `oldest` round.
            var departures: [TimeSource.Instant] = []
            var oldest = 0
            /// No call goes before this: the service said that it has enough.
            var pausedUntil: TimeSource.Instant?
            /// Who waits; the numbers of those that were cancelled are still in `order`.
            var waiting: [Int: CheckedContinuation<Void, any Error>] = [:]
            var order: ArraySlice<Int> = []
            var lastNumber = 0
            /// Lets those who wait go. There is one while somebody waits.
            var usher: Task<Void, Never>?

            /// When the next call may go.
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

        /// Waits for its turn. No thread sleeps meanwhile; who is cancelled leaves the turn to the next.
        ///
        /// - Throws: `CancellationError` when the task is cancelled.
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
                    // Who was cancelled before it stood in line has not been found there.
                    if Task.isCancelled { leave(number) }
                }
            } onCancel: {
                leave(number)
            }
        }

        /// Lets nobody go for a while.
        func pause(until instant: TimeSource.Instant) {
            state.withLock { state in
                state.pausedUntil = state.pausedUntil.map { max($0, instant) } ?? instant
            }
        }

        /// How many wait.
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

        /// Lets those who wait go, each when its turn has come, until nobody waits.
        private func usher(_ time: TimeSource) async {
            while !Task.isCancelled {
                var released: [CheckedContinuation<Void, any Error>] = []
                let turn: TimeSource.Instant? = state.withLock { state in
                    // Those for whom this one was there have left, and others may have another.
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
