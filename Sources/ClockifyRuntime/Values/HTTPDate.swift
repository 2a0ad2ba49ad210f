import Foundation

/// The date formats of HTTP, including the obsolete ones (RFC 9110, section 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`,
/// `Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994`.
enum HTTPDate {
    /// - Parameter now: The reference for a two-digit year. A year that would be more than 50 years ahead is in the previous century.
    static func parse(_ text: String, now: Date = Date()) -> Date? {
        let words = text.split(separator: " ").map(String.init)
        switch words.count {
        case 6 where words[5] == "GMT":
            return date(year: year(words[3], digits: 4), month: words[2], day: words[1], time: words[4])
        case 4 where words[3] == "GMT":
            let parts = words[1].split(separator: "-").map(String.init)
            guard parts.count == 3, let short = year(parts[2], digits: 2) else { return nil }
            let thisYear = CivilDate(daysSince1970: Int((now.timeIntervalSince1970 / 86_400).rounded(.down))).year
            var year = thisYear - thisYear % 100 + short
            if year > thisYear + 50 { year -= 100 }
            return date(year: year, month: parts[1], day: parts[0], time: words[2])
        case 5: return date(year: year(words[4], digits: 4), month: words[1], day: words[2], time: words[3])
        default: return nil
        }
    }

    private static func year(_ text: String, digits: Int) -> Int? { text.utf8.count == digits ? Int(text) : nil }

    private static func date(year: Int?, month: String, day: String, time: String) -> Date? {
        let parts = time.split(separator: ":", omittingEmptySubsequences: false).compactMap { Int($0) }
        guard let year, year >= 1, let month = months.firstIndex(of: month), let day = Int(day), parts.count == 3, 0...23 ~= parts[0],
            0...59 ~= parts[1], 0...60 ~= parts[2], let civil = CivilDate(year: year, month: month + 1, day: day)
        else { return nil }
        let seconds = parts[0] * 3600 + parts[1] * 60 + parts[2]
        return Date(timeIntervalSince1970: Double(civil.daysSince1970 * 86_400 + seconds))
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
