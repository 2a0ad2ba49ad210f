import Testing

@testable import ClockifyRuntime

@Suite("So many calls a second, in their order")
struct RateLimiterTests {
    @Test("A burst goes through, what is more waits for its second")
    func burst() async throws {
        let time = ManualTime()
        let begin = time.now
        let limiter = RateLimiter(requestsPerSecond: 3)
        var turns: [Duration] = []
        for _ in 0..<7 {
            try await limiter.wait(time.source)
            turns.append(time.now - begin)
        }
        #expect(turns == [0, 0, 0, 1, 1, 1, 2].map { .seconds($0) })
    }

    @Test("No second has more than the limit, however calls come")
    func anySecond() async throws {
        let time = ManualTime()
        let limiter = RateLimiter(requestsPerSecond: 5)
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

    @Test("After the service has had enough, everybody waits")
    func pause() async throws {
        let time = ManualTime()
        let limiter = RateLimiter(requestsPerSecond: 10)
        limiter.pause(until: time.now + .seconds(9))
        limiter.pause(until: time.now + .seconds(4))
        try await limiter.wait(time.source)
        #expect(time.sleeps == [.seconds(9)])
    }

    @Test("Whoever is cancelled waits no longer")
    func cancellation() async throws {
        let limiter = RateLimiter(requestsPerSecond: 1)
        try await limiter.wait(standingTime)
        let waiting = Task { try await limiter.wait(standingTime) }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
    }
}
