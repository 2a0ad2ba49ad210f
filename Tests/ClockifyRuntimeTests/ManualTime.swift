@testable import ClockifyRuntime

/// A clock that advances immediately during a sleep: it records each wait, and nothing actually waits.
final class ManualTime: Sendable {
    private let state = Lock((now: ContinuousClock.now, sleeps: [Duration]()))
    let random: Double

    init(random: Double = 1) { self.random = random }

    var sleeps: [Duration] { state.withLock { $0.sleeps } }
    var now: ContinuousClock.Instant { state.withLock { $0.now } }

    func advance(by duration: Duration) { state.withLock { $0.now += duration } }

    var source: TimeSource {
        TimeSource(
            now: { self.now },
            sleep: { instant in
                try Task.checkCancellation()
                self.state.withLock { state in
                    guard instant > state.now else { return }
                    state.sleeps.append(instant - state.now)
                    state.now = instant
                }
            },
            random: { self.random })
    }
}

/// A clock that stands still: a sleep only ends when it is cancelled.
let standingTime: TimeSource = {
    let now = ContinuousClock.now
    return TimeSource(
        now: { now }, sleep: { instant in if instant > now { try await Task.sleep(for: .seconds(86_400)) } }, random: { 1 })
}()

extension APIClient {
    static func stub(_ transport: any ClientTransport, time: ManualTime) -> APIClient {
        var client = APIClient(
            servers: APIClient.Servers(["main": "https://example.test/api"]), credentials: StubCredentials.key("k"), transport: transport)
        client.time = time.source
        client.options.timeout = nil
        return client
    }
}
