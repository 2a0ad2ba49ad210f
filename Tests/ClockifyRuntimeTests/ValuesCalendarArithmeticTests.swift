@_spi(Generated) import ClockifyRuntime
import Foundation
import Testing

@Suite("Arithmetic of days")
struct ValuesCalendarArithmeticTests {
    @Test("A literal is a day, also where the value may be null or a time")
    func literals() {
        let day: CalendarDate = "2026-03-31"
        #expect(day == CalendarDate(year: 2026, month: 3, day: 31))
        let cleared: Nullable<CalendarDate>? = "2026-03-31"
        #expect(cleared?.value == day)
        #expect(DayOrTime.day("2026-03-31") == .day(day))
    }

    @Test("A literal that is not a day, and a sum that is none, stop the program")
    func preconditions() async {
        await #expect(processExitsWith: .failure) { print(CalendarDate("2026-02-30")) }
        await #expect(processExitsWith: .failure) { print(CalendarDate("9999-12-31").advanced(by: 1)) }
        await #expect(processExitsWith: .failure) { print(ISODuration("1:30")) }
    }

    @Test(
        "Days are added across months, years and leap days",
        arguments: [
            ("2026-03-31", 1, "2026-04-01"), ("2026-01-01", -1, "2025-12-31"), ("2024-02-28", 1, "2024-02-29"),
            ("2023-02-28", 1, "2023-03-01"), ("2000-01-01", 36_525, "2100-01-01"), ("2026-05-05", 0, "2026-05-05"),
            ("0000-01-01", 3_652_424, "9999-12-31"), ("9999-12-31", -3_652_424, "0000-01-01"),
        ])
    func days(text: String, days: Int, result: String) throws {
        let day = try #require(CalendarDate(text))
        #expect(try day.adding(days: days).description == result)
        #expect(day.advanced(by: days).description == result)
        #expect(try day.distance(to: #require(CalendarDate(result))) == days)
    }

    @Test(
        "Months are added to the same day, or to the last day of a shorter month",
        arguments: [
            ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-01-30", 1, "2026-02-28"),
            ("2026-01-15", 1, "2026-02-15"),
            ("2026-03-31", 1, "2026-04-30"), ("2026-01-01", 3, "2026-04-01"), ("2026-03-31", -1, "2026-02-28"),
            ("2026-01-15", -1, "2025-12-15"),
            ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"), ("0000-01-31", 119_999, "9999-12-31"),
            ("2026-12-31", 0, "2026-12-31"),
        ])
    func months(text: String, months: Int, result: String) throws {
        #expect(try #require(CalendarDate(text)).adding(months: months).description == result)
    }

