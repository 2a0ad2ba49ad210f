import Testing

@testable import ClockifyRuntime

@Suite("Rate limiting in order")
struct RateLimiterTests {
    @Test("A burst passes, and further calls wait for their second")
    func burst() async throws {
        let time = ManualTime()
        let begin = time.now
        let limiter = APIClient.RateLimiter(requestsPerSecond: 3)
        var turns: [Duration] = []
        for _ in 0..<7 {
            try await limiter.wait(time.source)
            turns.append(time.now - begin)
        }
        #expect(turns == [0, 0, 0, 1, 1, 1, 2].map { .seconds($0) })
    }

    @Test("No second exceeds the limit, however calls arrive")
    func anySecond() async throws {
        let time = ManualTime()
        let limiter = APIClient.RateLimiter(requestsPerSecond: 5)
        var generator = SplitMix(seed: 7)
        var turns: [ContinuousClock.Instant] = []
        for _ in 0..<500 {
            time.advance(by: .milliseconds(Int.random(in: 0...400, using: &generator)))
            try await limiter.wait(time.source)
            turns.append(time.now)
        }
        #expect(turns == turns.sorted())
        for (index, turn) in turns.enumerated().dropFirst(5) { #expect(turn - turns[index - 5] >= .seconds(1)) }
    }

    @Test("All calls wait after the service reports too many requests")
    func pause() async throws {
        let time = ManualTime()
        let limiter = APIClient.RateLimiter(requestsPerSecond: 10)
        limiter.pause(until: time.now + .seconds(9))
        limiter.pause(until: time.now + .seconds(4))
        try await limiter.wait(time.source)
        #expect(time.sleeps == [.seconds(9)])
    }

    @Test("A cancelled call stops waiting")
    func cancellation() async throws {
        let limiter = APIClient.RateLimiter(requestsPerSecond: 1)
        try await limiter.wait(standingTime)
        let waiting = Task { try await limiter.wait(standingTime) }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
    }

    @Test("A cancelled call passes its turn to the next one")
    func turnsAreLeft() async throws {
        let time = ManualTime()
        let limiter = APIClient.RateLimiter(requestsPerSecond: 1)
        try await limiter.wait(standingTime)
        let crowd = (0..<50).map { _ in Task { try await limiter.wait(standingTime) } }
        while limiter.waitingCount < 50 { await Task.yield() }
        for task in crowd { task.cancel() }
        for task in crowd { await #expect(throws: CancellationError.self) { try await task.value } }
        let begin = time.now
        try await limiter.wait(time.source)
        #expect(time.now - begin < .seconds(2))
    }

    @Test("Waiting calls proceed in the order of their arrival")
    func order() async throws {
        let begin = ContinuousClock.now
        let state = Lock((now: begin, sleeper: CheckedContinuation<Void, Never>?.none))
        let time = TimeSource(
            now: { state.withLock { $0.now } },
            sleep: { _ in await withCheckedContinuation { continuation in state.withLock { $0.sleeper = continuation } } }, random: { 0 })
        let limiter = APIClient.RateLimiter(requestsPerSecond: 1)
        try await limiter.wait(time)
        let went = Lock<[Int]>([])
        var tasks: [Task<Void, any Error>] = []
        for number in 0..<10 {
            tasks.append(
                Task {
                    try await limiter.wait(time)
                    went.withLock { $0.append(number) }
                })
            while limiter.waitingCount <= number { await Task.yield() }
        }
        tasks[3].cancel()
        await #expect(throws: CancellationError.self) { try await tasks[3].value }
        for count in 1...9 {
            // A second passes only on command.
            while state.withLock({ $0.sleeper == nil }) { await Task.yield() }
            let sleeper = state.withLock { state in
                state.now += .seconds(1)
                defer { state.sleeper = nil }
                return state.sleeper
            }
            sleeper?.resume()
            while went.withLock({ $0.count }) < count { await Task.yield() }
        }
        #expect(went.withLock { $0 } == [0, 1, 2, 4, 5, 6, 7, 8, 9])
        #expect(limiter.waitingCount == 0)
    }
}
