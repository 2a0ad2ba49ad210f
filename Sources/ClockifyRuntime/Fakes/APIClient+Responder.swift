import HTTPTypes

extension APIClient {
    /// Creates a client whose calls are answered without being sent. It waits for nothing.
    static func answered(by responder: any CallResponder, retries: CallOptions.RetryPolicy = .standard) -> APIClient {
        var client = APIClient(
            servers: .nowhere, transport: NoTransport(), options: CallOptions(timeout: nil, retries: retries), rateLimiter: nil)
        client.time = .withoutWaiting()
        client.responder = responder
        return client
    }
}

/// The transport of a client that sends nothing.
private struct NoTransport: ClientTransport {
    struct Unused: Error {}

    func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
        throw TransportFailure(fate: .notSent, reason: "nothing is sent", underlying: Unused())
    }
}

extension TimeSource {
    /// Returns a clock that jumps ahead instead of waiting between attempts. Timeouts still take the time that they take.
    fileprivate static func withoutWaiting() -> TimeSource {
        let ahead = Lock(Duration.zero)
        let now: @Sendable () -> Instant = { ContinuousClock.now + ahead.withLock { $0 } }
        let deadlines = Deadlines(now: now, sleep: { try await Task.sleep(for: $0 - now()) })
        return TimeSource(
            now: now,
            sleep: { until in
                try Task.checkCancellation()
                let wait = until - now()
                if wait > .zero { ahead.withLock { $0 += wait } }
            },
            random: { .random(in: 0...1) }, deadlines: deadlines)
    }
}
