import ClockifyRuntime
import Foundation

/// Days, weeks and months in a time zone.
struct LocalCalendar: Sendable {
    let zone: TimeZone
    private let calendar: Calendar

    static let weekdays = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"]

    /// The longest range that is listed day by day: ten years.
    static let mostDays = 3660

    init(_ zone: TimeZone) {
        self.zone = zone
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        self.calendar = calendar
    }

    /// Returns the start of a day that is written as `yyyy-MM-dd`, or `nil` if the text is not a date.
    func start(ofDay text: String) -> Date? {
        guard let day = CalendarDate(text) else { return nil }
        return calendar.date(from: DateComponents(year: day.year, month: day.month, day: day.day))
    }

    /// Returns the moment at which clocks in the zone show what clocks in UTC show at `date`.
    ///
    /// The service reads the bounds of a range like this: it parses the text as a time in UTC, and then uses the same wall-clock time in the zone.
    func reread(_ date: Date) -> Date { WallClockTime(date, in: .gmt).date(in: zone) }

    func startOfDay(_ date: Date) -> Date { calendar.startOfDay(for: date) }

    func startOfDay(after day: Date) -> Date { startOfDay(adding(days: 1, to: day)) }

    /// Returns the same time of day on another day.
    func adding(days: Int, to date: Date) -> Date { calendar.date(byAdding: .day, value: days, to: date) ?? date }

    func adding(months: Int, to date: Date) -> Date { calendar.date(byAdding: .month, value: months, to: date) ?? date }

    func dayOfMonth(_ date: Date) -> Int { calendar.component(.day, from: date) }

    /// Returns the English name of the day of the week: `MONDAY`.
    func weekday(_ date: Date) -> String { Self.weekdays[calendar.component(.weekday, from: date) - 1] }

    /// Returns how many months or years begin after one date, until another.
    func periodsBegun(after start: Date, until end: Date, yearly: Bool) -> Int {
        func number(_ date: Date) -> Int {
            let parts = calendar.dateComponents([.year, .month], from: date)
            return yearly ? parts.year ?? 0 : (parts.year ?? 0) * 12 + (parts.month ?? 0)
        }
        return max(0, number(end) - number(start))
    }

    /// Returns the beginning of each day that a range touches. A day on which clocks skip midnight begins later.
    func days(from start: Date, through end: Date) -> [Date] {
        guard start <= end, end.timeIntervalSince(start) <= Double(Self.mostDays) * 86_400 else { return [] }
        var days: [Date] = []
        var day = startOfDay(start)
        while day <= end {
            days.append(day)
            day = startOfDay(after: day)
        }
        return days
    }
}
