import Foundation
import HTTPTypes

/// How long a service asks to wait.
struct ServiceWaits {
    /// `Retry-After`: seconds, or a date.
    let requested: Duration?
    /// `X-RateLimit-Reset`: seconds from now, or since 1970 where it is too large for that.
    let reset: Duration?

    init(_ fields: HTTPFields, now: Date = Date()) {
        let serverTime = fields[.date].flatMap(HTTPDate.parse) ?? now
        requested = fields[.retryAfter].flatMap { text in
            let text = text.trimmingWhitespace()
            if let seconds = Double(text), seconds.isFinite { return .seconds(max(0, min(seconds, 86_400))) }
            return HTTPDate.parse(text).map { .seconds(max(0, min($0.timeIntervalSince(serverTime), 86_400))) }
        }
        reset = HTTPField.Name("X-RateLimit-Reset").flatMap { fields[$0] }.flatMap { Double($0.trimmingWhitespace()) }.flatMap { value in
            guard value.isFinite, value >= 0 else { return nil }
            let seconds = value > 1_000_000_000 ? value - serverTime.timeIntervalSince1970 : value
            return .seconds(max(0, min(seconds, 86_400)))
        }
    }
}

/// Dates as HTTP writes them: `Sun, 06 Nov 1994 08:49:37 GMT`.
enum HTTPDate {
    static func parse(_ text: String) -> Date? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", let day = Int(words[1]), let year = Int(words[3]),
            let month = months.firstIndex(of: String(words[2]))
        else { return nil }
        let time = words[4].split(separator: ":").compactMap { Int($0) }
        guard time.count == 3, (0...23).contains(time[0]), (0...59).contains(time[1]), (0...60).contains(time[2]),
            (1...9999).contains(year),
            let days = CalendarDate(year: year, month: month + 1, day: day)
        else { return nil }
        let seconds = time[0] * 3600 + time[1] * 60 + time[2]
        return (try? JSONReader.decode(Date.self, from: Array("\"\(days)\"".utf8)))?.addingTimeInterval(Double(seconds))
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
