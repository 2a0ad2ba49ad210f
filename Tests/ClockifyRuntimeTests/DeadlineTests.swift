import Testing

@testable import ClockifyRuntime

@Suite("Deadlines")
struct DeadlineTests {
    /// A manual clock.
    private final class SteppedTime: Sendable {
        struct State {
            var now = ContinuousClock.now
            var sleepers: [(until: ContinuousClock.Instant, continuation: CheckedContinuation<Void, Never>)] = []
        }
        let begin: ContinuousClock.Instant
        private let state: Lock<State>

        init() {
            let state = State()
            begin = state.now
            self.state = Lock(state)
        }

        var now: ContinuousClock.Instant { state.withLock { $0.now } }
        var sleepers: Int { state.withLock { $0.sleepers.count } }

        func sleep(_ until: ContinuousClock.Instant) async {
            await withCheckedContinuation { continuation in
                let isDue = state.withLock { state in
                    if until <= state.now { return true }
                    state.sleepers.append((until, continuation))
                    return false
                }
                if isDue { continuation.resume() }
            }
        }

        func advance(to seconds: Int) {
            let due = state.withLock { state in
                state.now = begin + .seconds(seconds)
                let due = state.sleepers.filter { $0.until <= state.now }
                state.sleepers.removeAll { $0.until <= state.now }
                return due
            }
            for sleeper in due { sleeper.continuation.resume() }
        }

        func untilSleepers(_ count: Int) async { while sleepers != count { await Task.yield() } }
    }

    private let time = SteppedTime()
    private let ended = Lock<[String]>([])

    private func deadlines() -> Deadlines {
        Deadlines(now: { [time] in time.now }, sleep: { [time] in await time.sleep($0) })
    }

    private func add(_ name: String, _ seconds: Int, to deadlines: Deadlines) -> Deadlines.Registration {
        deadlines.add(time.begin + .seconds(seconds)) { [ended] in ended.withLock { $0.append(name) } }
    }

    private func untilEnded(_ names: [String]) async { while ended.withLock({ $0 }) != names { await Task.yield() } }

    @Test("One task sleeps until the earliest of all deadlines, and a removed deadline never fires")
    func oneSleeper() async {
        let deadlines = deadlines()
        _ = add("first", 10, to: deadlines)
        await time.untilSleepers(1)
        let second = add("second", 20, to: deadlines)
        _ = add("third", 30, to: deadlines)
        #expect(time.sleepers == 1)
        time.advance(to: 10)
        await untilEnded(["first"])
        await time.untilSleepers(1)
        deadlines.remove(second)
        time.advance(to: 20)
        await time.untilSleepers(1)
        time.advance(to: 30)
        await untilEnded(["first", "third"])
        // Nothing waits, so no task sleeps.
        #expect(time.sleepers == 0)
    }

    @Test("An earlier deadline fires before the later one that is already slept for")
    func earlier() async {
        let deadlines = deadlines()
        _ = add("late", 60, to: deadlines)
        await time.untilSleepers(1)
        _ = add("soon", 5, to: deadlines)
        await time.untilSleepers(2)
        time.advance(to: 5)
        await untilEnded(["soon"])
        // The other sleeping task covers the remaining deadline.
        #expect(time.sleepers == 1)
        time.advance(to: 60)
        await untilEnded(["soon", "late"])
        _ = add("again", 70, to: deadlines)
        await time.untilSleepers(1)
        time.advance(to: 70)
        await untilEnded(["soon", "late", "again"])
    }

    @Test("Work that is done in time returns its value, and late work is cancelled and awaited")
    func timeout() async {
        let (value, isLate) = await withTimeout(.seconds(1), standingTime) { 7 }
        #expect(value == 7 && !isLate)
        let hurried = TimeSource(now: { [time] in time.now }, sleep: { [time] in await time.sleep($0) }, random: { 0 })
        async let late = withTimeout(.seconds(5), hurried) {
            while !Task.isCancelled { await Task.yield() }
            return "cancelled"
        }
        await time.untilSleepers(1)
        time.advance(to: 5)
        let (answer, isTimeUp) = await late
        #expect(answer == "cancelled" && isTimeUp)
    }

    @Test("The work of a task that is already cancelled sees the cancellation first")
    func cancelled() async {
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await withTimeout(.seconds(5), standingTime) { Task.isCancelled }.value
        }
        #expect(await task.value)
    }
}
