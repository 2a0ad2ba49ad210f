/// Keeps the calls of all clients that share it to so many a second, in the order in which they came.
///
/// The service allows 50 requests a second for an add-on on a workspace, and limits API keys too.
public final class RateLimiter: Sendable {
    private struct State {
        /// When the last calls may go, oldest first: as many as fit in a second.
        var slots: [TimeSource.Instant] = []
        var oldest = 0
        /// No call goes before this: the service said that it has enough.
        var pausedUntil: TimeSource.Instant?
    }

    public let requestsPerSecond: Int
    private let state = Lock(State())

    public init(requestsPerSecond: Int = 50) {
        self.requestsPerSecond = max(1, requestsPerSecond)
    }

    /// Waits for its turn. No thread sleeps meanwhile.
    ///
    /// - Throws: `CancellationError` when the task is cancelled.
    func wait(_ time: TimeSource) async throws {
        var turn = reserve(time.now())
        while true {
            if turn > time.now() { try await time.sleep(turn) }
            try Task.checkCancellation()
            // Somebody may have been told to wait in the meantime: then everybody does.
            guard let pause = state.withLock({ $0.pausedUntil }), pause > time.now() else { return }
            turn = max(turn, pause)
        }
    }

    /// Lets nobody go for a while.
    func pause(until instant: TimeSource.Instant) {
        state.withLock { state in
            state.pausedUntil = state.pausedUntil.map { max($0, instant) } ?? instant
        }
    }

    /// The next free turn: a second after that of the call that was so many before.
    private func reserve(_ now: TimeSource.Instant) -> TimeSource.Instant {
        state.withLock { state in
            if state.slots.count < requestsPerSecond {
                state.slots.append(now)
                return now
            }
            let turn = max(now, state.slots[state.oldest] + .seconds(1))
            state.slots[state.oldest] = turn
            state.oldest = (state.oldest + 1) % requestsPerSecond
            return turn
        }
    }
}
