import Foundation

/// The day on which weeks start.
struct WeekStart: Sendable {
    private static let days = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]

    /// The number of days after Monday.
    private let offset: Int

    init(_ name: String?) { offset = name.flatMap { WeekStart.days.firstIndex(of: $0) } ?? 0 }

    /// Returns midnight of the first day of the week, for a date whose UTC clock time is the local time.
    func start(of date: Date) -> Date {
        let days = WeekStart.day(of: date)
        return Date(timeIntervalSince1970: 86_400 * Double(days - WeekStart.remainder(days + 3 - offset)))
    }

    private static func day(of date: Date) -> Int { Int((date.timeIntervalSince1970 / 86_400).rounded(.down)) }

    /// 1970-01-01 was a Thursday, which is three days after Monday.
    private static func remainder(_ days: Int) -> Int { ((days % 7) + 7) % 7 }
}
