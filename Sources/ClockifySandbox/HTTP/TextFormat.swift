@_spi(Generated) import ClockifyRuntime
import Foundation

/// The formats of texts that the spec names and the service reads.
enum TextFormat {
    /// Whether a text has the form; every text has one that is not known here.
    static func isValid(_ text: String, format: String) -> Bool {
        switch format {
        case "date-time": text.utf8.count > 10 && instant(text) != nil
        case "date": text.utf8.count == 10 && instant(text) != nil
        case "duration": text.wholeMatch(of: #/-?P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?!$)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?/#) != nil
        default: true
        }
    }

    /// The moment that a timestamp of RFC 3339 says, or the midnight of a date.
    static func instant(_ text: String) -> Date? {
        guard let bytes = try? JSONWriter.encode(text) else { return nil }
        return try? JSONReader.decode(Date.self, from: bytes)
    }

    /// How many digits a timestamp has after the point of its seconds, zeros too.
    static func fractionDigits(of text: String) -> Int {
        text.firstIndex(of: ".").map { text[text.index(after: $0)...].prefix(while: \.isNumber).count } ?? 0
    }

    /// `PT1H30M`
    static func duration(from start: Date, to end: Date) -> String {
        let total = Int(end.timeIntervalSince(start).rounded(.down))
        return duration(seconds: total)
    }

    /// `PT1H30M`
    static func duration(seconds total: Int) -> String {
        guard total != 0 else { return "PT0S" }
        let seconds = abs(total)
        var text = total < 0 ? "-PT" : "PT"
        for (count, unit) in [(seconds / 3600, "H"), (seconds / 60 % 60, "M"), (seconds % 60, "S")] where count > 0 {
            text += "\(count)\(unit)"
        }
        return text
    }
}
