import Foundation
import HTTPTypes

/// The waiting times that a service asks for.
struct ServiceWaits {
    /// `Retry-After`: seconds, or a date.
    let requested: Duration?
    /// `X-RateLimit-Reset`: seconds from now, or seconds since 1970 if the value is too large for that.
    let reset: Duration?

    init(_ fields: HTTPFields, now: Date = Date()) {
        let serverTime = fields[.date].flatMap { HTTPDate.parse($0, now: now) } ?? now
        requested = fields[.retryAfter].flatMap { text in
            let text = text.trimmingWhitespace()
            if let seconds = Double(text), seconds.isFinite { return .seconds(max(0, min(seconds, 86_400))) }
            return HTTPDate.parse(text, now: now).map { .seconds(max(0, min($0.timeIntervalSince(serverTime), 86_400))) }
        }
        reset = HTTPField.Name("X-RateLimit-Reset").flatMap { fields[$0] }.flatMap { Double($0.trimmingWhitespace()) }.flatMap { value in
            guard value.isFinite, value >= 0 else { return nil }
            let seconds = value > 1_000_000_000 ? value - serverTime.timeIntervalSince1970 : value
            return .seconds(max(0, min(seconds, 86_400)))
        }
    }
}
