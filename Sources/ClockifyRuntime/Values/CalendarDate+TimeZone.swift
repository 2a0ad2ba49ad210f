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
        func offset(_ seconds: Int) -> Int { timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))) }
        // Midnight by a clock that shows UTC. No offset has ever been longer than 16 hours.
        let midnight = day * 86_400
        var before = midnight - 57_600
        var after = midnight + 57_600
        let (first, last) = (offset(before), offset(after))
        if first == last { return Date(timeIntervalSince1970: Double(midnight - first)) }
        // Clocks are changed in between. Find the first second with the new offset.
        while after - before > 1 {
            let middle = before + (after - before) / 2
            if offset(middle) == first { before = middle } else { after = middle }
        }
        let start = midnight - first < after ? midnight - first : max(after, midnight - last)
        return Date(timeIntervalSince1970: Double(start))
    }
}

extension ClosedRange<CalendarDate> {
    /// Returns the time from the first moment of the first day to the first moment after the last day, in `timeZone`.
    public func interval(in timeZone: TimeZone) -> Range<Date> {
        let start = lowerBound.start(in: timeZone)
        return start..<Swift.max(start, upperBound.end(in: timeZone))
    }
}
