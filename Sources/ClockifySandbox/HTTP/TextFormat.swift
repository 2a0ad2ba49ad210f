@_spi(Generated) import ClockifyRuntime
import Foundation

/// The string formats that the spec names and the service parses.
enum TextFormat {
    /// Returns `true` if a string has the format. Unknown formats accept every string.
    static func isValid(_ text: String, format: String) -> Bool {
        switch format {
        case "date-time": text.utf8.count > 10 && instant(text) != nil
        case "date": text.utf8.count == 10 && instant(text) != nil
        case "duration": text.wholeMatch(of: #/-?P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?!$)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?/#) != nil
        default: true
        }
    }

    /// Returns the instant of an RFC 3339 timestamp, or midnight of a date.
    static func instant(_ text: String) -> Date? {
        guard let bytes = try? JSONWriter.encode(text) else { return nil }
        return try? JSONReader.decode(Date.self, from: bytes)
    }

    /// Returns the number of fractional-second digits of a timestamp, including trailing zeros.
    static func fractionDigits(of text: String) -> Int {
        text.firstIndex(of: ".").map { text[text.index(after: $0)...].prefix(while: \.isNumber).count } ?? 0
    }

    /// Returns the ISO 8601 duration between two dates: `PT1H30M`.
    static func duration(from start: Date, to end: Date) -> String {
        let total = Int(end.timeIntervalSince(start).rounded(.down))
        return duration(seconds: total)
    }

    /// Returns an ISO 8601 duration: `PT1H30M`.
    static func duration(seconds total: Int) -> String {
        guard total != 0 else { return "PT0S" }
        let seconds = abs(total)
        var text = total < 0 ? "-PT" : "PT"
        for (count, unit) in [(seconds / 3600, "H"), (seconds / 60 % 60, "M"), (seconds % 60, "S")] where count > 0 {
            text += "\(count)\(unit)"
        }
        return text
    }

    /// Returns a timestamp in UTC with a fixed number of digits of a second's fraction.
    static func timestamp(_ date: Date, fractionDigits count: Int) -> String {
        let second = date.timeIntervalSince1970.rounded(.down)
        let fraction = min(999_999_999, Int(((date.timeIntervalSince1970 - second) * 1_000_000_000).rounded(.down)))
        let digits = String(fraction)
        let padded = String(repeating: "0", count: max(0, 9 - digits.count)) + digits
        let whole = Date(timeIntervalSince1970: second).parameterText
        return whole.prefix { $0 != "Z" } + "." + padded.prefix(count) + "Z"
    }
}
