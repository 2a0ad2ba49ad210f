/// Actions that run at given instants unless they are removed first.
///
/// One task sleeps until the earliest instant, however many actions are pending. A timer for each call would cost more than the
/// rest of this runtime.
final class Deadlines: Sendable {
    typealias Instant = TimeSource.Instant

    /// A token that removes a pending action.
    struct Registration: Sendable {
        fileprivate let number: UInt64
    }

    fileprivate struct State {
        var actions: [UInt64: (instant: Instant, action: @Sendable () -> Void)] = [:]
        var added: UInt64 = 0
        /// The instants at which the sleeping tasks wake. There is one, or a few if an earlier deadline was added later.
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
        // The task is detached: it continues if the caller is cancelled, and it inherits none of the caller's task-local values.
        if sleepsTooLong { Task.detached { await self.sleep(from: instant) } }
        return registration
    }

    func remove(_ registration: Registration) {
        state.withLock { _ = $0.actions.removeValue(forKey: registration.number) }
    }

    /// Sleeps from one instant to the next until no action is left, or another task sleeps until the next one.
    private func sleep(from first: Instant) async {
        var instant = first
        while true {
            // This task is never cancelled. If a sleep fails, there is nothing left to wait for.
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
    /// Returns the next instant for the task that slept until `instant`; `nil` if no action is pending, or another task waits for it.
    fileprivate mutating func next(after instant: Deadlines.Instant) -> Deadlines.Instant? {
        if let own = sleepers.firstIndex(of: instant) { sleepers.remove(at: own) }
        guard let earliest = actions.values.lazy.map(\.instant).min(), !sleepers.contains(where: { $0 <= earliest }) else { return nil }
        sleepers.append(earliest)
        return earliest
    }
}
