extension CalendarDate {
    /// The error of a calculation whose result is not in the years 0000 to 9999.
    public struct OutOfRange: Error, Sendable, Hashable, CustomStringConvertible {
        /// The error as a sentence.
        public var description: String { "the day is not in the years 0000 to 9999" }
    }

    /// A day of the week. Its raw value is that of ISO 8601: 1 is Monday.
    public enum Weekday: Int, Sendable, CaseIterable {
        /// Monday: 1.
        case monday = 1
        /// Tuesday: 2.
        case tuesday
        /// Wednesday: 3.
        case wednesday
        /// Thursday: 4.
        case thursday
        /// Friday: 5.
        case friday
        /// Saturday: 6.
        case saturday
        /// Sunday: 7.
        case sunday
    }

    /// The day of the week.
    public var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        let days = (daysSince1970 + 3) % 7
        return Weekday.allCases[days < 0 ? days + 7 : days]
    }

    /// Returns the day that is the given number of days later, or earlier if it is negative.
    ///
    /// For a number that cannot lead out of the range, such as a constant, ``advanced(by:)`` needs no `try`.
    public func adding(days: Int) throws(OutOfRange) -> Self {
        let (sum, overflow) = daysSince1970.addingReportingOverflow(days)
        guard !overflow, Self.range.contains(sum) else { throw OutOfRange() }
        return Self(CivilDate(daysSince1970: sum))
    }

    /// Returns the same day of the month that is the given number of months later, or earlier if it is negative.
    ///
    /// If that month is too short, the result is its last day: one month after 31 January is 28 or 29 February.
    public func adding(months: Int) throws(OutOfRange) -> Self {
        let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflow, 0..<120_000 ~= sum else { throw OutOfRange() }
        // Every month has 28 days, so one of the four exists.
        for day in [day, 30, 29, 28] where day <= self.day {
            if let date = Self(year: sum / 12, month: sum % 12 + 1, day: day) { return date }
        }
        throw OutOfRange()
    }

    /// The days since 1970-01-01 of the first and the last day.
    private static let range = -719_528...2_932_896
}

extension CalendarDate: Strideable {
    /// Returns the number of days until `other`, which is negative if `other` is earlier.
    public func distance(to other: Self) -> Int { other.daysSince1970 - daysSince1970 }

    /// Returns the day that is the given number of days later, or earlier if it is negative.
    ///
    /// - Precondition: The result is in the years 0000 to 9999. ``adding(days:)`` throws if it is not.
    public func advanced(by days: Int) -> Self {
        guard let date = try? adding(days: days) else {
            preconditionFailure("\(days) days after \(self) is not in the years 0000 to 9999")
        }
        return date
    }
}
