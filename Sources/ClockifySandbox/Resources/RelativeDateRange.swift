import Foundation

/// A date range relative to the current day, such as `LAST_MONTH`.
struct RelativeDateRange: Sendable {
    let start: Date
    let end: Date

    /// Returns `nil` for a range that is not relative.
    ///
    /// - Parameter now: The local time, as the UTC clock time of a date.
    init?(_ type: String?, now: Date, weekStart: WeekStart) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let today = calendar.startOfDay(for: now)
        let week = weekStart.start(of: now)
        func days(_ count: Int, after date: Date) -> Date { date.addingTimeInterval(86_400 * Double(count)) }
        func start(_ components: Set<Calendar.Component>, _ component: Calendar.Component, _ offset: Int) -> Date {
            let first = calendar.date(from: calendar.dateComponents(components, from: today)) ?? today
            return calendar.date(byAdding: component, value: offset, to: first) ?? first
        }
        func month(_ offset: Int) -> Date { start([.year, .month], .month, offset) }
        func year(_ offset: Int) -> Date { start([.year], .year, offset) }
        let range: (Date, Date)
        switch type {
        case "TODAY": range = (today, days(1, after: today))
        case "YESTERDAY": range = (days(-1, after: today), today)
        case "THIS_WEEK": range = (week, days(7, after: week))
        case "LAST_WEEK": range = (days(-7, after: week), week)
        case "PAST_TWO_WEEKS": range = (days(-14, after: week), week)
        case "THIS_MONTH": range = (month(0), month(1))
        case "LAST_MONTH": range = (month(-1), month(0))
        case "THIS_YEAR": range = (year(0), year(1))
        case "LAST_YEAR": range = (year(-1), year(0))
        default: return nil
        }
        self.start = range.0
        end = range.1.addingTimeInterval(-1)
    }
}
