#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A day and a time of day as clocks show them, without a time zone: 31 March, 6:30.
///
/// A service may read some times like this, such as the bounds of a report: it requires a `Z` at the end, ignores it, and reads the rest as
/// local time in a zone that another value names. A `Date` is a point in time, so it has to be converted with a zone.
///
///     let day: CalendarDate = "2026-03-31"
///     let start = day.at(6, 30)                           // 2026-03-31T06:30:00
///     let now = WallClockTime(.now, in: berlin)
///     let moment = start.date(in: berlin)                 // a Date
public struct WallClockTime: Sendable, Hashable, LosslessStringConvertible {
    /// The moment at which a clock in UTC shows the time.
    let timestamp: Timestamp

    init(_ timestamp: Timestamp) { self.timestamp = timestamp }

    /// Creates a time; `nil` if no clock shows it.
    ///
    /// - Parameters:
    ///   - day: The day.
    ///   - hour: The hour, 0 to 23.
    ///   - minute: The minute, 0 to 59.
    ///   - second: The second, 0 to 59.
    ///   - nanosecond: The fraction of the second, 0 to 999,999,999.
    public init?(_ day: CalendarDate, hour: Int, minute: Int = 0, second: Int = 0, nanosecond: Int = 0) {
        guard 0..<24 ~= hour, 0..<60 ~= minute, 0..<60 ~= second, 0..<1_000_000_000 ~= nanosecond else { return nil }
        timestamp = Timestamp(
            seconds: day.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second, nanoseconds: nanosecond)
    }

    /// Creates a time from text such as `2026-03-31T06:30:00` or `2026-03-31T06:30:00.999`; `nil` for any other text, such as one with an
    /// offset or a `Z`, which is a point in time.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count > 10, let timestamp = Timestamp(withoutOffset: bytes.span), timestamp.isInRange else { return nil }
        self.timestamp = timestamp
    }

    /// Creates what clocks in `timeZone` show at the moment `date`, to the microsecond, which is the precision of a `Date`. Times outside
    /// the years 0000 to 9999 are clamped to that range.
    public init(_ date: Date, in timeZone: TimeZone) {
        timestamp = Timestamp(clamping: date.addingTimeInterval(Double(timeZone.secondsFromGMT(for: date)))).roundedToMicroseconds
    }

    /// The day.
    public var day: CalendarDate { CalendarDate(CivilDate(daysSince1970: timestamp.days)) }
    /// The hour, 0 to 23.
    public var hour: Int { timestamp.secondOfDay / 3600 }
    /// The minute, 0 to 59.
    public var minute: Int { timestamp.secondOfDay / 60 % 60 }
    /// The second, 0 to 59.
    public var second: Int { timestamp.secondOfDay % 60 }
    /// The fraction of the second, 0 to 999,999,999.
    public var nanosecond: Int { timestamp.nanoseconds }

    /// Returns the moment at which clocks in `timeZone` show the time.
    ///
    /// If clocks are set back over the time, they show it twice: this is the first moment. If clocks are set forward over it, they never show
    /// it: this is the moment at which they would show it if they had not been changed, so that 02:30 is 03:30 where 02:00 becomes 03:00.
    public func date(in timeZone: TimeZone) -> Date {
        let change = ClockChange(near: timestamp.seconds, in: timeZone)
        return Timestamp(seconds: change.moment(of: timestamp.seconds), nanoseconds: timestamp.nanoseconds).date
    }

    /// The time as `yyyy-MM-ddTHH:mm:ss`, with a fraction if there is one. No `Z` follows, because the time is not one in UTC.
    public var description: String { String(decoding: timestamp.text().dropLast(), as: UTF8.self) }
}

extension WallClockTime: Comparable {
    /// Returns `true` if the first time is earlier. Changes of clocks do not count.
    public static func < (left: Self, right: Self) -> Bool {
        (left.timestamp.seconds, left.timestamp.nanoseconds) < (right.timestamp.seconds, right.timestamp.nanoseconds)
    }
}

extension WallClockTime: CustomReflectable {
    /// An empty mirror, because ``description`` says everything.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension WallClockTime: ExpressibleByStringLiteral {
    /// Creates a time from a literal: `"2026-03-31T06:30:00"`.
    ///
    /// - Precondition: The literal is a day and a time of day without an offset. For any other text, use ``init(_:)`` with a variable.
    public init(stringLiteral text: String) {
        guard let time = Self(text) else {
            preconditionFailure("\"\(text)\" is not a day and a time without an offset such as \"2026-03-31T06:30:00\"")
        }
        self = time
    }
}

extension CalendarDate {
    /// Returns a time of the day: `day.at(6, 30)`.
    ///
    /// - Precondition: The hour is 0 to 23, the minute and the second 0 to 59. ``WallClockTime/init(_:hour:minute:second:nanosecond:)`` is
    ///   `nil` if they are not.
    public func at(_ hour: Int, _ minute: Int = 0, _ second: Int = 0) -> WallClockTime {
        guard let time = WallClockTime(self, hour: hour, minute: minute, second: second) else {
            preconditionFailure("no clock shows \(hour) hours, \(minute) minutes and \(second) seconds")
        }
        return time
    }

    /// Returns the moment at which clocks in `timeZone` show a time of the day. Where clocks are changed, the rules of
    /// ``WallClockTime/date(in:)`` apply.
    ///
    /// - Precondition: The hour is 0 to 23, the minute and the second 0 to 59.
    public func at(_ hour: Int, _ minute: Int = 0, _ second: Int = 0, in timeZone: TimeZone) -> Date {
        at(hour, minute, second).date(in: timeZone)
    }
}

extension ClosedRange<CalendarDate> {
    /// The start of the first day.
    @_spi(Generated)
    public var firstWallClockTime: WallClockTime { lowerBound.at(0) }

    /// Returns the last time of the last day that can be sent: its last second, or its last millisecond if fractions can be sent.
    @_spi(Generated)
    public func lastWallClockTime(fractionDigits: Int) -> WallClockTime {
        var last = upperBound.at(23, 59, 59).timestamp
        if fractionDigits > 0 { last.nanoseconds = 999_000_000 }
        return WallClockTime(last)
    }
}
