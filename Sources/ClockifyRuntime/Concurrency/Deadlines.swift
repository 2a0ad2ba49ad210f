/// What is to happen at an instant unless it is taken back. However many wait, one task sleeps: until the earliest instant.
///
/// A timer for each call would cost more than the rest of this runtime.
final class Deadlines: Sendable {
    typealias Instant = TimeSource.Instant

    /// One that can be taken back.
    struct Registration: Sendable {
        fileprivate let number: UInt64
    }

    fileprivate struct State {
        var actions: [UInt64: (instant: Instant, action: @Sendable () -> Void)] = [:]
        var added: UInt64 = 0
        /// When those wake who sleep: one, or a few where an earlier deadline came later.
        var sleepers: [Instant] = []
    }

    private let state = Lock(State())
    private let now: @Sendable () -> Instant
    private let sleep: @Sendable (_ until: Instant) async throws -> Void

    init(now: @escaping @Sendable () -> Instant, sleep: @escaping @Sendable (_ until: Instant) async throws -> Void) {
        self.now = now
        self.sleep = sleep
    }

    func add(_ instant: Instant, action: @escaping @Sendable () -> Void) -> Registration {
        let (registration, sleepsTooLong) = state.withLock { state in
            state.added += 1
            state.actions[state.added] = (instant, action)
            let sleepsTooLong = !state.sleepers.contains { $0 <= instant }
            if sleepsTooLong { state.sleepers.append(instant) }
            return (Registration(number: state.added), sleepsTooLong)
        }
        // Not the caller's: it goes on when that is cancelled, and has none of its task-local values.
        if sleepsTooLong { Task.detached { await self.sleep(from: instant) } }
        return registration
    }

    func remove(_ registration: Registration) {
        state.withLock { _ = $0.actions.removeValue(forKey: registration.number) }
    }

    /// Sleeps from one instant to the next until there is none, or another sleeps.
    private func sleep(from first: Instant) async {
        var instant = first
        while true {
            // Nobody cancels this task: a sleep that fails has no more to wait for.
            try? await sleep(instant)
            let (due, next) = state.withLock { state in
                let now = max(now(), instant)
                let due = state.actions.filter { $0.value.instant <= now }
                for number in due.keys { state.actions[number] = nil }
                return (due.values.map(\.action), state.next(after: instant))
            }
            for action in due { action() }
            guard let next else { return }
            instant = next
        }
    }
}

extension Deadlines.State {
    /// Until when whoever slept until `instant` has to sleep on; nil where there is nothing to wait for, or somebody else does.
    fileprivate mutating func next(after instant: Deadlines.Instant) -> Deadlines.Instant? {
        if let own = sleepers.firstIndex(of: instant) { sleepers.remove(at: own) }
        guard let earliest = actions.values.lazy.map(\.instant).min(), !sleepers.contains(where: { $0 <= earliest }) else { return nil }
        sleepers.append(earliest)
        return earliest
    }
}
