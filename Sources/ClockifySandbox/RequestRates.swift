import Foundation
import HTTPTypes

/// The requests of the current periods of a rate limit.
struct RequestRates: Sendable {
    /// What requests have in common that count together.
    struct Group: Hashable, Sendable {
        /// The name of the authentication scheme.
        let scheme: String
        /// The identifier of an existing workspace; `nil` for requests that name none.
        let workspace: String?
    }

    let limit: SandboxRateLimit?
    private var periods: [Group: (start: Date, count: Int)] = [:]

    init(limit: SandboxRateLimit?) { self.limit = limit }

    /// Counts a request, or refuses it because there were too many.
    mutating func count(_ group: Group, at now: Date) throws(Refusal) {
        guard let limit else { return }
        let length = limit.period / .seconds(1)
        var period = periods[group] ?? (now, 0)
        let elapsed = now.timeIntervalSince(period.start)
        // A test may have set the clock back.
        if !(0..<length).contains(elapsed) { period = (now, 0) }
        guard period.count < limit.requests else {
            let wait = max(1, Int((length - elapsed).rounded(.up)))
            throw Refusal(429, code: 429, "Too many requests", fields: [.retryAfter: String(wait)])
        }
        period.count += 1
        periods[group] = period
    }

    /// Forgets the requests that were counted.
    mutating func removeAll() { periods = [:] }
}