    @Test("A sum beyond four-digit years is an error")
    func outOfRange() {
        let first: CalendarDate = "0000-01-01"
        let last: CalendarDate = "9999-12-31"
        for days in [1, 3_652_425, .max] { #expect(throws: CalendarDate.OutOfRange.self) { try last.adding(days: days) } }
        for days in [-1, -3_652_425, .min] { #expect(throws: CalendarDate.OutOfRange.self) { try first.adding(days: days) } }
        for months in [1, 120_000, .max] { #expect(throws: CalendarDate.OutOfRange.self) { try last.adding(months: months) } }
        for months in [-1, -120_000, .min] { #expect(throws: CalendarDate.OutOfRange.self) { try first.adding(months: months) } }
        let error = #expect(throws: CalendarDate.OutOfRange.self) { try last.adding(days: 1) }
        #expect(error?.description == "the day is not in the years 0000 to 9999")
    }

    @Test("A range of days has each day once")
    func ranges() {
        let quarter = ("2026-01-01" as CalendarDate)...("2026-03-31" as CalendarDate)
        #expect(quarter.count == 90)
        #expect(quarter.contains("2026-02-28") && !quarter.contains("2026-04-01"))
        #expect(Array(quarter).map(\.description) == quarter.map(\.description).sorted())
        #expect(Set(quarter).count == 90)
        #expect((("2024-02-28" as CalendarDate)..<"2024-03-01").map(\.description) == ["2024-02-28", "2024-02-29"])
        // The last day that exists can be the last of a range.
        #expect((("9999-12-30" as CalendarDate)...("9999-12-31" as CalendarDate)).map(\.day) == [30, 31])
        #expect(stride(from: "2026-01-01" as CalendarDate, to: "2026-01-31", by: 7).map(\.day) == [1, 8, 15, 22, 29])
    }

    @Test("The day of the week follows ISO 8601")
    func weekdays() {
        #expect(CalendarDate("1970-01-01").weekday == .thursday)
        #expect(CalendarDate("2026-03-31").weekday == .tuesday)
        #expect(CalendarDate("0000-01-01").weekday == .saturday)
        #expect(CalendarDate("1969-12-28").weekday == .sunday && CalendarDate("1969-12-28").weekday.rawValue == 7)
        let week = ("2026-03-30" as CalendarDate)...("2026-04-05" as CalendarDate)
        #expect(week.map(\.weekday) == CalendarDate.Weekday.allCases)
    }

    @Test("Today depends on the time zone")
    func today() throws {
        let now = try read(Date.self, #""2025-12-31T23:30:00Z""#)
        #expect(try CalendarDate.today(in: zone("Europe/Berlin"), now: now) == "2026-01-01")
        #expect(try CalendarDate.today(in: zone("America/New_York"), now: now) == "2025-12-31")
        let before = CalendarDate(Date(), in: .gmt)
        let today = CalendarDate.today(in: .gmt)
        #expect(before <= today && today <= CalendarDate(Date(), in: .gmt))
    }
}

@Suite("Days in time zones")
struct ValuesCalendarZoneTests {
    @Test(
        "A day begins at its first moment and ends when the next one begins",
        arguments: [
            ("Europe/Berlin", "2026-01-15", "2026-01-14T23:00:00Z", 24), ("Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00Z", 23),
            ("Europe/Berlin", "2026-10-25", "2026-10-24T22:00:00Z", 25), ("America/New_York", "2026-03-08", "2026-03-08T05:00:00Z", 23),
            ("America/New_York", "2026-11-01", "2026-11-01T04:00:00Z", 25), ("Asia/Kolkata", "2026-03-29", "2026-03-28T18:30:00Z", 24),
            ("Pacific/Kiritimati", "2026-01-01", "2025-12-31T10:00:00Z", 24),
            ("Pacific/Pago_Pago", "2026-01-01", "2026-01-01T11:00:00Z", 24),
            ("Australia/Sydney", "2026-04-05", "2026-04-04T13:00:00Z", 25), ("Australia/Sydney", "2026-10-04", "2026-10-03T14:00:00Z", 23),
            // Clocks go from 24:00 to 01:00, so the day begins at 01:00.
            ("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z", 23),
            // Clocks go from 24:00 back to 23:00, so the day before is longer.
            ("America/Sao_Paulo", "2018-02-17", "2018-02-17T02:00:00Z", 25),
            ("America/Sao_Paulo", "2018-02-18", "2018-02-18T03:00:00Z", 24),
            // Clocks go from 01:00 back to 00:00, so midnight occurs twice.
            ("America/Havana", "2026-11-01", "2026-11-01T04:00:00Z", 25),
            // Samoa skipped a day.
            ("Pacific/Apia", "2011-12-29", "2011-12-29T10:00:00Z", 24), ("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z", 0),
            ("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z", 24), ("GMT", "0000-01-01", "0000-01-01T00:00:00Z", 24),
            ("GMT", "9999-12-31", "9999-12-31T00:00:00Z", 24),
        ])
    func days(name: String, text: String, start: String, hours: Double) throws {
        let day = try #require(CalendarDate(text))
        let zone = try zone(name)
        #expect(try day.start(in: zone) == read(Date.self, "\"\(start)\""))
        #expect(day.end(in: zone).timeIntervalSince(day.start(in: zone)) == hours * 3600)
    }

    @Test("Each moment of a day belongs to it, in zones that change their clocks east and west, and none before or after")
    func moments() throws {
        for name in ["Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Africa/Cairo", "Australia/Lord_Howe", "Asia/Kathmandu"] {
            let zone = try zone(name)
            for day in ("2018-01-01" as CalendarDate)...("2018-12-31" as CalendarDate) {
                let (start, end) = (day.start(in: zone), day.end(in: zone))
                #expect(CalendarDate(start, in: zone) == day, "\(name) \(day)")
                #expect(CalendarDate(end.addingTimeInterval(-1), in: zone) == day, "\(name) \(day)")
                #expect(CalendarDate(start.addingTimeInterval(-1), in: zone) < day, "\(name) \(day)")
                #expect(CalendarDate(end, in: zone) > day, "\(name) \(day)")
            }
        }
    }

    @Test("The start of a day agrees with Foundation's calendar in many zones")
    func foundation() throws {
        var random = SeededGenerator(seed: 17)
        let names = [
            "Europe/Lisbon", "Asia/Tehran", "America/St_Johns", "Asia/Beirut", "America/Asuncion", "Pacific/Chatham", "Africa/Casablanca",
        ]
        for name in names {
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = try zone(name)
            for _ in 0..<300 {
                let day = ("2012-01-01" as CalendarDate).advanced(by: Int.random(in: 0..<5000, using: &random))
                let noon = day.start(in: calendar.timeZone).addingTimeInterval(12 * 3600)
                #expect(calendar.startOfDay(for: noon) == day.start(in: calendar.timeZone), "\(name) \(day)")
            }
        }
    }

    @Test("A range of days is the time from its first to its last moment")
    func intervals() throws {
        let quarter = ("2026-01-01" as CalendarDate)...("2026-03-31" as CalendarDate)
        let interval = try quarter.interval(in: zone("Europe/Berlin"))
        #expect(interval.lowerBound.parameterText == "2025-12-31T23:00:00Z")
        #expect(interval.upperBound.parameterText == "2026-03-31T22:00:00Z")
        let skipped = ("2011-12-30" as CalendarDate)...("2011-12-30" as CalendarDate)
        #expect(try skipped.interval(in: zone("Pacific/Apia")).isEmpty)
    }
}

private func zone(_ name: String) throws -> TimeZone { try #require(TimeZone(identifier: name)) }
