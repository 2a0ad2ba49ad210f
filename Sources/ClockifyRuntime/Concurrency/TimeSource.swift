/// The source of a client's time and random numbers. Tests provide their own, so that they do not have to wait.
struct TimeSource: Sendable {
    typealias Instant = ContinuousClock.Instant

    let now: @Sendable () -> Instant
    /// Returns at the instant, or throws immediately if the task is cancelled.
    let sleep: @Sendable (_ until: Instant) async throws -> Void
    /// A number from 0 to 1.
    let random: @Sendable () -> Double
    let deadlines: Deadlines

    init(
        now: @escaping @Sendable () -> Instant, sleep: @escaping @Sendable (_ until: Instant) async throws -> Void,
        random: @escaping @Sendable () -> Double, deadlines: Deadlines? = nil
    ) {
        (self.now, self.sleep, self.random) = (now, sleep, random)
        self.deadlines = deadlines ?? Deadlines(now: now, sleep: sleep)
    }

    static let system = TimeSource(
        now: { ContinuousClock.now }, sleep: { try await Task.sleep(until: $0, clock: .continuous) }, random: { .random(in: 0...1) })
}
