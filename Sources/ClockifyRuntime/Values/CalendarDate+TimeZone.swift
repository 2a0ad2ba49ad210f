#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension CalendarDate {
    /// Returns the first moment of the day in `timeZone`.
    ///
    /// This is midnight, except where clocks are set forward at midnight: there the day begins later, such as at 01:00. If midnight occurs
    /// twice, the day begins with the first one.
    public func start(in timeZone: TimeZone) -> Date { Self.start(ofDay: daysSince1970, in: timeZone) }

    /// Returns the first moment after the day in `timeZone`, which is the start of the next day.
    ///
    /// The day has 23 or 25 hours if clocks are changed on it, and none if the time zone has skipped it.
    public func end(in timeZone: TimeZone) -> Date { Self.start(ofDay: daysSince1970 + 1, in: timeZone) }

    private static func start(ofDay day: Int, in timeZone: TimeZone) -> Date {
        Date(timeIntervalSince1970: Double(ClockChange(near: day * 86_400, in: timeZone).firstMoment(from: day * 86_400)))
    }
}

extension ClosedRange<CalendarDate> {
    /// Returns the time from the first moment of the first day to the first moment after the last day, in `timeZone`.
    public func interval(in timeZone: TimeZone) -> Range<Date> {
        let start = lowerBound.start(in: timeZone)
        return start..<Swift.max(start, upperBound.end(in: timeZone))
    }
}
