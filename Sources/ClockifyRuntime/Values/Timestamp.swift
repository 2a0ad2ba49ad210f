#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// An RFC 3339 timestamp: whole seconds since 1970-01-01T00:00:00Z, and a fraction.
struct Timestamp: Sendable, Hashable {
    var seconds: Int
    /// The fraction of the second, 0 to 999,999,999.
    var nanoseconds: Int

    /// The seconds from the first to the last one of the years 0000 to 9999.
    static let range = -62_167_219_200...253_402_300_799

    /// `true` if the year has four digits.
    var isInRange: Bool { Self.range.contains(seconds) }
    /// The whole days since 1970-01-01.
    var days: Int { seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400 }
    /// The second of the day, 0 to 86,399.
    var secondOfDay: Int { seconds - days * 86_400 }

    init(seconds: Int, nanoseconds: Int) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// Parses a date and time without an offset.
    init?(withoutOffset text: Span<UInt8>) {
        for index in text.indices.dropFirst(19) where text[index] != UInt8(ascii: ".") && text[index].digit == nil { return nil }
        self.init(text)
    }

    /// Parses `yyyy-MM-ddTHH:mm:ss` with any offset and any number of fractional digits, of which nine are used.
    ///
    /// Text without an offset is UTC. A date alone is midnight UTC. A leap second is read as the second that follows it.
    init?(_ text: Span<UInt8>) {
        guard let day = CivilDate(text) else { return nil }
        seconds = day.daysSince1970 * 86_400
        nanoseconds = 0
        if text.count == 10 { return }

        guard [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(text[10]),
            let hour = text.number(at: 11, digits: 2), hour < 24, text.hasPrefix(":", at: 13),
            let minute = text.number(at: 14, digits: 2), minute < 60, text.hasPrefix(":", at: 16),
            let second = text.number(at: 17, digits: 2), second <= 60
        else { return nil }
        seconds += hour * 3600 + minute * 60 + second

        var index = 19
        if index < text.count, text[index] == UInt8(ascii: ".") {
            index += 1
            let start = index
            var unit = 100_000_000
            while index < text.count, let digit = text[index].digit {
                nanoseconds += Int(digit) * unit
                unit /= 10
                index += 1
            }
            if index == start { return nil }
        }
        guard let offset = Self.offset(text, at: index) else { return nil }
        seconds -= offset
        // Leap seconds are inserted at midnight UTC.
        if second == 60, seconds % 86_400 != 0 { return nil }
    }

    /// Parses an offset from UTC (`Z`, `+HH:mm`, `+HHmm` or `+HH`) in seconds. Returns `nil` for any other text.
    private static func offset(_ text: Span<UInt8>, at start: Int) -> Int? {
        guard start < text.count else { return 0 }
        let sign: Int
        switch text[start] {
        case UInt8(ascii: "Z"), UInt8(ascii: "z"): return start + 1 == text.count ? 0 : nil
        case UInt8(ascii: "+"): sign = 1
        case UInt8(ascii: "-"): sign = -1
        default: return nil
        }
        guard let hours = text.number(at: start + 1, digits: 2), hours < 24 else { return nil }
        var minutes = 0
        switch text.count - start {
        case 3: break
        case 5, 6:
            let separated = text.count - start == 6
            guard !separated || text[start + 3] == UInt8(ascii: ":"),
                let value = text.number(at: text.count - 2, digits: 2), value < 60
            else { return nil }
            minutes = value
        default: return nil
        }
        return sign * (hours * 3600 + minutes * 60)
    }

    /// Creates the timestamp of a date. Dates outside the years 0000 to 9999 are clamped to the first or the last second of that range.
    init(clamping date: Date) {
        let time = date.timeIntervalSince1970
        guard time >= Double(Self.range.lowerBound) else {
            (seconds, nanoseconds) = (Self.range.lowerBound, 0)
            return
        }
        guard time < Double(Self.range.upperBound + 1) else {
            (seconds, nanoseconds) = (Self.range.upperBound, 0)
            return
        }
        // A `Date` counts from 2001, which leaves more digits for the fraction.
        let reference = date.timeIntervalSinceReferenceDate
        let whole = reference.rounded(.down)
        seconds = Int(whole) + Int(Date.timeIntervalBetween1970AndReferenceDate)
        nanoseconds = min(999_999_999, Int(((reference - whole) * 1e9).rounded()))
    }

    var date: Date {
        Date(
            timeIntervalSinceReferenceDate: Double(seconds - Int(Date.timeIntervalBetween1970AndReferenceDate))
                + Double(nanoseconds) / 1e9)
    }

    /// Returns the same moment with the fraction truncated to `digits` digits, at most six.
    ///
    /// A `Date` has no more than microsecond precision: for current years it stores 0.083 seconds as 0.08299994. The fraction is therefore
    /// rounded to the nearest microsecond before it is truncated. The order of two moments is never reversed.
    func cut(toDigits digits: Int) -> Timestamp { roundedToMicroseconds.truncated(toDigits: digits) }

    /// The same moment with the fraction rounded to the nearest microsecond, in the same year.
    var roundedToMicroseconds: Timestamp {
        var rounded = self
        var microseconds = (nanoseconds + 500) / 1000
        if microseconds == 1_000_000 {
            let isLast = seconds == Self.range.upperBound
            microseconds = isLast ? 999_999 : 0
            if !isLast { rounded.seconds += 1 }
        }
        rounded.nanoseconds = microseconds * 1000
        return rounded
    }

    /// Returns the same moment with the fraction truncated to `digits` digits, at most six.
    func truncated(toDigits digits: Int) -> Timestamp {
        var truncated = self
        var unit = 1_000_000_000
        for _ in 0..<min(max(digits, 0), 6) { unit /= 10 }
        truncated.nanoseconds = nanoseconds / unit * unit
        return truncated
    }

    /// Returns `yyyy-MM-ddTHH:mm:ssZ`, with three, six or nine fractional digits if the fraction is not zero.
    func text() -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(30)
        let second = secondOfDay
        CivilDate(daysSince1970: days).append(to: &text)
        text.append(UInt8(ascii: "T"))
        text.append(second / 3600, digits: 2)
        text.append(UInt8(ascii: ":"))
        text.append(second / 60 % 60, digits: 2)
        text.append(UInt8(ascii: ":"))
        text.append(second % 60, digits: 2)
        if nanoseconds != 0 {
            text.append(UInt8(ascii: "."))
            if nanoseconds % 1_000_000 == 0 {
                text.append(nanoseconds / 1_000_000, digits: 3)
            } else if nanoseconds % 1000 == 0 {
                text.append(nanoseconds / 1000, digits: 6)
            } else {
                text.append(nanoseconds, digits: 9)
            }
        }
        text.append(UInt8(ascii: "Z"))
        return text
    }
}

extension CivilDate {
    /// Parses the `yyyy-MM-dd` at the start of `text`.
    init?(_ text: Span<UInt8>) {
        guard let year = text.number(at: 0, digits: 4), text.hasPrefix("-", at: 4),
            let month = text.number(at: 5, digits: 2), text.hasPrefix("-", at: 7),
            let day = text.number(at: 8, digits: 2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

extension Span where Element == UInt8 {
    /// Parses exactly `digits` decimal digits at `start`. Returns `nil` if there are fewer.
    func number(at start: Int, digits: Int) -> Int? {
        guard start + digits <= count else { return nil }
        var number = 0
        for index in start..<(start + digits) {
            guard let digit = self[index].digit else { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }
}
